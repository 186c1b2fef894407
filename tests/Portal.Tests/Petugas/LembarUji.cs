using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.TestCommon;

namespace KlatenSE.Portal.Tests.Petugas;

/// <summary>A request on a desk, brought there by the acts of the domain, without a database.</summary>
internal static class LembarUji
{
    public static readonly DateTimeOffset Kini = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly Guid Pemohon = Guid.NewGuid();

    public static Pelaku Petugas(Peran peran) => new(Guid.NewGuid(), $"Petugas {peran}", [new PeranDipegang(peran)]);

    /// <summary>Step 3, as the Kasi sees it.</summary>
    public static LembarKerja Kasi(Func<DataPemohon, Perbandingan>? catat = null, Func<DataPemohon, DataPemohon>? data = null)
    {
        var p = Baru(data);
        Lakukan(p, new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut] }), Petugas(Peran.Kepala));
        Lakukan(p, new Teruskan(), Petugas(Peran.Kabid));
        var kasi = Petugas(Peran.Kasi);
        if (catat is not null)
        {
            Lakukan(p, new CatatPerbandingan(catat(p.Data)), kasi);
        }

        return Lembar(p, kasi);
    }

    /// <summary>Step 6, as the appointed verifikator sees it.</summary>
    public static LembarKerja Verifikator()
    {
        var (p, verifikator) = (Kasi(DataUji.Cocok) is var l ? l.Permohonan : null!, Petugas(Peran.Verifikator));
        var pemohon = new Pelaku(Pemohon, "Sekar Wulandari", [new PeranDipegang(Peran.Pemohon)]);
        Lakukan(p, new TunjukVerifikator(verifikator.Id!.Value, verifikator.Nama), l.Pelaku);
        Lakukan(p, new TerbitkanLinkAktivasi(), verifikator);
        var link = new LinkPemohon { PermohonanId = p.Id, HashToken = [1], TerbitPada = Kini, Batas = Kini.AddHours(24) };
        Lakukan(p, new BukaLink([1]), pemohon, link);
        Lakukan(p, new PeriksaData(p.Data), pemohon, link);
        Lakukan(p, new UnggahFotoKtp(1), pemohon, link);
        Lakukan(p, new UnggahSelfie(1), pemohon, link);
        Lakukan(p, new SelesaikanAktivasi(), pemohon, link);
        return Lembar(p, verifikator);
    }

    private static Permohonan Baru(Func<DataPemohon, DataPemohon>? data)
    {
        var isian = DataUji.Pemohon(7, "sekar@contoh.go.id") with { Nama = "Sekar Wulandari", Nik = "3399015507900003", Nip = "199007152015032002" };
        var p = Permohonan.Baru(Pemohon, Layanan.Penerbitan, data?.Invoke(isian) ?? isian, Kini);
        p.NomorResi = "2026-0403";
        Lakukan(p, new Ajukan(BerkasSop.WajibSaatAjukan, []), new Pelaku(Pemohon, "Sekar Wulandari", [new PeranDipegang(Peran.Pemohon)]));
        return p;
    }

    private static void Lakukan(Permohonan p, Perintah perintah, Pelaku pelaku, LinkPemohon? link = null)
    {
        if (p.Lakukan(perintah, pelaku, new KonteksTindakan(Kini, link, new PengaturanSop())) is Penolakan tolak)
        {
            throw new InvalidOperationException(tolak.Kalimat);
        }
    }

    private static LembarKerja Lembar(Permohonan p, Pelaku pelaku) => new(p, null, [], [], [], null, pelaku, new PengaturanPortal(), p.Data.Surel, Kini);
}
