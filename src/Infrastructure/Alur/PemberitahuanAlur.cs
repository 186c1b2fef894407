using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>The mails that an act sends, queued in its own transaction: a failing mail server never fails an act.</summary>
public sealed class PemberitahuanAlur(SuratElektronik surat)
{
    /// <param name="t">What was done.</param>
    /// <param name="token">The link of step 5 or 7 that it opens.</param>
    /// <param name="konfirmasi">The link to the confirmation that it opens.</param>
    /// <param name="ct">Cancels with the act.</param>
    internal async Task TambahAsync(Terjadi t, TokenLink? token, TokenLink? konfirmasi, CancellationToken ct)
    {
        var p = t.Permohonan;
        if (t.Kejadian.Dari != t.Kejadian.Ke && TakPerluLagi(t.Kejadian.Dari) is { Length: > 0 } basi)
        {
            await t.Db.BatalkanSurelAsync(p.Id, t.Saat.Kini, ct, basi);
        }

        if (p.NomorResi is not { } resi)
        {
            return;
        }

        if (t.Kejadian.Dari == Tahap.MenungguKonfirmasi)
        {
            // The number that its mails name.
            await t.Db.SuratMasuk.SingleAsync(m => m.Id == p.SuratMasukId, ct);
        }

        var perkara = new PerkaraSurat(p.Id, resi, (token ?? konfirmasi)?.LinkId ?? t.Minta.Kunci ?? Guid.CreateVersion7());
        // A superior follows the request by the own mailbox; the holder is told that it began and how it ended, at the account's mailbox of today.
        var pemegang = p.PemegangId is { } holder && await PenerimaAsync(t, u => u.Id == holder, ct) is [var akun] ? akun with { Nama = p.Data.Nama } : new Penerima(p.Data.Nama, p.Data.Surel);
        var pemohon = p.PemegangId is null ? pemegang : (await PenerimaAsync(t, u => u.Id == p.PemohonId, ct)).FirstOrDefault();
        t.Db.AddRange(pemohon is null ? [] : KepadaPemohon(t, perkara, pemohon, token ?? konfirmasi));
        t.Db.AddRange(KepadaPemegang(t, perkara, pemegang, pemohon));
        await KepadaPetugasAsync(t, perkara, ct);
        if (t.Kejadian.TutupLink is not null)
        {
            // What the act ended needs no reminder any more, and a replaced link's mail must not arrive after the new one.
            await t.Db.BatalkanSurelAsync(p.Id, t.Saat.Kini, ct, JenisSurel.PengingatLink, JenisSurel.LinkAktivasi, JenisSurel.LinkPassphrase, JenisSurel.TidakSesuai);
        }
    }

    /// <summary>Mails that say nothing true any more once the request has left a stage.</summary>
    private static JenisSurel[] TakPerluLagi(Tahap ditinggalkan) => ditinggalkan switch
    {
        Tahap.Draf => [JenisSurel.DrafAkanDihapus],
        Tahap.MenungguKonfirmasi => [JenisSurel.KonfirmasiLoket, JenisSurel.PengingatKonfirmasi],
        Tahap.PerluPerbaikan => [JenisSurel.Dikembalikan, JenisSurel.PengingatPerbaikan],
        Tahap.LinkKedaluwarsa => [JenisSurel.LinkKedaluwarsa, JenisSurel.LinkKedaluwarsaVerifikator],
        _ => [],
    };

