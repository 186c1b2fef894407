using KlatenSE.Domain.Identitas;
using Xunit;

namespace KlatenSE.Domain.Tests.Identitas;

public sealed class NamaOrangTests
{
    [Theory]
    [InlineData("  SEKAR   WULANDARI ", "Sekar Wulandari")]
    [InlineData("sekar wulandari", "Sekar Wulandari")]
    [InlineData("Sekar wulandari", "Sekar wulandari")]
    [InlineData("NUR`AINI", "Nur'aini")]
    [InlineData("Nur’aini", "Nur'aini")]
    [InlineData("M.YUSUF AL-AMIN", "M.Yusuf Al-Amin")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("Sekar\u00A0Wulandari", "Sekar Wulandari")]
    [InlineData(null, "")]
    public void A_name_is_tidied(string? masukan, string hasil) => Assert.Equal(hasil, NamaOrang.Rapikan(masukan));

    [Theory]
    [InlineData("SEKAR WULANDARI", "Sekar  Wulandari", true)]
    [InlineData("M. Yusuf", "M YUSUF", true)]
    [InlineData("M.Yusuf", "M. Yusuf", true)]
    [InlineData("Nur’aini", "NURAINI", true)]
    [InlineData("Al-Amin", "Al Amin", true)]
    [InlineData("Sekar Wulandari", "Sekar Wulan", false)]
    [InlineData("Nur Aini", "Nuraini", false)]
    [InlineData("", "", false)]
    [InlineData(null, "Sekar", false)]
    public void Names_are_the_same_but_for_case_blanks_dots_and_apostrophes(string? a, string? b, bool sama) =>
        Assert.Equal(sama, NamaOrang.Sama(a, b));

    [Theory]
    [InlineData("Dr. Sekar Wulandari", "Dr.", "Sekar Wulandari")]
    [InlineData("dr Sekar Wulandari", "dr", "Sekar Wulandari")]
    [InlineData("Sekar Wulandari, S.Kom., M.Si.", "S.Kom.|M.Si.", "Sekar Wulandari")]
    [InlineData("Sekar Wulandari S.Kom M.Si", "S.Kom|M.Si", "Sekar Wulandari")]
    [InlineData("SEKAR WULANDARI SKOM", "SKOM", "Sekar Wulandari")]
    [InlineData("Sekar Wulandari S. Kom.", "S. Kom.", "Sekar Wulandari")]
    [InlineData("Ahmad Fauzi S. Pd. I.", "S. Pd. I.", "Ahmad Fauzi")]
    [InlineData("Prof. Dr. Ir. H. Joko Susilo, M.Eng., Ph.D", "Prof.|Dr.|Ir.|H.|M.Eng.|Ph.D", "Joko Susilo")]
    [InlineData("Dr.Ir.Joko Susilo", "Dr.|Ir.", "Joko Susilo")]
    [InlineData("K.H. Ahmad Fauzi", "K.H.", "Ahmad Fauzi")]
    [InlineData("Hj. Siti Aminah", "Hj.", "Siti Aminah")]
    [InlineData("Budi Santoso SE", "SE", "Budi Santoso")]
    [InlineData("Budi Santoso S.E.", "S.E.", "Budi Santoso")]
    [InlineData("BUDI SANTOSO S.H", "S.H", "Budi Santoso")]
    [InlineData("Siti Aminah MAg", "MAg", "Siti Aminah")]
    [InlineData("Budi Santoso, Sarjana Baru", "Sarjana Baru", "Budi Santoso")]
    public void Titles_before_and_behind_are_found(string nama, string gelar, string tanpa)
    {
        Assert.Equal(gelar.Split('|'), NamaOrang.Gelar(nama));
        Assert.Equal(tanpa, NamaOrang.TanpaGelar(nama));
    }

    [Theory]
    [InlineData("Sekar Wulandari")]
    [InlineData("M. Yusuf")]
    [InlineData("Ahmad H. Santoso")]
    [InlineData("R. Budi S.")]
    [InlineData("Bruno Mars")]
    [InlineData("SITI MA")]
    [InlineData("Ma'ruf Amin")]
    [InlineData("Irma Drajat")]
    [InlineData("Dra")]
    [InlineData("Abd. Rahman")]
    [InlineData("Siti M Si")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_a_name_is_no_title(string? nama)
    {
        Assert.Empty(NamaOrang.Gelar(nama));
        Assert.Null(NamaOrang.KalimatGelar(nama));
    }

    [Fact]
    public void The_sentence_names_what_to_remove()
    {
        Assert.Equal("Nama ditulis tanpa gelar, sama seperti di KTP. Hapus “Dr.” dari nama.", NamaOrang.KalimatGelar("Dr. Sekar"));
        Assert.Equal(
            "Nama ditulis tanpa gelar, sama seperti di KTP. Hapus “Dr.”, “S.Kom.” dan “M.Si.” dari nama.",
            NamaOrang.KalimatGelar("Dr. Sekar Wulandari, S.Kom., M.Si."));
    }

    [Fact]
    public void Random_text_never_throws()
    {
        var acak = new Random(7);
        const string huruf = "., '-aSHKr\ud83d\ude00\u0301\u200b\0";
        for (var i = 0; i < 3000; i++)
        {
            var teks = new string(Enumerable.Range(0, acak.Next(12)).Select(_ => huruf[acak.Next(huruf.Length)]).ToArray());
            Assert.NotNull(NamaOrang.Rapikan(teks));
            Assert.NotNull(NamaOrang.TanpaGelar(teks));
        }
    }
}
