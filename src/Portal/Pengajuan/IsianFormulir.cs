using System.Globalization;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Pengajuan;

namespace KlatenSE.Portal.Pengajuan;

/// <summary>Reads the data of a posted form. A field that is not open, or did not travel, keeps its value.</summary>
internal static class IsianFormulir
{
    public static DataPemohon Data(IFormCollection kiriman, DataPemohon ada, Func<BidangPermohonan, bool> terbuka)
    {
        string Ambil(BidangPermohonan bidang, string nilai) => terbuka(bidang) && kiriman.TryGetValue(bidang.ToString(), out var baru) ? baru.ToString() : nilai;
        return (ada with
        {
            Nama = Ambil(BidangPermohonan.Nama, ada.Nama),
            Nik = Ambil(BidangPermohonan.Nik, ada.Nik),
            Nip = Ambil(BidangPermohonan.Nip, ada.Nip),
            Status = Enum.TryParse<StatusKepegawaian>(Ambil(BidangPermohonan.StatusKepegawaian, ""), out var status) && Enum.IsDefined(status) ? status : ada.Status,
            Ponsel = Ambil(BidangPermohonan.Ponsel, ada.Ponsel),
            Pangkat = Ambil(BidangPermohonan.Pangkat, ada.Pangkat),
            Jabatan = Ambil(BidangPermohonan.Jabatan, ada.Jabatan),
            UnitKerja = Ambil(BidangPermohonan.UnitKerja, ada.UnitKerja),
            Kota = Ambil(BidangPermohonan.Kota, ada.Kota),
            Provinsi = Ambil(BidangPermohonan.Provinsi, ada.Provinsi),
        }).Rapikan();
    }

    public static DataSurat Surat(IFormCollection kiriman, DataSurat ada, Func<BidangPermohonan, bool> terbuka)
    {
        string Ambil(BidangPermohonan bidang, string nilai) => terbuka(bidang) && kiriman.TryGetValue(bidang.ToString(), out var baru) ? baru.ToString() : nilai;
        return (ada with
        {
            Nomor = Ambil(BidangPermohonan.NomorSurat, ada.Nomor),
            Tanggal = !terbuka(BidangPermohonan.TanggalSurat) || !kiriman.TryGetValue(nameof(BidangPermohonan.TanggalSurat), out var tanggal) ? ada.Tanggal : Tanggal(tanggal),
            AtasanNama = Ambil(BidangPermohonan.AtasanNama, ada.AtasanNama),
            AtasanNip = Ambil(BidangPermohonan.AtasanNip, ada.AtasanNip),
            AtasanJabatan = Ambil(BidangPermohonan.AtasanJabatan, ada.AtasanJabatan),
        }).Rapikan();
    }

    /// <summary>The key of this submit; one that cannot be read is none, so that each such submit is an act of its own.</summary>
    public static Guid Kunci(IFormCollection kiriman) => Guid.TryParse(kiriman["Kunci"], out var kunci) ? kunci : Guid.NewGuid();

    /// <summary>The version that the person saw. An unreadable one equals none there is, and so is a conflict.</summary>
    public static uint Versi(IFormCollection kiriman) => uint.TryParse(kiriman["Versi"], NumberStyles.None, CultureInfo.InvariantCulture, out var versi) ? versi : 0;

    // A browser's date field sends yyyy-MM-dd; where it is a text field people write the day first.
    public static DateOnly? Tanggal(string? teks) =>
        DateOnly.TryParseExact((teks ?? "").Trim(), ["yyyy-MM-dd", "dd-MM-yyyy", "d-M-yyyy", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var t) ? t : null;
}
