using System.Collections.Frozen;

namespace KlatenSE.Domain.Identitas;

/// <summary>Finds titles before and behind a name. The lists hold what is common among civil servants; a miss is found by the Kasi's eye.</summary>
internal static class PencariGelar
{
    private static readonly FrozenSet<string> Depan = Himpunan(
        "DR DRG DRH DRS DRA PROF IR H HJ KH K.H APT NS BRIPKA IPDA IPTU AKP KOMPOL USTAZ USTADZ USTADZAH");

    /// <summary>Titles behind the name that are no part of any name, with or without dots.</summary>
    private static readonly FrozenSet<string> Belakang = Himpunan(
        "SH ST SKM SPD SPDI SPDK SKOM STI SSI SSOS SSOSI SIKOM SPSI SKEP SKED SKH SFARM SGZ SHUT SPT SST SSTP STP STRKEP "
        + "STRKEB STRKOM STRIP STRSTAT STRGZ STRT SSTATS SKPM SSN SSASTRA SHUM SKEL MH MT MM MSI MSC MKOM MTI MCS MPD MPDI MHUM MENG "
        + "MIKOM MSOS MPSI MKES MKM MKEP MFARM MPH MBA MPA MPP MHI MECDEV MTRAP MTRIP MSN MSTAT MPI MKN MEC "
        + "AMD AMDKEP AMDKEB AMDKOM AMDKG AMDAK AMAPD AMK AMKL AMG PHD NERS LC BSC DEA CPA IPU IPM SPOG SPPD SPB SPAK SPJP SPKK SPTHT SPRAD");

    /// <summary>Titles whose letters could be a name or initials: taken only with dots, behind a comma, or with capitals ("SE", "MAg") within a name that has small letters.</summary>
    private static readonly FrozenSet<string> BelakangMeragukan = Himpunan("SE SS SP SI MA BA BE CA AK MP ME MS SPA SAP SPM SPP SPN SPU APT SIP SAG SAK SEI SDS MAG MAP MIP MAK MARS SHI SPI");

    internal static (IReadOnlyList<string> Gelar, string Nama) Cari(string nama)
    {
        var gelar = new List<string>();
        // A comma stands in no name: whatever follows it is a title, known or not.
        var potongan = nama.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (potongan.Length == 0)
        {
            return (gelar, "");
        }

        var kata = potongan[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        AmbilDepan(kata, gelar);
        var belakang = AmbilBelakang(kata, potongan[0].Any(char.IsLower));
        gelar.AddRange(belakang);
        gelar.AddRange(potongan.Skip(1));
        return (gelar, string.Join(' ', kata));
    }

    private static void AmbilDepan(List<string> kata, List<string> gelar)
    {
        while (kata.Count > 0)
        {
            // "Dr.Ir.Joko": titles glued to the name by their dots; "K.H." is one title with a dot inside.
            var awal = kata[0];
            var titik = awal.StartsWith("K.H", StringComparison.OrdinalIgnoreCase) ? awal.IndexOf('.', 2) : awal.IndexOf('.', StringComparison.Ordinal);
            var (kepala, sisa) = titik >= 0 && titik < awal.Length - 1 ? (awal[..(titik + 1)], awal[(titik + 1)..]) : (awal, "");
            if (!Depan.Contains(kepala.TrimEnd('.')) || (kata.Count == 1 && sisa.Length == 0))
            {
                return;
            }

            gelar.Add(kepala);
            if (sisa.Length > 0)
            {
                kata[0] = sisa;
            }
            else
            {
                kata.RemoveAt(0);
            }
        }
    }

    private static Stack<string> AmbilBelakang(List<string> kata, bool adaHurufKecil)
    {
        var hasil = new Stack<string>();
        while (kata.Count > 1)
        {
            // "S. Kom." and "S. Pd. I." are titles written with blanks: the longest run that is a title is taken.
            var banyak = Enumerable.Range(1, Math.Min(3, kata.Count - 1)).LastOrDefault(n => TerlihatGelar(kata[^n..], adaHurufKecil));
            if (banyak == 0)
            {
                break;
            }

            hasil.Push(string.Join(' ', kata[^banyak..]));
            kata.RemoveRange(kata.Count - banyak, banyak);
        }

        return hasil;
    }

    private static bool TerlihatGelar(List<string> kata, bool adaHurufKecil)
    {
        // Words are joined only over dots, so that "Siti M Si" stays a name.
        if (kata.SkipLast(1).Any(k => !k.EndsWith('.')))
        {
            return false;
        }

        var teks = string.Concat(kata);
        var polos = teks.Replace(".", "", StringComparison.Ordinal);
        if (Belakang.Contains(polos))
        {
            return true;
        }

        var bertitik = teks.TrimEnd('.').Contains('.', StringComparison.Ordinal);
        return BelakangMeragukan.Contains(polos) && (bertitik || (adaHurufKecil && polos.Skip(1).Any(char.IsUpper)));
    }

    private static FrozenSet<string> Himpunan(string daftar) => daftar.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
