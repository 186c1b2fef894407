using KlatenSE.Domain.Kata;
using Xunit;

namespace KlatenSE.Domain.Tests.Kata;

public sealed class SapaanTests
{
    [Theory]
    [InlineData("Bambang Setiawan", "Halo, Bambang", "BS")]
    [InlineData("M. Yusuf Hidayat", "Halo, Yusuf", "MH")]
    [InlineData("Dr. Sekar Ayu Wulandari, S.Kom.", "Halo, Sekar", "SW")]
    [InlineData("SUHARTI", "Halo, Suharti", "S")]
    [InlineData(null, "Halo", "")]
    public void People_are_greeted_by_the_name_and_shortened_to_initials(string? nama, string halo, string inisial)
    {
        Assert.Equal(halo, Sapaan.Halo(nama));
        Assert.Equal(inisial, Sapaan.Inisial(nama));
    }

    [Theory]
    [InlineData("Sekar Wulandari", "S*** W***")]
    [InlineData("  Ali  ", "A***")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Masked_names_keep_first_letters_only(string? nama, string hasil) => Assert.Equal(hasil, Samaran.Nama(nama));

    [Theory]
    [InlineData("3399015507900003", "339901**********")]
    [InlineData("33990155", "339901**")]
    [InlineData("339901", "******")]
    [InlineData(null, "")]
    public void Masked_NIK_never_shows_more_than_the_region(string? nik, string hasil) => Assert.Equal(hasil, Samaran.Nik(nik));

    [Fact]
    public void Numbers_are_grouped_for_the_eye()
    {
        Assert.Equal("3399 0155 0790 0003", PengelompokanNomor.Nik("3399015507900003"));
        Assert.Equal("19900715 201503 2 002", PengelompokanNomor.Nip("199007152015032002"));
        Assert.Equal("0812 3456 7890", PengelompokanNomor.Ponsel("+6281234567890"));
    }

    [Theory]
    [InlineData("339901550790000")]
    [InlineData("33990155079000031")]
    [InlineData("bukan angka")]
    [InlineData("")]
    public void What_is_no_such_number_is_shown_as_it_is(string teks) => Assert.Equal(teks, PengelompokanNomor.Nik(teks));
}
