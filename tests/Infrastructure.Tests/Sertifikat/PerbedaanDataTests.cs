using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

public sealed class PerbedaanDataTests
{
    private static readonly PermintaanPenerbitan Permintaan = ContohSertifikat.Permintaan();
    private static readonly Perbandingan Sama = Permintaan.Perbandingan;

    public static TheoryData<BidangPermohonan, SumberData> SetiapBidang => new()
    {
        { BidangPermohonan.Nama, SumberData.Surat },
        { BidangPermohonan.Nik, SumberData.Surat },
        { BidangPermohonan.Nip, SumberData.Surat },
        { BidangPermohonan.Surel, SumberData.Surat },
        { BidangPermohonan.Nama, SumberData.Ktp },
        { BidangPermohonan.Nik, SumberData.Ktp },
    };

    [Fact]
    public void Equal_papers_leave_nothing_to_mend() => Assert.Empty(Bandingkan(Sama));

    [Theory]
    [MemberData(nameof(SetiapBidang))]
    public void Each_field_that_differs_is_named_alone(BidangPermohonan bidang, SumberData sumber)
    {
        var perbedaan = Assert.Single(Bandingkan(Ubah(bidang, sumber)));
        Assert.Equal(new PerbedaanData(bidang, sumber), perbedaan);
    }

    [Theory]
    [MemberData(nameof(SetiapBidang))]
    public void The_sentence_names_no_value(BidangPermohonan bidang, SumberData sumber)
    {
        var kalimat = new PerbedaanData(bidang, sumber).Kalimat;
        Assert.EndsWith("tidak sama dengan data yang didaftarkan.", kalimat);
        Assert.DoesNotContain(kalimat, char.IsDigit);
    }

    [Fact]
    public void Case_and_blanks_do_not_count()
    {
        var p = new Perbandingan
        {
            SuratNama = "SEKAR  wulandari ",
            SuratNik = "3399 0155 0790 0003",
            SuratNip = "19900715 201503 2 002",
            SuratSurel = " Sekar.Wulandari@CONTOH.go.id",
            KtpNama = "SEKAR WULANDARI",
            KtpNik = "3399-0155-0790-0003",
        };
        Assert.Empty(Bandingkan(p));
    }

    [Fact]
    public void Papers_of_which_nothing_was_recorded_differ_in_everything() => Assert.Equal(6, Bandingkan(new()).Count);

    [Fact]
    public void The_text_form_hides_the_NIK() => Assert.DoesNotContain(ContohSertifikat.Nik, $"{Permintaan}");

    private static IReadOnlyList<PerbedaanData> Bandingkan(Perbandingan p) => PerbedaanData.Bandingkan(Permintaan.Data, p);

    private static Perbandingan Ubah(BidangPermohonan bidang, SumberData sumber) => (sumber, bidang) switch
    {
        (SumberData.Surat, BidangPermohonan.Nama) => Sama with { SuratNama = "Sekar Wulandini" },
        (SumberData.Surat, BidangPermohonan.Nik) => Sama with { SuratNik = "3399015507900004" },
        (SumberData.Surat, BidangPermohonan.Nip) => Sama with { SuratNip = "199007152015032003" },
        (SumberData.Surat, BidangPermohonan.Surel) => Sama with { SuratSurel = "sekar@contoh.go.id" },
        (SumberData.Ktp, BidangPermohonan.Nama) => Sama with { KtpNama = "Sekar Wulandini" },
        (SumberData.Ktp, BidangPermohonan.Nik) => Sama with { KtpNik = "3399015507900004" },
        _ => throw new ArgumentOutOfRangeException(nameof(bidang)),
    };
}
