using System.Globalization;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>A field's stored value as people read it, and as they copy it.</summary>
public static class NilaiBidang
{
    /// <summary>Numbers in groups, dates in words; a dash for nothing.</summary>
    public static string Baca(BidangPermohonan bidang, string? nilai)
    {
        if (string.IsNullOrWhiteSpace(nilai))
        {
            return "–";
        }

        return bidang switch
        {
            BidangPermohonan.Nik => PengelompokanNomor.Nik(nilai),
            BidangPermohonan.Nip or BidangPermohonan.AtasanNip => PengelompokanNomor.Nip(nilai),
            BidangPermohonan.Ponsel => PengelompokanNomor.Ponsel(nilai),
            BidangPermohonan.StatusKepegawaian => Enum.TryParse<StatusKepegawaian>(nilai, out var s) ? TeksIdentitas.Nama(s) : nilai,
            BidangPermohonan.TanggalSurat => DateOnly.TryParseExact(nilai, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var t) ? TeksWaktu.TanggalPanjang(t) : nilai,
            _ => nilai,
        };
    }

    /// <summary>Without blanks in numbers: what BSrE's form takes.</summary>
    public static string Salin(BidangPermohonan bidang, string nilai) => bidang switch
    {
        BidangPermohonan.Ponsel => PengelompokanNomor.Ponsel(nilai).Replace(" ", "", StringComparison.Ordinal),
        BidangPermohonan.StatusKepegawaian => Baca(bidang, nilai),
        _ => nilai,
    };
}
