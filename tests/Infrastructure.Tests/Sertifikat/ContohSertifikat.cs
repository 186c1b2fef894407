using KlatenSE.Infrastructure.Sertifikat;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

internal static class ContohSertifikat
{
    public const string Sandi = "rahasia dapur 2026";
    public const string Nik = "3399015507900003";
    public static readonly DateTimeOffset Kini = new(2026, 11, 24, 3, 4, 5, TimeSpan.Zero);

    public static Passphrase Frasa(string sandi = Sandi) => new(sandi);

    public static PendaftaranSertifikat Data(Guid? permohonanId = null, string nik = Nik) => new(
        permohonanId ?? Guid.NewGuid(), "Sekar Wulandari", nik, "199007152015032002", "sekar.wulandari@contoh.go.id",
        "081200000000", "Analis Kepegawaian", "Dinas Contoh", "Klaten", "Jawa Tengah", "PNS");

    public static PermintaanPenerbitan Permintaan(PendaftaranSertifikat? data = null)
    {
        var d = data ?? Data();
        return new(Guid.NewGuid(), d, new(d.Nama, d.Nik, d.Nip, d.Surel), new(d.Nama, d.Nik));
    }
}
