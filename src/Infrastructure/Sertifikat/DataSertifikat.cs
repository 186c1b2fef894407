namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Where keys and certificates are made.</summary>
public enum ModeSertifikat
{
    /// <summary>An authority inside the process, for trying out and for tests.</summary>
    Sandbox,

    /// <summary>BSrE's own portal does steps 4, 5, 7 and 8; no passphrase passes through this one.</summary>
    Bsre,
}

/// <summary>The data that step 4 enters at the authority. Its text form hides them: NIK never appears in a log.</summary>
/// <param name="Nama">Name without titles.</param>
/// <param name="StatusKepegawaian">PNS or PPPK.</param>
public sealed record PendaftaranSertifikat(
    Guid PermohonanId, string Nama, string Nik, string Nip, string Surel, string Ponsel, string Jabatan,
    string UnitKerja, string Kota, string Provinsi, string StatusKepegawaian)
{
    public override string ToString() => $"PendaftaranSertifikat {PermohonanId}";
}

/// <summary>What the authority answers to a registration (step 4).</summary>
public abstract record HasilPendaftaran
{
    private HasilPendaftaran() { }

    public sealed record Terdaftar : HasilPendaftaran;

    /// <summary>The NIK holds a certificate that is valid now, from another request.</summary>
    /// <param name="Kalimat">To be shown as it is.</param>
    public sealed record SudahBersertifikat(string Serial, DateTimeOffset BerlakuSampai, string Kalimat) : HasilPendaftaran;
}

/// <summary>What the Kasi read from the letter of recommendation (step 3).</summary>
public sealed record CatatanSurat(string Nama, string Nik, string Nip, string Surel)
{
    public override string ToString() => nameof(CatatanSurat);
}

/// <summary>What the Kasi read from the KTP (step 3).</summary>
public sealed record CatatanKtp(string Nama, string Nik)
{
    public override string ToString() => nameof(CatatanKtp);
}

/// <summary>Asks the authority for a certificate (step 8).</summary>
/// <param name="MasaBerlakuBulan">Validity in months; a setting, 24 by default.</param>
public sealed record PermintaanPenerbitan(
    Guid PemohonId, PendaftaranSertifikat Terdaftar, CatatanSurat Surat, CatatanKtp Ktp, int MasaBerlakuBulan = 24)
{
    public Guid PermohonanId => Terdaftar.PermohonanId;

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
