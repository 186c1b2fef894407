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

    /// <summary>Step 6 (or an earlier one from 4 on), as the appointed verifikator sees it.</summary>
    public static LembarKerja Verifikator(Tahap sampai = Tahap.VerifikasiData)
    {
        var (p, verifikator) = Ditunjuk(ModeOtoritas.Sandbox);
        if (sampai != Tahap.InputDataBsre)
        {
            Lakukan(p, new TerbitkanLinkAktivasi(), verifikator);
            var link = new LinkPemohon { PermohonanId = p.Id, HashToken = [1], TerbitPada = Kini, Batas = Kini.AddHours(24) };
            Lakukan(p, new BukaLink([1]), Orang, link);
            Lakukan(p, new PeriksaData(p.Data), Orang, link);
            Lakukan(p, new UnggahFotoKtp(1), Orang, link);
            Lakukan(p, new UnggahSelfie(1), Orang, link);
            Lakukan(p, new SelesaikanAktivasi(), Orang, link);
        }

        return Lembar(p, verifikator);
    }

    /// <summary>A stage from 4 to 8 beside BSrE, as the appointed verifikator sees it; BSrE sent the newest link an hour ago.</summary>
    public static LembarKerja Bsre(Tahap sampai)
    {
        var (p, verifikator) = Ditunjuk(ModeOtoritas.Bsre);
        var link = new LinkPemohon { PermohonanId = p.Id, TerbitPada = Kini.AddHours(-1), Batas = Kini.AddHours(23) };
        while (p.Tahap != sampai)
        {
            var (perintah, oleh) = p.Tahap switch
            {
                Tahap.InputDataBsre => ((Perintah)new TerbitkanLinkAktivasi(), verifikator),
                Tahap.Aktivasi => (new SelesaikanAktivasi(), Orang),
                Tahap.VerifikasiData => (new Setujui(Permohonan.BidangVerifikasi), verifikator),
                Tahap.Passphrase => (new CatatPassphrase(Kini), verifikator),
                _ => throw new InvalidOperationException($"{p.Tahap} is past {sampai}."),
            };
            Lakukan(p, perintah, oleh, p.TahapSop.BerlakuLink is null ? null : link, ModeOtoritas.Bsre);
        }

        return Lembar(p, verifikator) with
        {
            Setelan = new PengaturanPortal { Sop = new PengaturanSop { Otoritas = ModeOtoritas.Bsre } },
            LinkTerakhir = sampai == Tahap.InputDataBsre ? null : link,
        };
    }

    private static Pelaku Orang => new(Pemohon, "Sekar Wulandari", [new PeranDipegang(Peran.Pemohon)]);

    private static (Permohonan, Pelaku) Ditunjuk(ModeOtoritas mode)
    {
        var (l, verifikator) = (Kasi(DataUji.Cocok), Petugas(Peran.Verifikator));
        Lakukan(l.Permohonan, new TunjukVerifikator(verifikator.Id!.Value, verifikator.Nama), l.Pelaku, mode: mode);
        return (l.Permohonan, verifikator);
    }

    private static Permohonan Baru(Func<DataPemohon, DataPemohon>? data)
    {
        var isian = DataUji.Pemohon(7, "sekar@contoh.go.id") with { Nama = "Sekar Wulandari", Nik = "3399015507900003", Nip = "199007152015032002" };
        var p = Permohonan.Baru(Pemohon, Layanan.Penerbitan, data?.Invoke(isian) ?? isian, Kini);
        p.NomorResi = "2026-0403";
        Lakukan(p, new Ajukan(BerkasSop.WajibSaatAjukan, []), new Pelaku(Pemohon, "Sekar Wulandari", [new PeranDipegang(Peran.Pemohon)]));
        return p;
    }

    private static void Lakukan(Permohonan p, Perintah perintah, Pelaku pelaku, LinkPemohon? link = null, ModeOtoritas mode = ModeOtoritas.Sandbox)
    {
        if (p.Lakukan(perintah, pelaku, new KonteksTindakan(Kini, link, new PengaturanSop { Otoritas = mode })) is Penolakan tolak)
        {
            throw new InvalidOperationException(tolak.Kalimat);
        }
    }

    private static LembarKerja Lembar(Permohonan p, Pelaku pelaku) => new(p, null, [], [], [], null, pelaku, new PengaturanPortal(), p.Data.Surel, Kini);
}
