using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Papan;

namespace KlatenSE.Portal.Components.Papan;

/// <summary>Who looks at the board, with the roles held now. What is offered here is only an offer: the door judges the act.</summary>
/// <param name="Id">The account.</param>
/// <param name="Peran">Roles held, own or acting.</param>
/// <param name="Sop">The office's settings.</param>
public sealed record PenontonPapan(Guid Id, IReadOnlySet<Peran> Peran, PengaturanSop Sop)
{
    /// <summary>The stage is the turn of a role of this person: the column never folds.</summary>
    public bool Kolomnya(TahapSop tahap) => Giliran(AlurSop.Semua.Last(a => a.SemuaTahap.Contains(tahap)), tahap.Tahap) is { } peran && Peran.Contains(peran);

    /// <summary>The act that carries the request on, when it is this person's turn; null when it is somebody else's.</summary>
    public Tindakan? Giliran(KartuPapan kartu)
    {
        var giliran = Giliran(kartu.Alur, kartu.Tahap);
        if (giliran is not { } peran || !Peran.Contains(peran) || kartu.PemohonId == Id || kartu.PemegangId == Id || peran == Domain.Alur.Peran.Pemohon)
        {
            return null;
        }

        if (peran == Domain.Alur.Peran.Verifikator
            && ((kartu.VerifikatorId is { } v && v != Id) || (Sop.PisahkanKasiDanVerifikator && kartu.KasiId == Id)))
        {
            return null;
        }

        return kartu.Alur.Untuk(Sop.Otoritas).Dalam(kartu.Tahap).FirstOrDefault(a => a.Berpindah && a.Oleh == peran)?.Tindakan;
    }

    private Peran? Giliran(AlurSop alur, Tahap tahap) => alur.Untuk(Sop.Otoritas).Giliran(tahap);
}
