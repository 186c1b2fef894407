using KlatenSE.Infrastructure.Sertifikat;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

public sealed class PassphraseTests
{
    [Theory]
    [InlineData("abcdefg1")]
    [InlineData("kata sandi panjang 9 dengan spasi")]
    [InlineData("délapan8")]
    [InlineData("1234567😀a")]
    public void Eight_characters_with_letters_and_digits_meet_step_7(string teks) => Assert.Null(Passphrase.Kekurangan(teks));

    [Theory]
    [InlineData("", "terlalu pendek")]
    [InlineData("abcdef1", "terlalu pendek")]
    [InlineData("abcdefgh", "belum memuat angka")]
    [InlineData("12345678", "belum memuat huruf")]
    [InlineData("abcdefg1\0", "tidak dapat diketik ulang")]
    [InlineData("abcdefg1\t", "tidak dapat diketik ulang")]
    public void What_is_missing_is_said_in_a_sentence(string teks, string potongan) =>
        Assert.Contains(potongan, Passphrase.Kekurangan(teks));

    [Fact]
    public void More_than_128_characters_are_refused() =>
        Assert.Contains("terlalu panjang", Passphrase.Kekurangan(new string('a', 128) + "1"));

    [Fact]
    public void A_broken_surrogate_is_refused() =>
        Assert.Contains("tidak dapat diketik ulang", Passphrase.Kekurangan("abcdefg1\ud83d"));

    [Fact]
    public void Its_text_form_hides_it()
    {
        using var frasa = new Passphrase("rahasia123");
        Assert.Equal("[passphrase]", $"{frasa}");
    }

    [Fact]
    public void After_the_submit_it_cannot_be_read_again()
    {
        var frasa = new Passphrase("rahasia123");
        frasa.Dispose();
        Assert.Throws<ObjectDisposedException>(frasa.Kekurangan);
    }
}
