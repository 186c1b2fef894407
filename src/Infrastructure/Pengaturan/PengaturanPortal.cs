using System.Text.Json.Serialization;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Infrastructure.Pengaturan;

/// <summary>What the administrator may set. The defaults are the SOP's, or unsourced where the SOP is silent.</summary>
public sealed record PengaturanPortal
{
    public string NamaInstansi { get; init; } = "Dinas Komunikasi dan Informatika Kabupaten Klaten";
    public string AlamatInstansi { get; init; } = "";
    public string TeleponInstansi { get; init; } = "";

    /// <summary>Titles of the posts: they change (a Kasi may be a Ketua Tim now), so the code knows only the role.</summary>
    public string JabatanKepala { get; init; } = "Kepala Dinas Komunikasi dan Informatika";

    public string JabatanKabid { get; init; } = "Kepala Bidang Informatika dan Persandian";
    public string JabatanKasi { get; init; } = "Kepala Seksi Infrastruktur TI";

    /// <summary>Mail domains with which applicants may register; each also allows its sub-domains. The SOP asks for .go.id.</summary>
    public IReadOnlyList<string> DomainSurel { get; init; } = ["go.id"];

    /// <summary>BSrE's own portal, https only; where applicants and verifikators are led beside BSrE (domain facts: the host is a setting).</summary>
    public string AlamatBsre { get; init; } = "https://portal-bsre.bssn.go.id";

    /// <summary>Reasons of BSrE's refusals to pick from at step 8; the verifikator may always write another (domain facts: "What goes wrong").</summary>
    public IReadOnlyList<string> AlasanTolakBsre { get; init; } =
    [
        "Data pada surat rekomendasi dan KTP tidak sama",
        "Foto KTP buram, terpotong, atau tidak berwarna",
        "Selfie tidak cocok dengan KTP",
        "Nama ditulis dengan gelar",
        "Unit kerja tidak sesuai",
        "Surat rekomendasi tanpa nomor atau tanda tangan",
        "Email tidak aktif atau bukan email .go.id perorangan",
        "NIK sudah terdaftar di BSrE",
    ];

    public PengaturanSop Sop { get; init; } = new();

    /// <summary>For which of BSrE's statuses the portal records by itself what BSrE has done already; for all others it proposes.</summary>
    public IReadOnlyList<StatusBsre> OtomatisBsre { get; init; } = [];

    /// <summary>The working calendar by which every standard is counted.</summary>
    [JsonIgnore]
    public KalenderKerja Kalender { get; init; } = KalenderKerja.Bawaan;

    /// <summary>Days that KTP and selfie are kept after the case closes (unsourced).</summary>
    public int HariRetensiFoto { get; init; } = 30;

    /// <summary>Years that letters and register are kept after the certificate ends (unsourced).</summary>
    public int TahunRetensiSurat { get; init; } = 5;

    /// <summary>Months that a certificate is valid, where its file does not tell (unsourced).</summary>
    public int BulanBerlaku { get; init; } = 24;

    /// <summary>Days before a certificate's end from which its renewal is offered (unsourced).</summary>
    public int HariTawarPerpanjangan { get; init; } = 60;

    /// <summary>Reasons for a revocation to choose from (unsourced: the office's own list).</summary>
    public IReadOnlyList<string> AlasanPencabutan { get; init; } =
        ["Mutasi ke instansi lain", "Pensiun", "Berhenti sebagai ASN", "Passphrase diketahui orang lain", "Perangkat atau akun hilang", "Meninggal dunia"];

    /// <summary>Title of the post behind a role; for a role without a post, the role's name.</summary>
    public string Jabatan(Peran peran) => peran switch
    {
        Peran.Kepala => JabatanKepala,
        Peran.Kabid => JabatanKabid,
        Peran.Kasi => JabatanKasi,
        Peran.Pemohon or Peran.Verifikator or Peran.Administrator or Peran.PetugasLoket or Peran.Bsre or Peran.Sistem => peran.Nama(),
    };

    /// <summary>The same, with "Plt" or "Plh" before it when acting.</summary>
    public string Jabatan(PeranDipegang dipegang) =>
        dipegang.Sebagai is { } sebagai ? $"{sebagai} {Jabatan(dipegang.Peran)}" : Jabatan(dipegang.Peran);
}