    private IEnumerable<OutboxMessage> KepadaPemohon(Terjadi t, PerkaraSurat perkara, Penerima pemohon, TokenLink? token)
    {
        var (p, k) = (t.Permohonan, t.Kejadian);
        var oleh = $"{t.Pelaku.Nama} ({(k.Peran.Sebagai is { } s ? s + " " : "")}{t.Pengaturan.Jabatan(k.Peran.Peran)})";
        var butir = k.DaftarPerbaikan.Select(b => $"{b.Bidang.Nama()}: {b.Catatan}").ToList();
        switch (k.Tindakan)
        {
            // The receipt is for the first sending; after mending the request stands elsewhere than this mail says.
            case Tindakan.Ajukan when k.Dari == Tahap.Draf:
            case Tindakan.Konfirmasi:
                var agenda = Agenda(t);
                var (awal, jabatan) = (p.TahapSop.Menunggu == Peran.Kepala ? "disposisi" : "pemeriksaan", t.Pengaturan.Jabatan(p.TahapSop.Menunggu!.Value));
                yield return surat.PermohonanDiterima(pemohon, perkara, t.Saat.Kini, agenda, $"{awal} {jabatan}", p.Layanan);
                break;
            case Tindakan.AjukanLoket or Tindakan.KirimUlangKonfirmasi:
                yield return surat.KonfirmasiLoket(pemohon, perkara, Agenda(t), $"/konfirmasi?k={token!.Rahasia}", token.Batas);
                break;
            case Tindakan.Batalkan when k.Dari == Tahap.MenungguKonfirmasi:
                yield return surat.KonfirmasiBerakhir(pemohon, perkara, k.Peran.Peran, k.Alasan);
                break;
            case Tindakan.Kembalikan:
                yield return surat.Dikembalikan(pemohon, perkara, oleh, k.Alasan, butir, p.BatasBerikutnya!.Value);
                break;
            case Tindakan.Tolak:
                yield return surat.Ditolak(pemohon, perkara, oleh, k.Alasan!);
                break;
            case Tindakan.Batalkan:
                yield return surat.Dibatalkan(pemohon, perkara, k.Peran.Peran == Peran.Sistem, k.Alasan);
                break;
            case Tindakan.TidakSesuai:
                yield return token!.Rahasia is { } ulang
                    ? surat.TidakSesuai(pemohon, perkara, butir, k.Alasan, $"/aktivasi?k={ulang}", token.Batas)
                    : surat.TidakSesuaiBsre(pemohon, perkara, butir, k.Alasan, token.Batas);
                break;
            case Tindakan.TerbitkanSertifikat:
                var terbit = t.Db.Set<SertifikatTerbit>().Local.Single(s => s.PermohonanId == p.Id);
                yield return ((TerbitkanSertifikat)t.Perintah).Sertifikat is SertifikatTerbit
                    ? surat.SertifikatTerbit(pemohon, perkara, terbit.Serial!, terbit.BerlakuSampai)
                    : surat.SertifikatTerbitBsre(pemohon, perkara, terbit.Serial, terbit.Serial is null ? null : terbit.BerlakuSampai);
                break;
            case Tindakan.Kedaluwarsakan:
                yield return surat.LinkKedaluwarsa(pemohon, perkara with { Peristiwa = t.Link!.Id }, Tautan(t.Link.Jenis), t.Link.Batas);
                break;
            case Tindakan.TerbitkanLinkAktivasi or Tindakan.Setujui or Tindakan.TerbitkanUlangLink:
                yield return (k.LinkBaru, token!.Rahasia) switch
                {
                    (JenisLink.Passphrase, { } rahasia) => surat.LinkPassphrase(pemohon, perkara, p.Data.Surel, $"/passphrase?k={rahasia}", token.Batas),
                    (JenisLink.Passphrase, null) => surat.LinkPassphraseBsre(pemohon, perkara, token.Batas),
                    (_, { } rahasia) => surat.LinkAktivasi(pemohon, perkara, $"/aktivasi?k={rahasia}", token.Batas),
                    (_, null) => surat.LinkAktivasiBsre(pemohon, perkara, p.Data.Status, k.LinkTerbitPada, token.Batas),
                };
                break;
        }
    }

    /// <summary>A revocation is told to the certificate's holder, whoever filed it; to the superior too when it is done.</summary>
    private IEnumerable<OutboxMessage> KepadaPemegang(Terjadi t, PerkaraSurat perkara, Penerima pemegang, Penerima? pemohon)
    {
        var p = t.Permohonan;
        if (p.PemegangId is not null && t.Kejadian is { Tindakan: Tindakan.Ajukan, Dari: Tahap.Draf })
        {
            yield return surat.PencabutanDiajukan(pemegang, perkara, t.Pelaku.Nama, p.AlasanPencabutan!);
        }

        if (p.PemegangId is not null && t.Kejadian is { Ke: Tahap.Ditolak or Tahap.Dibatalkan, Dari: not Tahap.Draf })
        {
            yield return surat.PencabutanTidakJadi(pemegang, perkara);
        }

        if (t.Perintah is CabutSertifikat cabut)
        {
            var serial = t.Db.Set<SertifikatTerbit>().Local.Single(s => s.Id == p.SertifikatId).Serial;
            foreach (var kepada in new[] { pemegang, pemohon }.OfType<Penerima>().DistinctBy(k => k.Surel.ToUpperInvariant()))
            {
                yield return surat.SertifikatDicabut(kepada, perkara, p.Data.Nama, serial, cabut.Pada, p.AlasanPencabutan!);
            }
        }
    }

