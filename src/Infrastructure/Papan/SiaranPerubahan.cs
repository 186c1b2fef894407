using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using KlatenSE.Domain.Alur;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>A request changed.</summary>
/// <param name="PermohonanId">Which one.</param>
/// <param name="Versi">xmin of its row now; null when the row is gone, or when it is only known that something may have changed.</param>
/// <param name="Tahap">The stage it stands in now; null as above.</param>
/// <param name="Kalimat">What happened, in words; empty when it is not known.</param>
public sealed record PerubahanPermohonan(Guid PermohonanId, uint? Versi, Tahap? Tahap, string Kalimat)
{
    /// <summary>After a lost connection: whoever follows reads again.</summary>
    internal static PerubahanPermohonan MungkinBerubah(Guid id) => new(id, null, null, "");

    internal static PerubahanPermohonan Dari(KartuPapan kartu) => new(kartu.Id, kartu.Versi, kartu.Tahap, kartu.Peristiwa?.Kalimat ?? "");
}

/// <summary>Tells followers of single requests that theirs changed. A slow follower gets the newest change only.</summary>
internal sealed class SiaranPerubahan
{
    private readonly ConcurrentDictionary<Guid, ImmutableArray<Channel<PerubahanPermohonan>>> _pengikut = new();

    public int JumlahPengikut => _pengikut.Values.Sum(p => p.Length);

    public IAsyncEnumerable<PerubahanPermohonan> Ikuti(Guid id, CancellationToken ct)
    {
        // Entered here, not at the first MoveNext: what changes between the call and the loop must not be missed.
        var saluran = Channel.CreateBounded<PerubahanPermohonan>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        _pengikut.AddOrUpdate(id, _ => [saluran], (_, ada) => ada.Add(saluran));
        var daftar = ct.Register(() => Lepas(id, saluran));
        return BacaAsync(id, saluran, daftar, ct);
    }

    public void Siarkan(PerubahanPermohonan perubahan)
    {
        if (_pengikut.TryGetValue(perubahan.PermohonanId, out var pengikut))
        {
            foreach (var saluran in pengikut)
            {
                saluran.Writer.TryWrite(perubahan);
            }
        }
    }

    public void SiarkanSemua()
    {
        foreach (var id in _pengikut.Keys)
        {
            Siarkan(PerubahanPermohonan.MungkinBerubah(id));
        }
    }

    private async IAsyncEnumerable<PerubahanPermohonan> BacaAsync(
        Guid id, Channel<PerubahanPermohonan> saluran, CancellationTokenRegistration daftar, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            await foreach (var perubahan in saluran.Reader.ReadAllAsync(ct))
            {
                yield return perubahan;
            }
        }
        finally
        {
            await daftar.DisposeAsync();
            Lepas(id, saluran);
        }
    }

    private void Lepas(Guid id, Channel<PerubahanPermohonan> saluran)
    {
        while (_pengikut.TryGetValue(id, out var ada))
        {
            var sisa = ada.Remove(saluran);
            var selesai = sisa.IsEmpty
                ? ((ICollection<KeyValuePair<Guid, ImmutableArray<Channel<PerubahanPermohonan>>>>)_pengikut).Remove(new(id, ada))
                : _pengikut.TryUpdate(id, sisa, ada);
            if (selesai)
            {
                return;
            }
        }
    }
}
