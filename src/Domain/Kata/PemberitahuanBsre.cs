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

    /// <summary>What a person of this status looks at first in the activation (SOP 5c).</summary>
    public static string Periksa(StatusKepegawaian status) => status switch
    {
        StatusKepegawaian.Pns => "Nama (tanpa gelar) dan NIK harus sama dengan KTP; NIP sama dengan data kepegawaian Anda.",
        StatusKepegawaian.Pppk => "Nama (tanpa gelar) dan NIK harus sama dengan KTP; NI PPPK sama dengan perjanjian kerja Anda yang berlaku.",
        StatusKepegawaian.Lainnya => "Nama (tanpa gelar) dan NIK harus sama dengan KTP.",
    };
}
