using KlatenSE.Domain.Identitas;

namespace KlatenSE.Domain.Kata;

/// <summary>Indonesian names of the enums about identity.</summary>
public static class TeksIdentitas
{
    /// <summary>"laki-laki" or "perempuan".</summary>
    public static string Nama(JenisKelamin kelamin) => kelamin switch
    {
        JenisKelamin.LakiLaki => "laki-laki",
        JenisKelamin.Perempuan => "perempuan",
    };

    /// <summary>"PNS", "PPPK" or "Lainnya", as BSrE's form has them.</summary>
    public static string Nama(StatusKepegawaian status) => status switch
    {
        StatusKepegawaian.Pns => "PNS",
        StatusKepegawaian.Pppk => "PPPK",
        StatusKepegawaian.Lainnya => "Lainnya",
    };

    /// <summary>"Tanggal lahir" or "Jenis kelamin".</summary>
    public static string Nama(BidangIdentitas bidang) => bidang switch
    {
        BidangIdentitas.TanggalLahir => "Tanggal lahir",
        BidangIdentitas.JenisKelamin => "Jenis kelamin",
    };
}
