namespace KlatenSE.Domain.Identitas;

/// <summary>Employment status by which BSrE identifies since 2025; its activation notice differs by it.</summary>
public enum StatusKepegawaian
{
    Pns,
    Pppk,
    Lainnya,
}
