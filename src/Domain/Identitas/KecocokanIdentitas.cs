using KlatenSE.Domain.Kata;

namespace KlatenSE.Domain.Identitas;

/// <summary>What a NIK and a NIP both say of a person.</summary>
public enum BidangIdentitas
{
    TanggalLahir = 1,
    JenisKelamin = 2,
}

/// <summary>One field in which NIK and NIP differ.</summary>
/// <param name="Bidang">The field.</param>
/// <param name="MenurutNik">What the NIK says, ready to show.</param>
/// <param name="MenurutNip">What the NIP says, ready to show.</param>
public sealed record PerbedaanIdentitas(BidangIdentitas Bidang, string MenurutNik, string MenurutNip)
{
    /// <summary>One Indonesian sentence that names the field, both values and what to do.</summary>
    public string Kalimat =>
        $"{TeksIdentitas.Nama(Bidang)} menurut NIK ({MenurutNik}) berbeda dari menurut NIP ({MenurutNip}). Periksa kedua nomor itu sekali lagi.";
}

/// <summary>
/// NIK against NIP. A difference is a warning with the fields named that stays with the request, never a block
/// (domain.md, "Identity numbers").
/// </summary>
public static class KecocokanIdentitas
{
    /// <summary>The fields that differ; empty when both numbers agree or there is no NIP.</summary>
    public static IReadOnlyList<PerbedaanIdentitas> Periksa(Nik nik, Nip? nip)
    {
        ArgumentNullException.ThrowIfNull(nik);
        if (nip is null)
        {
            return [];
        }

        var hasil = new List<PerbedaanIdentitas>(2);
        var lahir = nip.TanggalLahir;
        // The century is no part of a NIK, so it cannot differ.
        if ((nik.HariLahir, nik.BulanLahir, nik.DuaAngkaTahunLahir) != (lahir.Day, lahir.Month, lahir.Year % 100))
        {
            hasil.Add(new(
                BidangIdentitas.TanggalLahir,
                $"{nik.HariLahir:00}-{nik.BulanLahir:00}-{nik.DuaAngkaTahunLahir:00}",
                $"{lahir.Day:00}-{lahir.Month:00}-{lahir.Year:0000}"));
        }

        if (nik.Kelamin != nip.Kelamin)
        {
            hasil.Add(new(BidangIdentitas.JenisKelamin, TeksIdentitas.Nama(nik.Kelamin), TeksIdentitas.Nama(nip.Kelamin)));
        }

        return hasil;
    }
}
