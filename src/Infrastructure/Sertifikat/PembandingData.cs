namespace KlatenSE.Infrastructure.Sertifikat;

public enum BidangData
{
    Nama,
    Nik,
    Nip,
    Surel,
}

public enum SumberData
{
    Surat,
    Ktp,
}

/// <summary>One field of one paper that is not what was registered.</summary>
public sealed record PerbedaanData(BidangData Bidang, SumberData Sumber)
{
    /// <summary>An Indonesian sentence that names the field and the paper, never the values.</summary>
    public string Kalimat => $"{NamaBidang} pada {NamaSumber} tidak sama dengan data yang didaftarkan.";

    private string NamaBidang => Bidang switch
    {
        BidangData.Nama => "Nama",
        BidangData.Nik => "NIK",
        BidangData.Nip => "NIP",
        BidangData.Surel => "Alamat surel",
    };

    private string NamaSumber => Sumber switch
    {
        SumberData.Surat => "surat rekomendasi",
        SumberData.Ktp => "KTP",
    };
}

/// <summary>The SOP's warning, as the authority applies it: letter, KTP and registered data must agree.</summary>
public static class PembandingData
{
    /// <summary>Every field of letter and KTP that differs from the registered data, in the order of the papers.</summary>
    public static IReadOnlyList<PerbedaanData> Bandingkan(PermintaanPenerbitan permintaan)
    {
        var (data, surat, ktp) = (permintaan.Terdaftar, permintaan.Surat, permintaan.Ktp);
        (bool Sama, BidangData Bidang, SumberData Sumber)[] hasil =
        [
            (NamaSama(data.Nama, surat.Nama), BidangData.Nama, SumberData.Surat),
            (AngkaSama(data.Nik, surat.Nik), BidangData.Nik, SumberData.Surat),
            (AngkaSama(data.Nip, surat.Nip), BidangData.Nip, SumberData.Surat),
            (SurelSama(data.Surel, surat.Surel), BidangData.Surel, SumberData.Surat),
            (NamaSama(data.Nama, ktp.Nama), BidangData.Nama, SumberData.Ktp),
            (AngkaSama(data.Nik, ktp.Nik), BidangData.Nik, SumberData.Ktp),
        ];
        return [.. hasil.Where(h => !h.Sama).Select(h => new PerbedaanData(h.Bidang, h.Sumber))];
    }

    private static bool NamaSama(string a, string b) =>
        string.Equals(Rapikan(a), Rapikan(b), StringComparison.OrdinalIgnoreCase);

    private static string Rapikan(string nama) =>
        string.Join(' ', nama.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool AngkaSama(string a, string b) => Angka(a) == Angka(b);

    /// <summary>Blanks, dots and hyphens in numbers are forgiven.</summary>
    internal static string Angka(string teks) => string.Concat(teks.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));

    private static bool SurelSama(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
