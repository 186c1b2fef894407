using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Portal.Components.Bersama;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>Entry, letter and KTP as lines of a comparison, marked at the characters that differ.</summary>
public static class Banding
{
    public static IReadOnlyList<string> Kolom { get; } = ["Isian pemohon", "Di surat", "Di KTP"];

    /// <summary>What was recorded at step 3 against the data as they are now.</summary>
    public static IReadOnlyList<BarisBanding> Tercatat(Permohonan permohonan) =>
        permohonan.Perbandingan is not { } p ? [] :
        [
            Baris(BidangPermohonan.Nama, permohonan.Data.Nama, p.SuratNama, p.KtpNama),
            Baris(BidangPermohonan.Nik, permohonan.Data.Nik, p.SuratNik, p.KtpNik),
            Baris(BidangPermohonan.Nip, permohonan.Data.Nip, p.SuratNip, null),
            Baris(BidangPermohonan.Surel, permohonan.Data.Surel, p.SuratSurel, null),
        ];

    /// <summary>
    /// A value of a paper against the entry. Names are judged as the SOP's comparison judges them, and marked only when they differ;
    /// where the paper only lacks something, what it lacks is said.
    /// </summary>
    public static IReadOnlyList<Potongan> Tandai(BidangPermohonan bidang, string isian, string kertas)
    {
        var (a, b) = (NilaiBidang.Baca(bidang, isian), NilaiBidang.Baca(bidang, kertas));
        if (Sama(bidang, isian, kertas))
        {
            return [new Potongan(b)];
        }

        var banding = PerbedaanTeks.Tandai(a, b, abaikanBesarKecil: true);
        var kanan = banding.Kanan.Select(t => new Potongan(t.Teks, t.Beda));
        var kurang = string.Concat(banding.Kiri.Where(t => t.Beda).Select(t => t.Teks)).Trim();
        return banding.Kanan.Any(t => t.Beda) || kurang.Length == 0 ? [.. kanan] : [.. kanan, new Potongan($" (kurang “{kurang}”)", true)];
    }

    /// <summary>Whether two values of a field count as the same.</summary>
    public static bool Sama(BidangPermohonan bidang, string a, string b) => bidang switch
    {
        BidangPermohonan.Nama => NamaOrang.Sama(a, b),
        BidangPermohonan.Surel => string.Equals(a, b, StringComparison.OrdinalIgnoreCase),
        _ => a == b,
    };

    private static BarisBanding Baris(BidangPermohonan bidang, string isian, string surat, string? ktp) => new(
        bidang.ToString(), bidang.Nama(), [[new Potongan(NilaiBidang.Baca(bidang, isian))], Tandai(bidang, isian, surat), ktp is null ? null : Tandai(bidang, isian, ktp)]);
}
