using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

internal static class ContohSertifikat
{
    public const string Sandi = "rahasia dapur 2026";
    public const string Nik = "3399015507900003";
    public static readonly DateTimeOffset Kini = new(2026, 11, 24, 3, 4, 5, TimeSpan.Zero);

    public static Passphrase Frasa(string sandi = Sandi) => new(sandi);

    public static DataPemohon Data(string nik = Nik) => new()
    {
        Nama = "Sekar Wulandari",
        Nik = nik,
        Nip = "199007152015032002",
        Surel = "sekar.wulandari@contoh.go.id",
        Ponsel = "081200000000",
        Jabatan = "Analis Kepegawaian",
        UnitKerja = "Dinas Contoh",
    };

    public static PermintaanPenerbitan Permintaan(string nik = Nik)
    {
        var d = Data(nik);
        return new(Guid.NewGuid(), Guid.NewGuid(), d, new()
        {
            SuratNama = d.Nama,
            SuratNik = d.Nik,
            SuratNip = d.Nip,
            SuratSurel = d.Surel,
            KtpNama = d.Nama,
            KtpNik = d.Nik,
        });
    }

    /// <summary>The KTP bears another name: the mismatch that the SOP warns of.</summary>
    public static PermintaanPenerbitan DenganNamaKtpLain(this PermintaanPenerbitan p) =>
        p with { Perbandingan = p.Perbandingan with { KtpNama = "Sekar Wulandini" } };
}
