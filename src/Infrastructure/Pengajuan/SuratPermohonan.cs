using System.Security.Cryptography;
using System.Text;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>
/// The "Surat Permohonan Penerbitan Sertifikat Elektronik" (SOP step 1) made from the applicant's data. It claims no electronic signature:
/// it bears none (domain facts, "Law").
/// </summary>
public sealed record SuratPermohonan(DataPemohon Data, DataSurat Surat, string NamaKantor, DateOnly Tanggal, Layanan Layanan = Layanan.Penerbitan)
{
    private const string Awalan = "surat-permohonan-dari-portal-";

    /// <summary>The heading, as the SOP names the letter of an issue.</summary>
    public string Judul => $"Surat Permohonan {Layanan.Nama()} Sertifikat Elektronik";

    /// <summary>The last line of the letter.</summary>
    public const string Keterangan = "Surat ini dibuat oleh portal dari data yang diisi pemohon dan tidak memuat tanda tangan elektronik.";

    public string Tujuan => $"Yth. Kepala {NamaKantor}";

    /// <summary>The applicant's data as the letter lists them.</summary>
    public IReadOnlyList<(string Label, string Nilai)> Butir =>
    [
        ("Nama", Data.Nama), ("NIK", PengelompokanNomor.Nik(Data.Nik)), ("NIP", PengelompokanNomor.Nip(Data.Nip)),
        ("Status kepegawaian", TeksIdentitas.Nama(Data.Status)), ("Pangkat/golongan", Data.Pangkat), ("Jabatan", Data.Jabatan),
        ("Unit kerja", Data.UnitKerja), ("Email", Data.Surel), ("Nomor ponsel", PengelompokanNomor.Ponsel(Data.Ponsel)),
        ("Kabupaten/kota", Data.Kota), ("Provinsi", Data.Provinsi),
    ];

    public string Isi =>
        $"dengan ini mengajukan permohonan {Layanan.Perihal()}, berdasarkan surat rekomendasi nomor {Surat.Nomor} "
        + $"tanggal {(Surat.Tanggal is { } t ? TeksWaktu.TanggalPanjang(t) : "-")} dari {Surat.AtasanNama}, {Surat.AtasanJabatan}.";

    public const string Penutup = "Demikian permohonan ini saya ajukan. Data di atas benar dan menjadi tanggung jawab saya.";

    public string TempatTanggal => $"{Data.Kota}, {TeksWaktu.TanggalPanjang(Tanggal)}";

    /// <summary>Name under which it is kept: with a mark of what it says, so that a letter of older data is known for one.</summary>
    public string NamaBerkas => Awalan + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Butir.Select(b => b.Nilai)) + Isi)))[..8] + ".pdf";

    /// <summary>Whether a kept document is a letter made here.</summary>
    public static bool DariPortal(string? namaBerkas) => namaBerkas?.StartsWith(Awalan, StringComparison.Ordinal) == true;

    /// <summary>The letter as PDF, one page.</summary>
    public byte[] Pdf()
    {
        var pdf = new PdfSederhana()
            .Paragraf(Judul, 14, tebal: true, sesudah: 16)
            .Paragraf(Tujuan).Paragraf("di Klaten", sesudah: 14)
            .Paragraf("Saya yang bernama di bawah ini:", sesudah: 4);
        foreach (var (label, nilai) in Butir)
        {
            pdf.Baris(label, string.IsNullOrWhiteSpace(nilai) ? "-" : nilai);
        }

        return pdf.Jarak(8).Paragraf(Isi).Paragraf(Penutup, sesudah: 24)
            .Paragraf(TempatTanggal, sesudah: 2).Paragraf("Pemohon,", sesudah: 44)
            .Paragraf(Data.Nama, tebal: true, sesudah: 0).Paragraf(Data.Nip.Length == 0 ? "" : "NIP " + PengelompokanNomor.Nip(Data.Nip), sesudah: 28)
            .Paragraf(Keterangan, 8)
            .Selesai(Judul);
    }
}
