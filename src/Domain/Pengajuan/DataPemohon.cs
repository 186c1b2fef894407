using KlatenSE.Domain.Identitas;

namespace KlatenSE.Domain.Pengajuan;

/// <summary>The applicant's data as BSrE's registration form asks for it (domain facts: "Registration fields").</summary>
public sealed record DataPemohon
{
    public string Nama { get; init; } = "";
    public string Nik { get; init; } = "";
    public string Nip { get; init; } = "";
    public StatusKepegawaian Status { get; init; }
    public string Surel { get; init; } = "";
    public string Ponsel { get; init; } = "";
    public string Pangkat { get; init; } = "";
    public string Jabatan { get; init; } = "";
    public string UnitKerja { get; init; } = "";
    public string Kota { get; init; } = "Klaten";
    public string Provinsi { get; init; } = "Jawa Tengah";

    /// <summary>All fields with their values, in the order of BSrE's form.</summary>
    public IEnumerable<(BidangPermohonan Bidang, string Nilai)> Nilai() =>
    [
        (BidangPermohonan.Nama, Nama), (BidangPermohonan.Nik, Nik), (BidangPermohonan.Nip, Nip),
        (BidangPermohonan.StatusKepegawaian, Status.ToString()), (BidangPermohonan.Surel, Surel), (BidangPermohonan.Ponsel, Ponsel),
        (BidangPermohonan.Pangkat, Pangkat), (BidangPermohonan.Jabatan, Jabatan), (BidangPermohonan.UnitKerja, UnitKerja),
        (BidangPermohonan.Kota, Kota), (BidangPermohonan.Provinsi, Provinsi),
    ];

    /// <summary>The NIK is left out, so that it cannot reach a log.</summary>
    public override string ToString() => $"DataPemohon {{ UnitKerja = {UnitKerja} }}";
}

/// <summary>The letter of recommendation as the applicant enters it (SOP step 1).</summary>
public sealed record DataSurat
{
    public string Nomor { get; init; } = "";
    public DateOnly? Tanggal { get; init; }
    public string AtasanNama { get; init; } = "";
    public string AtasanNip { get; init; } = "";
    public string AtasanJabatan { get; init; } = "";

    /// <summary>All fields with their values.</summary>
    public IEnumerable<(BidangPermohonan Bidang, string Nilai)> Nilai() =>
    [
        (BidangPermohonan.NomorSurat, Nomor), (BidangPermohonan.TanggalSurat, Tanggal?.ToString("yyyy-MM-dd") ?? ""),
        (BidangPermohonan.AtasanNama, AtasanNama), (BidangPermohonan.AtasanNip, AtasanNip), (BidangPermohonan.AtasanJabatan, AtasanJabatan),
    ];
}

/// <summary>What the Kasi read on letter and KTP (SOP step 3); BSrE compares just these.</summary>
public sealed record Perbandingan
{
    public string SuratNama { get; init; } = "";
    public string SuratNik { get; init; } = "";
    public string SuratNip { get; init; } = "";
    public string SuratSurel { get; init; } = "";
    public string KtpNama { get; init; } = "";
    public string KtpNik { get; init; } = "";

    /// <summary>The originals were shown at the office.</summary>
    public bool AsliDitunjukkan { get; init; }

    public override string ToString() => nameof(Perbandingan);
}

/// <summary>The disposition of the Kepala, in the words of the Lembar Disposisi.</summary>
public sealed record Disposisi
{
    public IReadOnlyList<InstruksiDisposisi> Instruksi { get; init; } = [];
    public SifatSurat Sifat { get; init; } = SifatSurat.Segera;
    public string Catatan { get; init; } = "";
}

/// <summary>A disposition as it was given (SOP step 1). The newest one counts when a request comes to the Kepala again.</summary>
/// <param name="Isi">What was said.</param>
/// <param name="OlehNama">Who gave it.</param>
/// <param name="Sebagai">"Plt" or "Plh" when given for the Kepala; null when by the Kepala.</param>
/// <param name="Pada">When.</param>
public sealed record DisposisiTercatat(Disposisi Isi, string OlehNama, string? Sebagai, DateTimeOffset Pada);

/// <summary>"Dengan hormat harap" on the Lembar Disposisi.</summary>
public enum InstruksiDisposisi
{
    TanggapanDanSaran,
    ProsesLebihLanjut,
    KoordinasiKonfirmasikan,
}

/// <summary>"Sifat" on the Lembar Disposisi.</summary>
public enum SifatSurat
{
    SangatSegera,
    Segera,
    Rahasia,
}

/// <summary>The services of BSrE (domain facts; Perbup Klaten 5/2022); the SOP covers the first.</summary>
public enum Layanan
{
    Penerbitan,

    /// <summary>A new certificate before the old one ends, by the same steps as an issue.</summary>
    Perpanjangan,

    /// <summary>The certificate's data change while it is valid.</summary>
    PerubahanData,

    /// <summary>The certificate ends before its time.</summary>
    Pencabutan,
}
