using System.Security.Cryptography;
using KlatenSE.Infrastructure.BasisData;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.BasisData;

public sealed class EnkripsiTests
{
    private static readonly byte[] Isi = "3399015507900003"u8.ToArray();

    private readonly byte[] kunci = Enkripsi.KunciBaru();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void What_was_sealed_opens_with_the_same_key_and_place(int panjang)
    {
        var isi = RandomNumberGenerator.GetBytes(panjang);
        Assert.Equal(isi, Enkripsi.Buka(kunci, Enkripsi.Segel(kunci, isi, "a"u8), "a"u8));
    }

    [Fact]
    public void The_same_value_never_looks_the_same_twice() =>
        Assert.NotEqual(Enkripsi.Segel(kunci, Isi, "a"u8), Enkripsi.Segel(kunci, Isi, "a"u8));

    [Fact]
    public void Another_key_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() =>
            Enkripsi.Buka(Enkripsi.KunciBaru(), Enkripsi.Segel(kunci, Isi, "a"u8), "a"u8));

    [Fact]
    public void A_value_moved_to_another_place_does_not_open() =>
        Assert.ThrowsAny<CryptographicException>(() => Enkripsi.Buka(kunci, Enkripsi.Segel(kunci, Isi, "a"u8), "b"u8));

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        var tersegel = Enkripsi.Segel(kunci, Isi, "a"u8);
        for (var i = 0; i < tersegel.Length; i++)
        {
            var rusak = tersegel.ToArray();
            rusak[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Enkripsi.Buka(kunci, rusak, "a"u8));
        }
    }

    [Fact]
    public void A_cut_value_is_noticed()
    {
        var tersegel = Enkripsi.Segel(kunci, Isi, "a"u8);
        for (var n = 0; n < tersegel.Length; n++)
        {
            Assert.ThrowsAny<CryptographicException>(() => Enkripsi.Buka(kunci, tersegel.AsSpan(0, n), "a"u8));
        }
    }

    [Fact]
    public void A_key_of_wrong_length_is_a_bug_and_says_so() =>
        Assert.Throws<ArgumentException>(() => Enkripsi.Segel(new byte[16], Isi, "a"u8));
}
