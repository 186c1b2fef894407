using System.Diagnostics.CodeAnalysis;
using KlatenSE.Domain.Kata;

namespace KlatenSE.Domain.Identitas;

/// <summary>
/// NIP of a PNS or NI PPPK, 18 digits. PNS: birth <c>YYYYMMDD</c>, appointment <c>YYYYMM</c>, sex, serial of three. PPPK: birth, year
/// <c>YYYY</c>, <c>2</c>, contract count, sex, serial; so digit 13 is 0 or 1 for PNS and 2 for PPPK (domain.md, "Identity numbers").
/// It can change with a new contract: key people on <see cref="Nik"/>. <see cref="ToString"/> is masked.
/// </summary>
public sealed record Nip
{
    public const int Panjang = 18;

    private Nip(string nilai) => Nilai = nilai;

    /// <summary>The 18 digits, without separators.</summary>
    public string Nilai { get; }

    /// <summary><see cref="StatusKepegawaian.Pns"/> or <see cref="StatusKepegawaian.Pppk"/>, by digit 13.</summary>
    public StatusKepegawaian Status => Nilai[12] == '2' ? StatusKepegawaian.Pppk : StatusKepegawaian.Pns;

    public DateOnly TanggalLahir => new(Angka.Bagian(Nilai, 0, 4), Angka.Bagian(Nilai, 4, 2), Angka.Bagian(Nilai, 6, 2));

    public int TahunPengangkatan => Angka.Bagian(Nilai, 8, 4);

    /// <summary>Month of appointment of a PNS, 1–12; null for a PPPK, whose number has the year only.</summary>
    public int? BulanPengangkatan => Status is StatusKepegawaian.Pns ? Angka.Bagian(Nilai, 12, 2) : null;

    /// <summary>Which contract of a PPPK, 1–9; null for a PNS.</summary>
    public int? KontrakKe => Status is StatusKepegawaian.Pppk ? Angka.Bagian(Nilai, 13, 1) : null;

    public JenisKelamin Kelamin => Nilai[14] == '2' ? JenisKelamin.Perempuan : JenisKelamin.LakiLaki;

    /// <summary>Serial 1–999 among those with the same digits before it.</summary>
    public int NomorUrut => Angka.Bagian(Nilai, 15, 3);

    /// <summary>Reads a NIP or NI PPPK, forgiving blanks, hyphens and dots.</summary>
    /// <param name="masukan">What was typed.</param>
    /// <param name="nip">The NIP, or null when refused.</param>
    /// <param name="alasan">When refused: why and what to do, in Indonesian. It never repeats the number.</param>
    public static bool Coba(string? masukan, [NotNullWhen(true)] out Nip? nip, [NotNullWhen(false)] out string? alasan)
    {
        var bersih = Angka.BuangPemisah(masukan);
        alasan = Angka.Keberatan(bersih, "NIP", Panjang, "SK pengangkatan") ?? KeberatanIsi(bersih);
        nip = alasan is null ? new Nip(bersih) : null;
        return alasan is null;
    }

    /// <summary>Reads a NIP that was checked before (from the database).</summary>
    /// <exception cref="FormatException">It is no NIP; the message does not repeat it.</exception>
    public static Nip Dari(string nilai) => Coba(nilai, out var nip, out var alasan) ? nip : throw new FormatException(alasan);

    /// <summary>Masked: the first six digits and twelve stars.</summary>
    public override string ToString() => Samaran.Nip(Nilai);

    private static string? KeberatanIsi(string n)
    {
        var tahunLahir = Angka.Bagian(n, 0, 4);
        if (tahunLahir < 1900 || !Angka.TanggalAda(tahunLahir, Angka.Bagian(n, 4, 2), Angka.Bagian(n, 6, 2)))
        {
            return "Tanggal lahir di dalam NIP (delapan angka pertama: tahun, bulan, tanggal) tidak mungkin. Periksa lagi pada SK pengangkatan.";
        }

        // No civil servant is appointed as a child; a swapped year is what this finds (the law asks for 18 years).
        if (Angka.Bagian(n, 8, 4) is var tahun && (tahun < tahunLahir + 15 || tahun > tahunLahir + 70))
        {
            return "Tahun pengangkatan di dalam NIP (angka ke-9 sampai ke-12) tidak cocok dengan tahun lahirnya. Periksa lagi pada SK pengangkatan.";
        }

        var keberatan = KeberatanAngka13(n);
        if (keberatan is not null)
        {
            return keberatan;
        }

        if (n[14] is not ('1' or '2'))
        {
            return "Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa lagi pada SK pengangkatan.";
        }

        return n[15..] == "000" ? "Tiga angka terakhir NIP tidak mungkin 000. Periksa lagi pada SK pengangkatan." : null;
    }

    private static string? KeberatanAngka13(string n) => n[12] switch
    {
        '0' or '1' when Angka.Bagian(n, 12, 2) is < 1 or > 12 =>
            "Bulan pengangkatan di dalam NIP (angka ke-13 dan ke-14) harus 01 sampai 12. Periksa lagi pada SK pengangkatan.",
        '0' or '1' => null,
        '2' when n[13] == '0' =>
            "Urutan kontrak di dalam NI PPPK (angka ke-14) harus 1 sampai 9. Periksa lagi pada SK pengangkatan.",
        '2' => null,
        _ => "Angka ke-13 NIP harus 0 atau 1 untuk PNS, atau 2 untuk PPPK. Periksa lagi pada SK pengangkatan.",
    };
}
