using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>One person of a list, judged.</summary>
/// <param name="Baris">The row.</param>
/// <param name="Data">What would be filed.</param>
/// <param name="Galat">What keeps it from being filed.</param>
/// <param name="Catatan">What was tidied, and what is odd but no reason to refuse.</param>
/// <param name="AkunId">The account of the mailbox; null when it has none yet.</param>
public sealed record OrangDaftar(BarisDaftar Baris, DataPemohon Data, IReadOnlyList<TemuanDaftar> Galat, IReadOnlyList<TemuanDaftar> Catatan, Guid? AkunId)
{
    /// <summary>Values are personal: never print them.</summary>
    public override string ToString() => $"OrangDaftar {Baris.Nomor}";
}

/// <summary>Judges the rows of a list: each alone by the validators of the applicants' own pages, all against each other, and against the database.</summary>
public sealed class PemeriksaDaftar(KeberatanBasis basis)
{
    /// <summary>All rows in their order.</summary>
    internal async Task<IReadOnlyList<OrangDaftar>> PeriksaAsync(
        KlatenDb db, IReadOnlyList<BarisDaftar> baris, DataSurat surat, Guid loketId, PengaturanPortal atur, DateTimeOffset kini, CancellationToken ct)
    {
        var data = baris.Select(Data).ToList();
        var pengetahuan = await basis.PeriksaAsync(db, data, loketId, kini, ct);
        var (nik, nip, surel) = (Kembar(baris, data, d => d.Nik), Kembar(baris, data, d => d.Nip), Kembar(baris, data, d => KeberatanBasis.Kunci(d.Surel)));
        return [.. baris.Select((b, i) =>
        {
            var galat = b.Galat.ToList();
            void Salah(BidangPermohonan bidang, string kalimat)
            {
                // One sentence a cell: what the reading found comes first, the rest would only repeat it.
                if (!galat.Exists(g => g.Bidang == bidang))
                {
                    galat.Add(new(b.Nomor, b.Tempat(bidang), bidang, kalimat));
                }
            }

            if (!StatusDikenal(b[BidangPermohonan.StatusKepegawaian], out _))
            {
                Salah(BidangPermohonan.StatusKepegawaian, b[BidangPermohonan.StatusKepegawaian].Length == 0
                    ? "Status kepegawaian belum diisi. Isilah PNS, PPPK, atau Lainnya."
                    : "Status kepegawaian tidak dikenal. Isilah PNS, PPPK, atau Lainnya.");
            }

            foreach (var (bidang, kalimat) in IsianLengkap.PeriksaData(data[i], atur))
            {
                Salah(Enum.Parse<BidangPermohonan>(bidang), kalimat);
            }

            if (data[i].Nip.Length > 0 && data[i].Nip == surat.AtasanNip)
            {
                Salah(BidangPermohonan.Nip, "NIP ini sama dengan NIP atasan yang menandatangani surat. Tidak ada yang merekomendasikan diri sendiri; periksa NIP-nya.");
            }

            foreach (var (bidang, lain, kata) in ((BidangPermohonan, Dictionary<int, int>, string)[])
                [(BidangPermohonan.Nik, nik, "NIK"), (BidangPermohonan.Nip, nip, "NIP"), (BidangPermohonan.Surel, surel, "Email")])
            {
                if (lain.TryGetValue(b.Nomor, out var pertama))
                {
                    Salah(bidang, $"{kata} ini sama dengan {kata} pada baris {pertama}. Hapus salah satu, atau perbaiki yang keliru.");
                }
            }

            foreach (var (bidang, kalimat) in pengetahuan[i].Keberatan)
            {
                Salah(bidang, kalimat);
            }

            return new OrangDaftar(
                b, data[i], [.. galat.OrderBy(g => g.Bidang is { } x ? KolomDaftar.Urutan(x) : -1)],
                [.. b.Catatan, .. PeringatanIsian.Untuk(data[i]).Select(p => new TemuanDaftar(b.Nomor, $"Baris {b.Nomor}", null, p))],
                pengetahuan[i].AkunId);
        })];
    }

    /// <summary>What a row would file.</summary>
    internal static DataPemohon Data(BarisDaftar b)
    {
        StatusDikenal(b[BidangPermohonan.StatusKepegawaian], out var status);
        var bawaan = new DataPemohon();
        var surel = b[BidangPermohonan.Surel];
        return new DataPemohon
        {
            Nama = b[BidangPermohonan.Nama],
            Nik = b[BidangPermohonan.Nik],
            Nip = b[BidangPermohonan.Nip],
            Status = status,
            Surel = surel.ToLowerInvariant(),
            Ponsel = b[BidangPermohonan.Ponsel],
            Pangkat = b[BidangPermohonan.Pangkat],
            Jabatan = b[BidangPermohonan.Jabatan],
            UnitKerja = b[BidangPermohonan.UnitKerja],
            Kota = b[BidangPermohonan.Kota] is { Length: > 0 } kota ? kota : bawaan.Kota,
            Provinsi = b[BidangPermohonan.Provinsi] is { Length: > 0 } provinsi ? provinsi : bawaan.Provinsi,
        }.Rapikan();
    }

    private static bool StatusDikenal(string teks, out StatusKepegawaian status)
    {
        (status, var kenal) = string.Concat(teks.Where(char.IsLetter)).ToUpperInvariant() switch
        {
            "PNS" => (StatusKepegawaian.Pns, true),
            "PPPK" or "P3K" or "PPK" => (StatusKepegawaian.Pppk, true),
            "LAINNYA" or "LAIN" => (StatusKepegawaian.Lainnya, true),
            _ => (default, false),
        };
        return kenal;
    }

    /// <summary>Rows whose value stood before: row to the first that bears it.</summary>
    private static Dictionary<int, int> Kembar(IReadOnlyList<BarisDaftar> baris, List<DataPemohon> data, Func<DataPemohon, string> nilai)
    {
        Dictionary<string, int> pertama = [];
        Dictionary<int, int> kembar = [];
        for (var i = 0; i < baris.Count; i++)
        {
            if (nilai(data[i]) is { Length: > 0 } isi && !pertama.TryAdd(isi, baris[i].Nomor))
            {
                kembar[baris[i].Nomor] = pertama[isi];
            }
        }

        return kembar;
    }
}
