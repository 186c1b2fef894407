namespace KlatenSE.Domain.Identitas;

/// <summary>Sex as written in a NIK (day + 40 for women) and a NIP (digit 15: 1 man, 2 woman).</summary>
public enum JenisKelamin
{
    LakiLaki = 1,
    Perempuan = 2,
}
