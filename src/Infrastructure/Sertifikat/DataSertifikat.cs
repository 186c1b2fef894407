using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Asks whether a person may be registered (step 4).</summary>
/// <param name="Layanan">A renewal begins with a valid certificate; an issue may not.</param>
/// <param name="DigantiId">The certificate of the register that is to be renewed; null where it was issued before the portal, or for an issue.</param>
public sealed record Pendaftaran(Guid PermohonanId, DataPemohon Data, Layanan Layanan = Layanan.Penerbitan, Guid? DigantiId = null)
{
    public override string ToString() => $"Pendaftaran {PermohonanId}";
}

/// <summary>What the authority answers to a registration (step 4).</summary>
public abstract record HasilPendaftaran
{
    private HasilPendaftaran() { }

    public sealed record Terdaftar : HasilPendaftaran;

    /// <summary>The NIK holds a certificate that is valid now, from another request.</summary>
    /// <param name="Kalimat">To be shown as it is.</param>
    public sealed record SudahBersertifikat(string Kalimat) : HasilPendaftaran;
}

/// <summary>Asks the authority for a certificate (step 8).</summary>
/// <param name="Data">As registered at step 4 and corrected at step 5.</param>
/// <param name="Perbandingan">What the Kasi read on letter and KTP (step 3).</param>
/// <param name="MasaBerlakuBulan">Validity in months; a setting, 24 by default.</param>
public sealed record PermintaanPenerbitan(Guid PermohonanId, Guid PemohonId, DataPemohon Data, Perbandingan Perbandingan, int MasaBerlakuBulan = 24)
{
    public Layanan Layanan { get; init; }

    /// <summary>The certificate that the new one replaces; null for a first issue.</summary>
    public Guid? DigantiId { get; init; }

    /// <summary>What a request asks for.</summary>
    /// <exception cref="InvalidOperationException">Step 3 recorded nothing: the request cannot have come to step 8.</exception>
    public static PermintaanPenerbitan Dari(Permohonan permohonan, int masaBerlakuBulan = 24) => new(
        permohonan.Id, permohonan.PemohonId, permohonan.Data,
        permohonan.Perbandingan ?? throw new InvalidOperationException($"Request {permohonan.Id} has no record of letter and KTP."),
        masaBerlakuBulan)
    {
        Layanan = permohonan.Layanan,
        DigantiId = permohonan.SertifikatId,
    };

    public override string ToString() => $"PermintaanPenerbitan {PermohonanId}";
}

/// <summary>What the authority answers at step 8.</summary>
public abstract record HasilPenerbitan
{
    private HasilPenerbitan() { }

    public sealed record Terbit(SertifikatTerbit Sertifikat) : HasilPenerbitan;

    /// <summary>The authority refuses; the request goes back to step 3 with this reason.</summary>
    /// <param name="Alasan">Sentences without personal values, fit for mail and history.</param>
    public sealed record Ditolak(string Alasan, IReadOnlyList<PerbedaanData> Perbedaan) : HasilPenerbitan;
}

/// <summary>The answer to a download.</summary>
public abstract record HasilUnduhan
{
    private HasilUnduhan() { }

    public sealed record Berkas(byte[] Isi, string NamaBerkas) : HasilUnduhan;

    /// <param name="Kalimat">To be shown as it is.</param>
    /// <param name="PassphraseSalah">True when the passphrase did not open the key: a try to be counted.</param>
    public sealed record Ditolak(string Kalimat, bool PassphraseSalah) : HasilUnduhan;
}
