using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>What is odd but no reason to refuse: told before sending and attached to the request for the Kasi.</summary>
public static class PeringatanIsian
{
    /// <summary>Sentences on NIK against NIP and on NIP against the status; empty when nothing is odd or a number cannot be read.</summary>
    public static IReadOnlyList<string> Untuk(DataPemohon data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!Nik.Coba(data.Nik, out var nik, out _) || !Nip.Coba(data.Nip, out var nip, out _))
        {
            return [];
        }

        var daftar = KecocokanIdentitas.Periksa(nik, nip).Select(p => p.Kalimat).ToList();
        if (nip.Status != data.Status)
        {
            daftar.Add($"Status kepegawaian yang dipilih {TeksIdentitas.Nama(data.Status)}, sedangkan NIP berbentuk {TeksIdentitas.Nama(nip.Status)}. Periksa keduanya sekali lagi.");
        }

        return daftar;
    }
}
