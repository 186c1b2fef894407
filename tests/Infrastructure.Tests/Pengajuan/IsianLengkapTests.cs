using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Pengajuan;

/// <summary>Which data may be sent, and which may not even be kept.</summary>
public sealed class IsianLengkapTests
{
    private static readonly DateTimeOffset Kini = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    private static readonly DataPemohon Data = new()
    {
        Nama = "Sekar Wulandari",
        Nik = "3399015507900003",
        Nip = "199007152015032002",
        Surel = "sekar.wulandari@contoh.go.id",
        Ponsel = "+6281234567890",
        Jabatan = "Arsiparis",
        UnitKerja = "Dinas Perpustakaan dan Arsip",
    };

    private static readonly DataSurat Surat = new()
    {
        Nomor = "000.9/1/2026",
        Tanggal = new DateOnly(2026, 11, 2),
        AtasanNama = "Bagas Prasetyo, S.Kom.",
        AtasanNip = "197803122003121004",
        AtasanJabatan = "Kepala Dinas",
    };

    [Fact]
    public void Complete_data_may_be_sent() => Assert.Empty(Periksa(Data, Surat));

    [Theory]
    [InlineData("Nama", "")]
    [InlineData("Nama", "Sekar Wulandari, S.Kom.")]
    [InlineData("Nama", "Sekar 3")]
    [InlineData("Nik", "339901550790000")]
    [InlineData("Nip", "")]
    [InlineData("Nip", "199013152015032002")]
    [InlineData("Surel", "sekar@contoh.com")]
    [InlineData("Ponsel", "12")]
    [InlineData("Jabatan", " ")]
    [InlineData("UnitKerja", "")]
    [InlineData("Kota", "")]
    [InlineData("Provinsi", "")]
    [InlineData("Pangkat", "😀")]
    public void Each_wrong_field_is_named(string bidang, string nilai)
    {
        var salah = Ganti(Data, bidang, nilai);
        Assert.Equal([bidang], Periksa(salah, Surat).Select(g => g.Bidang));
    }

    [Fact]
    public void Nobody_recommends_oneself() =>
        Assert.Contains("tidak boleh Anda sendiri", Assert.Single(Periksa(Data, Surat with { AtasanNip = Data.Nip })).Kalimat, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-25", false)]
    public void A_letter_is_not_of_tomorrow(string tanggal, bool boleh) =>
        Assert.Equal(boleh, Periksa(Data, Surat with { Tanggal = DateOnly.Parse(tanggal, System.Globalization.CultureInfo.InvariantCulture) }).Count == 0);

    [Fact]
    public void Whoever_is_neither_PNS_nor_PPPK_has_no_NIP() => Assert.Empty(Periksa(Data with { Nip = "", Status = StatusKepegawaian.Lainnya }, Surat));

    [Fact]
    public void A_draft_keeps_half_typed_data() =>
        Assert.Empty(IsianLengkap.PeriksaDraf(Data with { Nik = "3399", Nama = "Sekar, S.Kom.", Ponsel = "08" }, new DataSurat(), new PengaturanPortal(), Kini));

    [Theory]
    [InlineData("Jabatan", "Arsip\0aris")]
    [InlineData("Nama", "Sekar\u0007")]
    [InlineData("Kota", "😀")]
    [InlineData("Nik", "33990155079000031")]
    public void A_draft_refuses_what_cannot_be_kept(string bidang, string nilai) =>
        Assert.Equal([bidang], IsianLengkap.PeriksaDraf(Ganti(Data, bidang, nilai), Surat, new PengaturanPortal(), Kini).Select(g => g.Bidang));

    [Fact]
    public void Blanks_and_hyphens_in_numbers_are_forgiven()
    {
        var rapi = (Data with { Nik = "3399-0155 0790-0003", Nip = "19900715 201503 2 002", Ponsel = "0812-3456-7890", Nama = "SEKAR  WULANDARI" }).Rapikan();
        Assert.Equal(("3399015507900003", "199007152015032002", "+6281234567890", "Sekar Wulandari"), (rapi.Nik, rapi.Nip, rapi.Ponsel, rapi.Nama));
    }

    [Theory]
    [InlineData("199007152015032002", StatusKepegawaian.Pns, 0)]
    [InlineData("199107152015032002", StatusKepegawaian.Pns, 1)]
    [InlineData("199107152015031002", StatusKepegawaian.Pns, 2)]
    [InlineData("199007152015032002", StatusKepegawaian.Pppk, 1)]
    public void What_is_odd_is_a_warning_and_no_refusal(string nip, StatusKepegawaian status, int banyak)
    {
        var data = Data with { Nip = nip, Status = status };
        Assert.Equal(banyak, PeringatanIsian.Untuk(data).Count);
        Assert.Empty(Periksa(data, Surat));
    }

    private static IReadOnlyList<(string Bidang, string Kalimat)> Periksa(DataPemohon data, DataSurat surat) => IsianLengkap.Periksa(data, surat, new PengaturanPortal(), Kini);

    private static DataPemohon Ganti(DataPemohon data, string bidang, string nilai) => bidang switch
    {
        "Nama" => data with { Nama = nilai },
        "Nik" => data with { Nik = nilai },
        "Nip" => data with { Nip = nilai },
        "Surel" => data with { Surel = nilai },
        "Ponsel" => data with { Ponsel = nilai },
        "Pangkat" => data with { Pangkat = nilai },
        "Jabatan" => data with { Jabatan = nilai },
        "UnitKerja" => data with { UnitKerja = nilai },
        "Kota" => data with { Kota = nilai },
        "Provinsi" => data with { Provinsi = nilai },
        _ => throw new ArgumentOutOfRangeException(nameof(bidang), bidang, "No such field."),
    };
}
