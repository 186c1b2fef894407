using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;

namespace KlatenSE.Portal.Pengajuan;

/// <summary>The applicant's words where steps 4, 5, 7 and 8 happen on BSrE's own portal; null where those of <see cref="KataLacak"/> are right.</summary>
internal static class KataBsre
{
    /// <summary>Whether the link that BSrE sent for this stage still runs.</summary>
    public static bool Terbuka(PermohonanMilik milik, Tahap tahap) => milik.Permohonan.Tahap == tahap && milik.Link?.Berlaku(milik.Kini) == true;

    /// <summary>The link of a stage as people call it.</summary>
    public static string Link(Tahap tahap) => tahap == Tahap.Passphrase ? "link passphrase" : "link aktivasi";

    /// <summary>The verifikator by name, within a sentence.</summary>
    public static string Verifikator(Permohonan p) => p.VerifikatorNama is { } nama ? $"verifikator ({nama})" : "verifikator";

    /// <summary>What the applicant does, or may expect.</summary>
    public static string? Saran(Permohonan p, PengaturanPortal atur) => atur.Sop.Otoritas != ModeOtoritas.Bsre ? null : p.Tahap switch
    {
        Tahap.Aktivasi => "BSrE sudah mengirim link aktivasi ke email Anda. Lakukan aktivasi di Portal BSrE; panduan kami menuntun langkah demi langkah. Selesaikan sebelum",
        Tahap.Passphrase => "BSrE sudah mengirim link pembuatan passphrase dan data masuk ke email Anda. Buat passphrase di Portal BSrE, bukan di sini. Selesaikan sebelum",
        Tahap.LinkKedaluwarsa => "Anda tidak perlu mengulang dari awal: verifikator akan meminta BSrE mengirim link baru ke email Anda, diharapkan sebelum",
        Tahap.Selesai when p.Layanan != Layanan.Pencabutan => "Sertifikat Anda berada di Portal BSrE dan dapat langsung dipakai dengan passphrase Anda.",
        _ => null,
    };

    /// <summary>The button that leads to the guidance.</summary>
    public static string? Tombol(Permohonan p, PengaturanPortal atur) => atur.Sop.Otoritas != ModeOtoritas.Bsre ? null : p.Tahap switch
    {
        Tahap.Aktivasi => "Buka panduan aktivasi",
        Tahap.Passphrase => "Buka panduan passphrase",
        _ => null,
    };

    /// <summary>What comes next in a step of the SOP.</summary>
    public static string? Nanti(int langkah, PengaturanPortal atur) => atur.Sop.Otoritas != ModeOtoritas.Bsre ? null : langkah switch
    {
        5 => "di Portal BSrE: cek data → foto KTP → selfie",
        7 => "Anda di Portal BSrE, link 1×24 jam",
        _ => null,
    };

    /// <summary>What happened: BSrE did it, and the verifikator wrote it down.</summary>
    public static string? Terjadi(Riwayat r, PengaturanPortal atur) => atur.Sop.Otoritas != ModeOtoritas.Bsre || r.Peran == Peran.Bsre ? null : r.Tindakan switch
    {
        Tindakan.TerbitkanLinkAktivasi => "mencatat bahwa BSrE mengirim link aktivasi",
        Tindakan.TerbitkanUlangLink => "mencatat bahwa BSrE mengirim link baru",
        Tindakan.TerbitkanSertifikat => "mencatat bahwa sertifikat terbit",
        Tindakan.TolakBsre => "mencatat bahwa BSrE menolak penerbitan",
        _ => null,
    };
}
