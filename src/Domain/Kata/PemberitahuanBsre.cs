using KlatenSE.Domain.Identitas;

namespace KlatenSE.Domain.Kata;

/// <summary>What BSrE's mails are called: since mid-2025 the activation notice differs by employment status (facts about BSrE).</summary>
public static class PemberitahuanBsre
{
    /// <summary>The activation notice that a person of this status gets, within a sentence.</summary>
    public static string Aktivasi(StatusKepegawaian status) => status switch
    {
        StatusKepegawaian.Pns => "pemberitahuan aktivasi untuk ASN (PNS)",
        StatusKepegawaian.Pppk => "pemberitahuan aktivasi untuk ASN (PPPK)",
        StatusKepegawaian.Lainnya => "pemberitahuan aktivasi untuk pengguna non-ASN",
    };
}
