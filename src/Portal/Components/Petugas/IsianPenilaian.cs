using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>Sesuai or Tidak for each field of step 6, while the verifikator decides.</summary>
public sealed class IsianPenilaian
{
    private readonly Dictionary<BidangPermohonan, bool> nilai = [];
    private readonly Dictionary<BidangPermohonan, string> catatan = [];

    /// <summary>True: Sesuai, false: Tidak, null: not judged yet.</summary>
    public bool? this[BidangPermohonan bidang]
    {
        get => nilai.TryGetValue(bidang, out var n) ? n : null;
        set
        {
            if (value is { } v) nilai[bidang] = v;
            else nilai.Remove(bidang);
        }
    }

    /// <summary>The fields ticked Sesuai.</summary>
    public IReadOnlyList<BidangPermohonan> Sesuai => [.. Permohonan.BidangVerifikasi.Where(b => this[b] == true)];

    /// <summary>The fields ticked Tidak.</summary>
    public IReadOnlyList<BidangPermohonan> Tidak => [.. Permohonan.BidangVerifikasi.Where(b => this[b] == false)];

    /// <summary>How many are still to be judged.</summary>
    public int Sisa => Permohonan.BidangVerifikasi.Count(b => this[b] is null);

    /// <summary>What "Tidak sesuai" sends to the applicant.</summary>
    public IReadOnlyList<ButirPerbaikan> DaftarPerbaikan => [.. Tidak.Select(b => new ButirPerbaikan(b, Catatan(b)))];

    /// <summary>The judgement so far, in words, to be copied; empty when nothing was judged.</summary>
    public IReadOnlyList<string> Tertulis =>
    [
        .. Permohonan.BidangVerifikasi.Where(b => this[b] is not null)
            .Select(b => this[b] == true ? $"{b.Nama()}: sesuai" : $"{b.Nama()}: tidak sesuai{(Catatan(b).Length > 0 ? $" ({Catatan(b)})" : "")}"),
    ];

    public string Catatan(BidangPermohonan bidang) => catatan.GetValueOrDefault(bidang, "");

    public void Catat(BidangPermohonan bidang, string teks) => catatan[bidang] = teks;
}
