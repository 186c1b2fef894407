using System.Security.Cryptography;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>What the counter of the demo works with.</summary>
internal sealed record LayananLoket(LoketService Satu, KolektifService Daftar, PengajuanKolektif Kolektif);

/// <summary>Plays the stories: every act goes through the one door, so that history, audit, numbers, links and mails are real.</summary>
internal sealed class Lakon(
    WargaDemo warga, IReadOnlyDictionary<OrangDemo, BerkasDemo> berkas, PermohonanService pintu, PengajuanService pengajuan,
    ILayananSertifikat sertifikat, LayananLoket loket, IDbContextFactory<KlatenDb> pabrik, string passphrase, CancellationToken ct)
{
    public WargaDemo Warga => warga;

    // Beside BSrE steps 5 and 7 are done on BSrE's portal: nothing of them comes through our door but that they are done.
    private bool Bsre => sertifikat.Mode == ModeOtoritas.Bsre;

    public async Task BuatDrafAsync(Kisah kisah)
    {
        var draf = await pengajuan.BuatDrafAsync(Layanan.Penerbitan, Pelaku(kisah.Pemohon), ct);
        kisah.Id = draf.Kalimat is null && draf.Id is { } id ? id : throw Gagal("BuatDraf", draf.Kalimat);
        await pengajuan.SetujuiPrivasiAsync(kisah.Id, Pelaku(kisah.Pemohon), ct);
    }

    public async Task LakukanAsync(Kisah kisah, OrangDemo orang, Perintah perintah)
    {
        if (!(Bsre && perintah is PeriksaData or UnggahFotoKtp or UnggahSelfie))
        {
            Pastikan(perintah.Tindakan, await pintu.LakukanAsync(kisah.Id, null, perintah, Pelaku(orang), Guid.CreateVersion7(), ct));
        }
    }

    public async Task SistemAsync(Kisah kisah, Perintah perintah) =>
        Pastikan(perintah.Tindakan, await pintu.LakukanSistemAsync(kisah.Id, perintah, ct));

    public Task UnggahAsync(Kisah kisah, JenisBerkas jenis)
    {
        var isi = berkas[kisah.Pemohon].Untuk(jenis);
        return LakukanAsync(kisah, kisah.Pemohon, jenis switch
        {
            JenisBerkas.FotoKtpAktivasi => new UnggahFotoKtp(isi),
            JenisBerkas.Selfie => new UnggahSelfie(isi),
            JenisBerkas.SuratPermohonan or JenisBerkas.SuratRekomendasi or JenisBerkas.Ktp => new UnggahBerkas(jenis, isi),
        });
    }

    public async Task BukaLinkAsync(Kisah kisah)
    {
        if (Bsre)
        {
            return;
        }

        await using var db = await pabrik.CreateDbContextAsync(ct);
        var hash = await db.Set<LinkPemohon>().Where(l => l.PermohonanId == kisah.Id && l.DitutupPada == null).Select(l => l.HashToken).SingleAsync(ct) ?? [];
        await LakukanAsync(kisah, kisah.Pemohon, new BukaLink(hash));
    }

    public async Task PassphraseAsync(Kisah kisah)
    {
        if (Bsre)
        {
            await using var db = await pabrik.CreateDbContextAsync(ct);
            await LakukanAsync(kisah, kisah.Pemohon, new CatatPassphrase(await db.WaktuKiniAsync(ct)));
            return;
        }

        using var frasa = new Passphrase(passphrase);
        await LakukanAsync(kisah, kisah.Pemohon, new BuatPassphrase(sertifikat.SiapkanKunci(kisah.Pemohon.Nama, frasa), DataLoginDiterima: true));
    }

    public async Task TerbitkanAsync(Kisah kisah)
    {
        if (Bsre)
        {
            await LakukanAsync(kisah, kisah.Verifikator, kisah.NamaDiubah ? new TolakBsre { Alasan = "Nama pada pendaftaran berbeda dari KTP." } : new TerbitkanSertifikat(null));
            return;
        }

        Pastikan(Tindakan.TerbitkanSertifikat, await pintu.MintaPenerbitanAsync(kisah.Id, ct));
    }

    /// <summary>The counter files for one person, with the letters scanned and perhaps the card.</summary>
    public async Task LoketAsync(Kisah kisah, bool ktp)
    {
        var b = berkas[kisah.Pemohon];
        var hasil = await loket.Satu.AjukanAsync(
            kisah.Pemohon.Data, kisah.Surat, new BerkasLoket(b.SuratRekomendasi, b.SuratPermohonan, ktp ? b.Ktp : null), Pelaku(warga.Loket), Guid.CreateVersion7(), ct);
        kisah.Id = hasil is HasilLoket.Tercatat t ? t.Id : throw Gagal("AjukanLoket", Kalimat(hasil));
    }

    /// <summary>The counter files one letter for many.</summary>
    public async Task KolektifAsync(IReadOnlyList<OrangDemo> orang, DataSurat surat, string asal)
    {
        var pelaku = Pelaku(warga.Loket);
        var id = await loket.Daftar.BuatAsync(surat, asal, berkas[orang[0]].SuratRekomendasi, pelaku, ct) is HasilLoket.Tercatat t ? t.Id : throw Gagal("DaftarKolektif", null);
        await loket.Daftar.GantiAsync(id, [.. orang.Select((o, i) => BarisDaftar.Diketik(i + 2, KolomDaftar.Isi(o.Data)))], pelaku.Id, ct);
        var lembar = await loket.Daftar.BacaAsync(id, pelaku.Id, ct);
        var hasil = await loket.Kolektif.AjukanAsync(id, lembar!.Daftar.Version, pelaku, ct);
        if (hasil is not HasilLoket.Tercatat)
        {
            throw Gagal("PengajuanKolektif", Kalimat(hasil) + string.Join(" ", lembar.Galat.Select(g => g.Lengkap)));
        }
    }

    private static string? Kalimat(HasilLoket hasil) => hasil switch
    {
        HasilLoket.Ditolak d => d.Kalimat,
        HasilLoket.BelumLengkap b => string.Join(" ", b.Galat.Select(g => g.Kalimat)),
        _ => null,
    };

    /// <summary>Letters and digits that cannot be taken for one another, in groups of four.</summary>
    public static string Acak(int kelompok) =>
        string.Join('-', Enumerable.Range(0, kelompok).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));

    private static PelakuPermintaan Pelaku(OrangDemo orang) => new(orang.Id, "127.0.0.1");

    private static void Pastikan(Tindakan tindakan, HasilTindakan hasil)
    {
        if (hasil is not HasilTindakan.Berhasil)
        {
            throw Gagal(tindakan.ToString(), hasil.KalimatGagal);
        }
    }

    private static InvalidOperationException Gagal(string tindakan, string? kalimat) => new($"Peragaan tidak dapat diisi ({tindakan}): {kalimat}");
}
