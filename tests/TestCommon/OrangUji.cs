using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;

namespace KlatenSE.TestCommon;

/// <summary>A made-up person with an account.</summary>
public sealed record OrangUji(Guid Id, string Nama, string Surel)
{
    /// <summary>As a page hands the person to the door.</summary>
    public PelakuPermintaan Pelaku => new(Id, "127.0.0.1");
}

/// <summary>A request of a test with its applicant.</summary>
public sealed record ContohPermohonan(Guid Id, OrangUji Pemohon, DataPemohon Data);

/// <summary>Fictional data, valid in form and different for each number.</summary>
public static class DataUji
{
    private static readonly string[] Depan =
        ["Sekar", "Bagas", "Ratna", "Wahyu", "Lestari", "Galih", "Endah", "Hendro", "Kinanti", "Rangga", "Puspita", "Tegar", "Anindya", "Satria", "Wening", "Damar"];

    private static readonly string[] Belakang =
        ["Wulandari", "Prasetyo", "Anggraini", "Nugroho", "Puspitasari", "Wibowo", "Maharani", "Kusuma", "Rahayu", "Hidayat", "Permana", "Saraswati"];

    private static readonly string[] Unit =
        ["Dinas Perpustakaan dan Arsip", "Dinas Pendidikan", "Dinas Kesehatan", "Badan Kepegawaian Daerah", "Dinas Pertanian", "Kecamatan Ceper", "Kecamatan Jatinom"];

    /// <summary>Applicant number <paramref name="n"/>; NIK, NIP and phone differ for every n below 900,000.</summary>
    public static DataPemohon Pemohon(int n, string surel)
    {
        var (hari, urut) = (new DateOnly(1972, 1, 2).AddDays(n / 900), (n % 900) + 1);
        return new DataPemohon
        {
            Nama = Nama(n),
            Nik = $"339901{hari:ddMMyy}{urut:0000}",
            Nip = $"{hari:yyyyMMdd}{hari.AddYears(25):yyyy}031{urut:000}",
            Surel = surel,
            Ponsel = $"+62812{n:00000000}",
            Pangkat = "Penata",
            Jabatan = "Pranata Komputer",
            UnitKerja = Unit[n % Unit.Length],
        };
    }

    /// <summary>The letter of applicant number <paramref name="n"/>: each has its own.</summary>
    public static DataSurat Surat(int n, DateOnly tanggal) => new()
    {
        Nomor = $"000.9/{n}/{tanggal.Year}",
        Tanggal = tanggal,
        AtasanNama = "Mulyono Hartanto",
        AtasanNip = "196803121994031004",
        AtasanJabatan = "Kepala Dinas",
    };

    public static string Nama(int n) => $"{Depan[n % Depan.Length]} {Belakang[n / Depan.Length % Belakang.Length]}";

    /// <summary>What the Kasi reads on letter and KTP when all agree.</summary>
    public static Perbandingan Cocok(DataPemohon d) => new()
    {
        SuratNama = d.Nama,
        SuratNik = d.Nik,
        SuratNip = d.Nip,
        SuratSurel = d.Surel,
        KtpNama = d.Nama.ToUpperInvariant(),
        KtpNik = d.Nik,
        AsliDitunjukkan = true,
    };
}
