using KlatenSE.Infrastructure.Sertifikat;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

public sealed class PembandingDataTests
{
    private static readonly PermintaanPenerbitan Sama = ContohSertifikat.Permintaan();

    public static TheoryData<BidangData, SumberData> SetiapBidang => new()
    {
        { BidangData.Nama, SumberData.Surat },
        { BidangData.Nik, SumberData.Surat },
        { BidangData.Nip, SumberData.Surat },
        { BidangData.Surel, SumberData.Surat },
        { BidangData.Nama, SumberData.Ktp },
        { BidangData.Nik, SumberData.Ktp },
    };

    [Fact]
    public void Equal_papers_leave_nothing_to_mend() => Assert.Empty(PembandingData.Bandingkan(Sama));

    [Theory]
    [MemberData(nameof(SetiapBidang))]
    public void Each_field_that_differs_is_named_alone(BidangData bidang, SumberData sumber)
    {
        var perbedaan = Assert.Single(PembandingData.Bandingkan(Ubah(bidang, sumber)));
        Assert.Equal(new PerbedaanData(bidang, sumber), perbedaan);
    }

    [Theory]
    [MemberData(nameof(SetiapBidang))]
    public void The_sentence_names_no_value(BidangData bidang, SumberData sumber)
    {
        var kalimat = new PerbedaanData(bidang, sumber).Kalimat;
        Assert.EndsWith("tidak sama dengan data yang didaftarkan.", kalimat);
        Assert.DoesNotContain(kalimat, char.IsDigit);
    }

    [Fact]
    public void Case_and_blanks_do_not_count()
    {
        var p = Sama with
        {
            Surat = new("SEKAR  wulandari ", "3399 0155 0790 0003", "19900715 201503 2 002", " Sekar.Wulandari@CONTOH.go.id"),
            Ktp = new("SEKAR WULANDARI", "3399-0155-0790-0003"),
        };
        Assert.Empty(PembandingData.Bandingkan(p));
    }

    [Fact]
    public void An_empty_paper_differs_in_everything()
    {
        var p = Sama with { Surat = new("", "", "", ""), Ktp = new("", "") };
        Assert.Equal(6, PembandingData.Bandingkan(p).Count);
    }

    [Fact]
    public void Text_forms_hide_the_NIK()
    {
        var teks = $"{Sama} {Sama.Terdaftar} {Sama.Surat} {Sama.Ktp}";
        Assert.DoesNotContain(ContohSertifikat.Nik, teks);
    }

    private static PermintaanPenerbitan Ubah(BidangData bidang, SumberData sumber) => (sumber, bidang) switch
    {
        (SumberData.Surat, BidangData.Nama) => Sama with { Surat = Sama.Surat with { Nama = "Sekar Wulandini" } },
        (SumberData.Surat, BidangData.Nik) => Sama with { Surat = Sama.Surat with { Nik = "3399015507900004" } },
        (SumberData.Surat, BidangData.Nip) => Sama with { Surat = Sama.Surat with { Nip = "199007152015032003" } },
        (SumberData.Surat, BidangData.Surel) => Sama with { Surat = Sama.Surat with { Surel = "sekar@contoh.go.id" } },
        (SumberData.Ktp, BidangData.Nama) => Sama with { Ktp = Sama.Ktp with { Nama = "Sekar Wulandini" } },
        (SumberData.Ktp, BidangData.Nik) => Sama with { Ktp = Sama.Ktp with { Nik = "3399015507900004" } },
        _ => throw new ArgumentOutOfRangeException(nameof(bidang)),
    };
}
