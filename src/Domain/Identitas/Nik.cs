using System.Diagnostics.CodeAnalysis;
using KlatenSE.Domain.Kata;

namespace KlatenSE.Domain.Identitas;

/// <summary>
/// Nomor Induk Kependudukan: 16 digits <c>PPKKCC DDMMYY SSSS</c>, women have 40 added to DD (domain.md, "Identity numbers").
/// Any region is taken, since a civil servant may come from anywhere. <see cref="ToString"/> is masked; the number is in <see cref="Nilai"/>.
/// </summary>
public sealed record Nik
{
    /// <summary>A KTP, and so a NIK in use here, belongs to people of 17 years and more (UU 23/2006 art. 63).</summary>
    public const int UmurTermuda = 17;

    public const int Panjang = 16;

    private Nik(string nilai) => Nilai = nilai;

    /// <summary>The 16 digits, without separators. Never write it to a log or a mail.</summary>
    public string Nilai { get; }

    /// <summary>Province, regency and district of the first registration: the first six digits.</summary>
    public string KodeWilayah => Nilai[..6];

    public JenisKelamin Kelamin => HariMentah > 40 ? JenisKelamin.Perempuan : JenisKelamin.LakiLaki;

    public int HariLahir => HariMentah > 40 ? HariMentah - 40 : HariMentah;

    public int BulanLahir => Angka.Bagian(Nilai, 8, 2);

    /// <summary>The last two digits of the year of birth, all that a NIK says of it.</summary>
    public int DuaAngkaTahunLahir => Angka.Bagian(Nilai, 10, 2);

    private int HariMentah => Angka.Bagian(Nilai, 6, 2);

    /// <summary>Reads a NIK, forgiving blanks, hyphens and dots.</summary>
    /// <param name="masukan">What was typed.</param>
    /// <param name="nik">The NIK, or null when refused.</param>
    /// <param name="alasan">When refused: one Indonesian sentence or two that say why and what to do. It never repeats the number.</param>
    public static bool Coba(string? masukan, [NotNullWhen(true)] out Nik? nik, [NotNullWhen(false)] out string? alasan)
    {
        var bersih = Angka.BuangPemisah(masukan);
        alasan = Angka.Keberatan(bersih, "NIK", Panjang, "KTP") ?? KeberatanIsi(bersih);
        nik = alasan is null ? new Nik(bersih) : null;
        return alasan is null;
    }

    /// <summary>Reads a NIK that was checked before (from the database).</summary>
    /// <exception cref="FormatException">It is no NIK; the message does not repeat it.</exception>
    public static Nik Dari(string nilai) => Coba(nilai, out var nik, out var alasan) ? nik : throw new FormatException(alasan);

    /// <summary>
    /// Birth date, with the century guessed: the latest one in which the person is at least <see cref="UmurTermuda"/> years old.
    /// </summary>
    /// <param name="hariIni">Today in Jakarta.</param>
    public DateOnly TanggalLahir(DateOnly hariIni)
    {
        var batas = hariIni.AddYears(-UmurTermuda);
        var abad = hariIni.Year / 100 * 100;
        DateOnly? termuda = null;
        // 29 February may exist in one of the centuries only, so an impossible candidate is passed over.
        for (var tahun = abad + DuaAngkaTahunLahir; tahun >= abad - 100; tahun -= 100)
        {
            if (!Angka.TanggalAda(tahun, BulanLahir, HariLahir))
            {
                continue;
            }

            var tanggal = new DateOnly(tahun, BulanLahir, HariLahir);
            if (tanggal <= batas)
            {
                return tanggal;
            }

            termuda ??= tanggal;
        }

        return termuda ?? throw new InvalidOperationException("A NIK was made whose birth date exists in no century.");
    }

    /// <summary>Masked: the region and ten stars, so that a NIK cannot reach a log by accident.</summary>
    public override string ToString() => Samaran.Nik(Nilai);

    private static string? KeberatanIsi(string n)
    {
        if (Angka.Bagian(n, 0, 2) < 11 || n[2..4] == "00" || n[4..6] == "00")
        {
            return "Enam angka pertama NIK bukan kode wilayah yang mungkin. Periksa lagi pada KTP.";
        }

        var hari = Angka.Bagian(n, 6, 2);
        hari = hari > 40 ? hari - 40 : hari;
        // Year 2000 stands for any leap year: two digits divisible by four are a leap year in some century.
        if (!Angka.TanggalAda(2000 + Angka.Bagian(n, 10, 2), Angka.Bagian(n, 8, 2), hari))
        {
            return "Tanggal lahir di dalam NIK (angka ke-7 sampai ke-12) tidak ada di kalender. "
                + "Periksa lagi pada KTP; untuk perempuan, tanggal ditambah 40.";
        }

        return n[12..] == "0000" ? "Empat angka terakhir NIK tidak mungkin 0000. Periksa lagi pada KTP." : null;
    }
}
