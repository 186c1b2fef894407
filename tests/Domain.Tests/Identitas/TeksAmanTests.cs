using KlatenSE.Domain.Identitas;
using Xunit;

namespace KlatenSE.Domain.Tests.Identitas;

public sealed class TeksAmanTests
{
    [Theory]
    [InlineData(JenisTeks.Nama, "  Nur'aini, S. Al-Amin ", "Nur'aini, S. Al-Amin")]
    [InlineData(JenisTeks.Nama, "Jose\u0301", "Jos\u00E9")]
    [InlineData(JenisTeks.Baris, "000.9/0147/27/2026", "000.9/0147/27/2026")]
    [InlineData(JenisTeks.Catatan, "Baris satu\r\nbaris dua 😀\t.", "Baris satu\nbaris dua 😀\t.")]
    [InlineData(JenisTeks.Nama, null, "")]
    public void Good_text_is_trimmed_and_normalised(JenisTeks jenis, string? masukan, string hasil)
    {
        Assert.True(TeksAman.Coba(masukan, "Isian", 100, jenis, out var nilai, out _));
        Assert.Equal(hasil, nilai);
    }

    [Theory]
    [InlineData(JenisTeks.Nama, "Se\0kar", "tidak dapat disimpan. Hapus lalu ketik ulang.")]
    [InlineData(JenisTeks.Catatan, "Se\0kar", "tidak dapat disimpan. Hapus lalu ketik ulang.")]
    [InlineData(JenisTeks.Catatan, "Sekar\0", "tidak dapat disimpan")]
    [InlineData(JenisTeks.Catatan, "Se\uFFFDkar", "rusak")]
    [InlineData(JenisTeks.Catatan, "Se\u001Bkar", "tidak dapat disimpan")]
    [InlineData(JenisTeks.Baris, "dua\nbaris", "ganti baris atau tab")]
    [InlineData(JenisTeks.Catatan, "a\u202Eb", "tidak terlihat")]
    [InlineData(JenisTeks.Nama, "Se\u200Bkar", "tidak terlihat")]
    [InlineData(JenisTeks.Nama, "Sekar 😀", "emoji")]
    [InlineData(JenisTeks.Baris, "12 ☺", "emoji")]
    [InlineData(JenisTeks.Baris, "1\uFE0F\u20E3", "emoji")]
    [InlineData(JenisTeks.Baris, "𝐒ekar", "emoji")]
    [InlineData(JenisTeks.Nama, "Sekar 2", "hanya boleh berisi huruf")]
    [InlineData(JenisTeks.Nama, "<b>Sekar", "hanya boleh berisi huruf")]
    public void Each_refused_text_has_its_sentence_that_begins_with_the_field(JenisTeks jenis, string masukan, string bagian)
    {
        Assert.False(TeksAman.Coba(masukan, "Isian", 100, jenis, out var nilai, out var alasan));
        Assert.Null(nilai);
        Assert.StartsWith("Isian ", alasan, StringComparison.Ordinal);
        Assert.Contains(bagian, alasan, StringComparison.Ordinal);
    }

    // Lone surrogates are no valid data for an attribute, so they are made here.
    [Fact]
    public void Half_a_surrogate_is_refused_everywhere()
    {
        foreach (var jenis in Enum.GetValues<JenisTeks>())
        {
            Assert.False(TeksAman.Coba("a" + (char)0xD83D, "Isian", 100, jenis, out _, out var alasan));
            Assert.Contains("rusak", alasan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Over_long_text_is_refused_with_both_numbers()
    {
        Assert.True(TeksAman.Coba(new string('a', 10), "Catatan", 10, JenisTeks.Catatan, out _, out _));
        Assert.False(TeksAman.Coba(new string('a', 11), "Catatan", 10, JenisTeks.Catatan, out _, out var alasan));
        Assert.Equal("Catatan terlalu panjang: 11 karakter, paling banyak 10. Persingkat isinya.", alasan);
    }
}
