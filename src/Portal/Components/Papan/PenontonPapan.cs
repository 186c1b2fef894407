using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Papan;

namespace KlatenSE.Portal.Components.Papan;

/// <summary>Who looks at the board, with the roles held now. What is offered here is only an offer: the door judges the act.</summary>
/// <param name="Id">The account.</param>
/// <param name="Peran">Roles held, own or acting.</param>
/// <param name="Sop">The office's settings.</param>
public sealed record PenontonPapan(Guid Id, IReadOnlySet<Peran> Peran, PengaturanSop Sop)
{
    /// <summary>The stage waits for a role of this person: the column never folds.</summary>
    public bool Kolomnya(TahapSop tahap) => tahap.Menunggu is { } peran && Peran.Contains(peran);

    /// <summary>The act that carries the request on, when it waits for this person; null when it waits for somebody else.</summary>
    public Tindakan? Giliran(KartuPapan kartu)
    {
        var tahap = kartu.TahapSop;
        if (!Kolomnya(tahap) || kartu.PemohonId == Id || tahap.Menunggu == Domain.Alur.Peran.Pemohon)
        {
            return null;
        }

        if (tahap.Menunggu == Domain.Alur.Peran.Verifikator
            && ((kartu.VerifikatorId is { } v && v != Id) || (Sop.PisahkanKasiDanVerifikator && kartu.KasiId == Id)))
        {
            return null;
        }

        return kartu.Alur.Untuk(Sop.Otoritas).Dalam(kartu.Tahap).FirstOrDefault(a => a.Berpindah && a.Oleh == tahap.Menunggu)?.Tindakan;
    }
}
