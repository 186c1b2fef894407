using KlatenSE.Domain.Identitas;
using Xunit;

namespace KlatenSE.Domain.Tests.Identitas;

public sealed class NipTests
{
    [Theory]
    [InlineData("199007152015032002")]
    [InlineData("19900715 201503 2 002")]
    [InlineData("19900715.201503-2.002")]
    public void A_PNS_is_read_with_blanks_or_without(string masukan)
    {
        Assert.True(Nip.Coba(masukan, out var nip, out _));
        Assert.Equal(StatusKepegawaian.Pns, nip.Status);
        Assert.Equal(new DateOnly(1990, 7, 15), nip.TanggalLahir);
        Assert.Equal((2015, 3, null), (nip.TahunPengangkatan, nip.BulanPengangkatan, nip.KontrakKe));
        Assert.Equal(JenisKelamin.Perempuan, nip.Kelamin);
        Assert.Equal(2, nip.NomorUrut);
    }

    [Fact]
    public void A_PPPK_is_told_by_digit_13()
    {
        var nip = Nip.Dari("198805012023211015");
        Assert.Equal(StatusKepegawaian.Pppk, nip.Status);
        Assert.Equal((2023, null, 1), (nip.TahunPengangkatan, nip.BulanPengangkatan, nip.KontrakKe));
        Assert.Equal(JenisKelamin.LakiLaki, nip.Kelamin);
        Assert.Equal(15, nip.NomorUrut);
    }

    [Fact]
    public void December_is_a_PNS_and_not_a_PPPK() =>
        Assert.Equal((StatusKepegawaian.Pns, 12), (Nip.Dari("199007152015122002").Status, Nip.Dari("199007152015122002").BulanPengangkatan));

    [Theory]
    [InlineData("", "belum diisi")]
    [InlineData("19900715201503200X", "hanya boleh berisi angka")]
    [InlineData("19900715201503200", "17 angka")]
    [InlineData("199002302015032002", "Tanggal lahir")]
    [InlineData("089007152015032002", "Tanggal lahir")]
    [InlineData("199007151990032002", "Tahun pengangkatan")]
    [InlineData("199007152195032002", "Tahun pengangkatan")]
    [InlineData("199007152015002002", "Bulan pengangkatan")]
    [InlineData("199007152015132002", "Bulan pengangkatan")]
    [InlineData("199007152023202002", "Urutan kontrak")]
    [InlineData("199007152015302002", "Angka ke-13")]
    [InlineData("199007152015030002", "Angka ke-15")]
    [InlineData("199007152015033002", "Angka ke-15")]
    [InlineData("199007152015032000", "000")]
    public void Each_cause_of_refusal_has_its_sentence(string masukan, string bagian)
    {
        Assert.False(Nip.Coba(masukan, out var nip, out var alasan));
        Assert.Null(nip);
        Assert.Contains(bagian, alasan, StringComparison.Ordinal);
        Assert.DoesNotContain("19900715", alasan, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_is_masked() => Assert.Equal("199007************", Nip.Dari("199007152015032002").ToString());
}

public sealed class KecocokanIdentitasTests
{
    private static readonly Nik Sekar = Nik.Dari("3399015507900003");

    [Fact]
    public void Numbers_that_agree_give_no_warning() =>
        Assert.Empty(KecocokanIdentitas.Periksa(Sekar, Nip.Dari("199007152015032002")));

    [Fact]
    public void Without_a_NIP_there_is_nothing_to_warn_of() => Assert.Empty(KecocokanIdentitas.Periksa(Sekar, null));

    [Theory]
    [InlineData("199007162015032002")]
    [InlineData("199008152015032002")]
    [InlineData("199107152015032002")]
    public void A_different_birth_date_is_named_with_both_values(string nip)
    {
        var beda = Assert.Single(KecocokanIdentitas.Periksa(Sekar, Nip.Dari(nip)));
        Assert.Equal(BidangIdentitas.TanggalLahir, beda.Bidang);
        Assert.StartsWith("Tanggal lahir menurut NIK (15-07-90) berbeda", beda.Kalimat, StringComparison.Ordinal);
        Assert.Contains(beda.MenurutNip, beda.Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public void Sex_and_date_are_told_apart()
    {
        var beda = KecocokanIdentitas.Periksa(Sekar, Nip.Dari("199107152015031002"));
        Assert.Equal([BidangIdentitas.TanggalLahir, BidangIdentitas.JenisKelamin], beda.Select(b => b.Bidang));
        Assert.Equal(
            "Jenis kelamin menurut NIK (perempuan) berbeda dari menurut NIP (laki-laki). Periksa kedua nomor itu sekali lagi.", beda[1].Kalimat);
    }
}
