using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>The office's name as the administrator has set it: the one source of it.</summary>
public delegate string NamaInstansi();

/// <summary>The address of BSrE's portal as the administrator has set it.</summary>
public delegate string AlamatPortalBsre();

/// <summary>Whom a mail goes to.</summary>
public sealed record Penerima(string Nama, string Surel);

/// <summary>
/// The request that a mail is about. <paramref name="Peristiwa"/> is the id of what causes the mail (history row, link): one event
/// gives one mail of a kind to one person, however often it is asked for.
/// </summary>
public sealed record PerkaraSurat(Guid PermohonanId, string NomorResi, Guid Peristiwa);

/// <summary>
/// Every mail of the portal, one method each. A method only makes the <see cref="OutboxMessage"/>; the caller adds it to its own
/// DbContext, so that mail and act commit together. Paths (<c>jalur</c>) begin with a slash and are set behind <c>Portal:AlamatPublik</c>.
/// Never a NIK: free texts are masked. Never throws for what a person typed; an unusable address becomes a dead letter.
/// </summary>
public sealed partial class SuratElektronik(
    IDataProtectionProvider pelindung, IOptionsMonitor<IdentitasPortal> identitas, NamaInstansi instansi, AlamatPortalBsre alamatBsre, TimeProvider jam)
{
    internal const string Tujuan = "KlatenSE.Surel.Isi";

    private readonly IDataProtector protector = pelindung.CreateProtector(Tujuan);

    private IdentitasPortal Portal => identitas.CurrentValue;

    private NaskahSurat Naskah(Penerima kepada) =>
        new(Portal, Bersih.SatuBaris(instansi(), 160), Bersih.TanpaNik(Bersih.SatuBaris(kepada.Nama, OutboxMessage.PanjangNama)));

    private string Alamat(string jalur)
    {
        if (!jalur.StartsWith('/') || jalur.StartsWith("//", StringComparison.Ordinal) || jalur.AsSpan().IndexOfAnyInRange('\0', ' ') >= 0)
        {
            throw new ArgumentException("A path within the portal begins with one slash and holds no blank.", nameof(jalur));
        }

        return Portal.AlamatPublik.TrimEnd('/') + jalur;
    }

    private string HalamanPermohonan(Guid id) => Alamat($"/permohonan/{id}");

    private string HalamanKerja(Guid id) => Alamat($"/kerja/{id}");

    private OutboxMessage Biasa(JenisSurel jenis, Penerima kepada, PerkaraSurat perkara, string perihal, NaskahSurat naskah,
        DateTimeOffset? batas = null, string? pembeda = null) =>
        Buat(jenis, kepada, Kunci(jenis, perkara.Peristiwa, kepada, pembeda), $"{perihal} ({perkara.NomorResi})", naskah, false, perkara, batas);

    private OutboxMessage Rahasia(JenisSurel jenis, Penerima kepada, PerkaraSurat perkara, string perihal, NaskahSurat naskah, DateTimeOffset batas) =>
        Buat(jenis, kepada, Kunci(jenis, perkara.Peristiwa, kepada, null), $"{perihal} ({perkara.NomorResi})", naskah, true, perkara, batas);

    private static string Kunci(JenisSurel jenis, Guid peristiwa, Penerima kepada, string? pembeda)
    {
        // An address may be longer than the key's column: the hash of its lower-case form stands for it.
        var alamat = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(kepada.Surel.Trim().ToLowerInvariant())).AsSpan(0, 8));
        return $"{jenis}:{peristiwa:N}:{alamat}{(pembeda is null ? "" : ":" + pembeda)}";
    }

    private OutboxMessage Buat(JenisSurel jenis, Penerima kepada, string kunci, string perihal, NaskahSurat naskah, bool rahasia,
        PerkaraSurat? perkara, DateTimeOffset? batas)
    {
        var kini = jam.GetUtcNow();
        return new OutboxMessage
        {
            Id = Guid.CreateVersion7(kini),
            Kunci = kunci,
            Jenis = jenis,
            Kepada = Bersih.SatuBaris(kepada.Surel, 320),
            NamaKepada = Bersih.TanpaNik(Bersih.SatuBaris(kepada.Nama, OutboxMessage.PanjangNama)),
            Perihal = Bersih.TanpaNik(Bersih.SatuBaris(perihal, OutboxMessage.PanjangPerihal)),
            IsiTeks = rahasia ? protector.Protect(naskah.Teks) : naskah.Teks,
            IsiHtml = rahasia ? protector.Protect(naskah.Html) : naskah.Html,
            Rahasia = rahasia,
            PermohonanId = perkara?.PermohonanId,
            NomorResi = string.IsNullOrEmpty(perkara?.NomorResi) ? null : perkara.NomorResi,
            DibuatPada = kini,
            DiantrekanPada = kini,
            KirimSetelah = kini,
            BatasPada = batas,
        };
    }
}
