using KlatenSE.Domain.Identitas;

namespace KlatenSE.Domain.Pengajuan;

/// <summary>The papers that are held against the registered data.</summary>
public enum SumberData
{
    Surat,
    Ktp,
}

/// <summary>One field of one paper that is not what was registered (SOP warning: BSrE refuses these).</summary>
public sealed record PerbedaanData(BidangPermohonan Bidang, SumberData Sumber)
{
    /// <summary>An Indonesian sentence that names the field and the paper, never the values: it goes into mail and history.</summary>
    public string Kalimat => $"{Bidang.Nama()} pada {NamaSumber} tidak sama dengan data yang didaftarkan.";

    private string NamaSumber => Sumber switch
    {
        SumberData.Surat => "surat rekomendasi",
        SumberData.Ktp => "KTP",
    };

    /// <summary>Every field of letter and KTP that differs from the registered data, in the order of the papers. Case, blanks and separators are forgiven.</summary>
    public static IReadOnlyList<PerbedaanData> Bandingkan(DataPemohon data, Perbandingan p)
    {
        (bool Sama, BidangPermohonan Bidang, SumberData Sumber)[] hasil =
        [
            (NamaOrang.Sama(data.Nama, p.SuratNama), BidangPermohonan.Nama, SumberData.Surat),
            (AngkaSama(data.Nik, p.SuratNik), BidangPermohonan.Nik, SumberData.Surat),
            (AngkaSama(data.Nip, p.SuratNip), BidangPermohonan.Nip, SumberData.Surat),
            (SurelSama(data.Surel, p.SuratSurel), BidangPermohonan.Surel, SumberData.Surat),
            (NamaOrang.Sama(data.Nama, p.KtpNama), BidangPermohonan.Nama, SumberData.Ktp),
            (AngkaSama(data.Nik, p.KtpNik), BidangPermohonan.Nik, SumberData.Ktp),
        ];
        return [.. hasil.Where(h => !h.Sama).Select(h => new PerbedaanData(h.Bidang, h.Sumber))];
    }

    private static bool AngkaSama(string a, string b) => Angka.BuangPemisah(a) == Angka.BuangPemisah(b);

    private static bool SurelSama(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