    private async Task KepadaPetugasAsync(Terjadi t, PerkaraSurat perkara, CancellationToken ct)
    {
        var (p, k) = (t.Permohonan, t.Kejadian);
        if (k.Tindakan is Tindakan.TunjukVerifikator or Tindakan.GantiVerifikator or Tindakan.Kedaluwarsakan && p.VerifikatorId is { } verifikatorId)
        {
            foreach (var v in await PenerimaAsync(t, u => u.Id == verifikatorId, ct))
            {
                t.Db.Add(k.Tindakan == Tindakan.Kedaluwarsakan
                    ? surat.LinkKedaluwarsaVerifikator(v, perkara with { Peristiwa = t.Link!.Id }, Tautan(t.Link.Jenis), p.Data.Nama, t.Link.Batas)
                    : surat.DitunjukVerifikator(v, perkara, p.Data.Nama, p.Data.UnitKerja, p.BatasBerikutnya, p.Tahap, p.Layanan));
            }
        }

        if (k is { Tindakan: Tindakan.Batalkan, Dari: Tahap.MenungguKonfirmasi, Peran.Peran: Peran.Pemohon } && p.LoketId is { } loketId)
        {
            t.Db.AddRange((await PenerimaAsync(t, u => u.Id == loketId, ct)).Select(l => surat.KonfirmasiDitolak(l, perkara, p.Data.Nama, k.Alasan!)));
        }

        if (k is { Tindakan: Tindakan.TandaiLewatBatas, ButirKerja.Jenis: var jenis } && p.VerifikatorId is { } ditunjuk)
        {
            var (standar, pembeda) = jenis == JenisButirKerja.LewatKabarBerhasil ? ("1x24 jam sejak passphrase dibuat", "24") : ("360 menit kerja", "360");
            foreach (var v in await PenerimaAsync(t, u => u.Id == ditunjuk, ct))
            {
                t.Db.Add(surat.PenerbitanTerlambat(v, perkara, p.Data.Nama, standar, pembeda));
            }
        }

        // Only with a work item that is new: who presses again, while the verifikator knows already, sends no second mail.
        if (k.ButirKerja?.Jenis == JenisButirKerja.LinkBelumDiterima && t.Link is { } hilang
            && t.Db.Set<ButirKerja>().Local.Any(b => b.Jenis == JenisButirKerja.LinkBelumDiterima))
        {
            foreach (var v in await PenerimaAsync(t, u => u.Id == p.VerifikatorId, ct))
            {
                t.Db.Add(surat.LinkBelumDiterima(v, perkara, Tautan(hilang.Jenis), p.Data.Nama, p.Data.Surel, hilang.Batas));
            }
        }

        if (k.Tindakan == Tindakan.TolakBsre || k.ButirKerja?.Jenis == JenisButirKerja.TigaPutaran)
        {
            // With an empty post the acting officer is the Kasi.
            var (kasi, saat) = (t.Db.Set<PeranPengguna>().Where(r => r.Peran == Peran.Kasi), t.Saat.Kini);
            var plt = t.Db.Set<Mandat>().Where(m => m.Peran == Peran.Kasi && m.Mulai <= saat && saat < m.Sampai && m.DicabutPada == null);
            foreach (var penerima in await PenerimaAsync(t, u => kasi.Any(r => r.PenggunaId == u.Id) || plt.Any(m => m.PenggunaId == u.Id), ct))
            {
                t.Db.Add(k.Tindakan == Tindakan.TolakBsre
                    ? surat.PenolakanBsre(penerima, perkara, p.Data.Nama, k.Alasan!)
                    : surat.TigaPutaran(penerima, perkara, p.Data.Nama, Putaran(k.Tindakan), Kali(p, k.Tindakan)));
            }
        }
    }

    private static string? Agenda(Terjadi t) => t.Db.SuratMasuk.Local.FirstOrDefault(m => m.Id == t.Permohonan.SuratMasukId)?.Agenda;

    private static async Task<List<Penerima>> PenerimaAsync(Terjadi t, System.Linq.Expressions.Expression<Func<Pengguna, bool>> siapa, CancellationToken ct) =>
        await t.Db.Users.AsNoTracking().Where(u => u.DinonaktifkanPada == null && u.Email != null).Where(siapa)
            .Select(u => new Penerima(u.Nama, u.Email!)).ToListAsync(ct);

    private static TautanSop Tautan(JenisLink jenis) => jenis switch
    {
        JenisLink.Aktivasi => TautanSop.Aktivasi,
        JenisLink.Passphrase => TautanSop.Passphrase,
    };

    private static string Putaran(Tindakan tindakan) => tindakan switch
    {
        Tindakan.Kembalikan => "dikembalikan untuk diperbaiki",
        Tindakan.TidakSesuai => "dinyatakan tidak sesuai",
        _ => "melewati batas waktu link",
    };

    private static int Kali(Permohonan p, Tindakan tindakan) => tindakan switch
    {
        Tindakan.Kembalikan => p.PutaranKembali,
        Tindakan.TidakSesuai => p.PutaranTidakSesuai,
        _ => p.PutaranKedaluwarsa,
    };
}
