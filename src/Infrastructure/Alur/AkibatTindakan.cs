using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;
using Tolak = KlatenSE.Domain.Pengajuan.Tolak;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>What an allowed act writes beside the request itself: numbers, link, documents, key, register, work items, history, audit and mail.</summary>
public sealed class AkibatTindakan(KunciData kunciData, ILayananSertifikat sertifikat, PemberitahuanAlur pemberitahuan)
{
    /// <summary>Refusals that only the database or the authority can tell; null when there is none.</summary>
    internal async Task<string?> TolakSebelumAsync(KlatenDb db, Perintah perintah, Permohonan permohonan, DateTimeOffset kini, CancellationToken ct)
    {
        switch (perintah)
        {
            case TunjukVerifikator t when !await BolehVerifikatorAsync(db, t.VerifikatorId, kini, ct):
            case GantiVerifikator g when !await BolehVerifikatorAsync(db, g.VerifikatorId, kini, ct):
                return "Orang yang Anda pilih bukan verifikator aktif. Pilih verifikator lain.";
            case TerbitkanLinkAktivasi when permohonan.Tahap == Tahap.InputDataBsre:
                return await sertifikat.DaftarkanAsync(db, new Pendaftaran(permohonan.Id, permohonan.Data, permohonan.Layanan, permohonan.SertifikatId), kini, ct) is HasilPendaftaran.SudahBersertifikat s
                    ? s.Kalimat : null;
            case TerbitkanSertifikat t:
                return permohonan.SertifikatId is { } lama && await RegisterSertifikat.KeberatanGantiAsync(db, lama, ct) is { } berakhir
                    ? berakhir + " Kembalikan permohonan ini kepada Kasi: catat penolakan BSrE dengan alasan itu."
                    : t.Sertifikat is BerkasSertifikat berkas ? await KeberatanBerkasAsync(db, berkas, permohonan, kini, ct) : null;
            case TandaiLewatBatas when await SudahDitandaiAsync(db, permohonan, kini, ct):
                return "Lewat batas ini sudah dicatat.";
            case Konfirmasi k when k.SurelTerbukti != permohonan.Data.Surel:
                return "Email pada permohonan harus email akun Anda yang sudah terbukti aktif. Buka “Perbaiki data”, simpan, lalu konfirmasi lagi.";
            case KirimUlangKonfirmasi when !await db.BolehSuratAsync(permohonan.Data.Surel, JenisSurel.KonfirmasiLoket, kini, ct):
                return $"Dalam satu jam ini sudah {PendaftaranService.SuratPerJam} email konfirmasi dikirim ke alamat itu. Tunggu satu jam, atau minta pemohon memeriksa folder spam.";
            case Ajukan a when a.SurelTerbukti is null
                || (permohonan is { Tahap: Tahap.Draf, Layanan: not Layanan.Pencabutan } && a.SurelTerbukti != permohonan.Data.Surel):
                return "Email .go.id pada isian harus email akun Anda yang sudah terbukti aktif. Buktikan dahulu lewat link di email, atau ubah email akun Anda.";
            case Ajukan when permohonan.SertifikatId is { } id:
                return SyaratLayanan.SaatAjukan(permohonan.Layanan, await db.Set<SertifikatTerbit>().AsNoTracking().SingleAsync(s => s.Id == id, ct), kini);
            case CabutSertifikat:
                return await RegisterSertifikat.KeberatanGantiAsync(db, permohonan.SertifikatId!.Value, ct) is { } ganti ? ganti + " Tolak permohonan ini dengan alasannya." : null;
            default:
                return null;
        }
    }

    private static async Task<string?> KeberatanBerkasAsync(KlatenDb db, BerkasSertifikat berkas, Permohonan permohonan, DateTimeOffset kini, CancellationToken ct) =>
        berkas.Keberatan(permohonan.Data, kini)
        // A day of grace for clocks; the old certificate is much older.
        ?? (permohonan.SertifikatId is not null && berkas.BerlakuDari < permohonan.DiajukanPada?.AddDays(-1)
            ? "Sertifikat dalam berkas ini mulai berlaku sebelum permohonan dikirim, jadi bukan yang baru. Unggah sertifikat yang baru terbit." : null)
        ?? (await db.Set<SertifikatTerbit>().AnyAsync(s => s.Serial == berkas.Serial, ct)
            ? "Sertifikat dalam berkas ini sudah tercatat pada permohonan lain. Periksa apakah berkasnya benar." : null);

    /// <summary>Writes it all and saves.</summary>
    internal async Task TerapkanAsync(Terjadi t, CancellationToken ct)
    {
        await SusunAsync(t, ct);
        await t.Db.SaveChangesAsync(ct);
    }

    /// <summary>Puts all records into the context, to be saved by the caller.</summary>
    internal async Task SusunAsync(Terjadi t, CancellationToken ct)
    {
        var (db, permohonan, kejadian, kini) = (t.Db, t.Permohonan, t.Kejadian, t.Saat.Kini);
        if (DiamSaja(t))
        {
            return;
        }

        if (kejadian.TutupLink is { } sebab)
        {
            t.Link!.Tutup(sebab, kini);
            if (kejadian.LinkBaru is not null)
            {
                // The old link must be closed before the new one opens: the database allows one running link a request.
                await db.SaveChangesAsync(ct);
            }
        }

        var token = kejadian.LinkBaru is { } jenis ? BukaLinkBaru(t, jenis) : null;
        var konfirmasi = await LinkKonfirmasi.UrusAsync(t, ct);
        if (kejadian is { Tindakan: Tindakan.Ajukan or Tindakan.AjukanLoket })
        {
            await NomorSurat.BeriAsync(db, permohonan, kejadian.Dari == Tahap.Draf, kini, ct);
        }

        var kunci = t.Saat.KunciTerbungkus is { } terbungkus ? kunciData.Buka(terbungkus) : null;
        await SimpanLampiranAsync(t, kunci, ct);
        if (kejadian.Dari != kejadian.Ke || kejadian.Tindakan == Tindakan.Ajukan)
        {
            BatasTahap.Atur(permohonan, token?.Batas, t.Pengaturan, kini);
        }
        else if (token is not null)
        {
            permohonan.BatasBerikutnya = token.Batas;
        }

        await UrusButirKerjaAsync(t, ct);
        await PerbedaanBsre.SetelahTindakanAsync(t, ct);
        CatatanTindakan.Tulis(t, kunci);
        if (t.Minta.Kunci is { } sekali && t.Saat.TindakanLalu is null)
        {
            db.Add(new KunciTindakan { Kunci = sekali, PermohonanId = permohonan.Id, Tindakan = kejadian.Tindakan, Pada = kini });
        }

        await pemberitahuan.TambahAsync(t, token, konfirmasi, ct);
    }

    /// <summary>An autosave that changed nothing leaves no row behind.</summary>
    private static bool DiamSaja(Terjadi t) => t.Perintah is SimpanData && t.Kejadian.Perubahan.Count == 0;

    /// <summary>Step 8 has two clocks; each is told once a round.</summary>
    private static Task<bool> SudahDitandaiAsync(KlatenDb db, Permohonan permohonan, DateTimeOffset kini, CancellationToken ct)
    {
        var jenis = kini >= permohonan.BatasKabarBerhasil ? JenisButirKerja.LewatKabarBerhasil : JenisButirKerja.LewatBatasPenerbitan;
        return db.Set<ButirKerja>().AnyAsync(b => b.PermohonanId == permohonan.Id && b.Jenis == jenis && b.DibukaPada >= permohonan.SejakTahap, ct);
    }

    private static Task<bool> BolehVerifikatorAsync(KlatenDb db, Guid id, DateTimeOffset kini, CancellationToken ct) =>
        db.Set<PeranPengguna>().AnyAsync(
            p => p.PenggunaId == id && p.Peran == Peran.Verifikator && db.Users.Any(u => u.Id == id && u.DinonaktifkanPada == null), ct);

    private static TokenLink BukaLinkBaru(Terjadi t, JenisLink jenis)
    {
        var lama = t.Permohonan.TahapSop.BerlakuLink
            ?? throw new InvalidOperationException($"Tahap {t.Permohonan.Tahap} tidak memakai link.");
        var batas = t.Kejadian.LinkTerbitPada + lama;
        var token = t.Pengaturan.Sop.Otoritas == ModeOtoritas.Bsre ? TokenLink.MilikBsre(batas) : TokenLink.Baru(batas);
        t.Db.Add(new LinkPemohon
        {
            Id = token.LinkId,
            PermohonanId = t.Permohonan.Id,
            Jenis = jenis,
            HashToken = TokenLink.Hash(token.Rahasia),
            TerbitPada = t.Kejadian.LinkTerbitPada,
            Batas = token.Batas,
        });
        return token;
    }

    private async Task SimpanLampiranAsync(Terjadi t, byte[]? kunci, CancellationToken ct)
    {
        var (id, pelaku, kini) = (t.Permohonan.Id, t.Pelaku.Id, t.Saat.Kini);
        Task Simpan(JenisBerkas jenis, object masukan) => BerkasStore.TambahAsync(
            t.Db, kunci ?? throw new InvalidOperationException($"Kunci permohonan {id} sudah dihancurkan."), id, jenis, (HasilPeriksa.Diterima)masukan, pelaku!.Value, kini, ct);
        await (t.Perintah switch
        {
            UnggahBerkas u => Simpan(u.Jenis, u.Masukan),
            UnggahFotoKtp f => Simpan(JenisBerkas.FotoKtpAktivasi, f.Masukan),
            UnggahSelfie s => Simpan(JenisBerkas.Selfie, s.Masukan),
            TerbitkanSertifikat { Sertifikat: not SertifikatTerbit } s => sertifikat.CatatTerbitAsync(t.Db, PermintaanPenerbitan.Dari(t.Permohonan, t.Pengaturan.BulanBerlaku), s.Sertifikat as BerkasSertifikat, kini, ct),
            BuatPassphrase b => sertifikat.SimpanKunciAsync(t.Db, id, (BahanKunci)b.KunciTersegel, kini, ct),
            CabutSertifikat c => CabutAsync(t, c, ct),
            TolakBsre or Tolak or Batalkan => sertifikat.HancurkanKunciAsync(t.Db, id, kini, ct),
            _ => Task.CompletedTask,
        });
        if (t.Perintah is TerbitkanSertifikat && t.Permohonan.SertifikatId is { } diganti)
        {
            var baru = t.Db.Set<SertifikatTerbit>().Local.Single(s => s.PermohonanId == id);
            (await t.Db.Set<SertifikatTerbit>().SingleAsync(s => s.Id == diganti, ct)).Gantikan(baru.Id, kini);
        }
    }

    private async Task CabutAsync(Terjadi t, CabutSertifikat cabut, CancellationToken ct)
    {
        var dicabut = await t.Db.Set<SertifikatTerbit>().SingleAsync(s => s.Id == t.Permohonan.SertifikatId, ct);
        dicabut.Cabut(t.Permohonan.AlasanPencabutan!, cabut.Pada);
        await sertifikat.HancurkanKunciAsync(t.Db, dicabut.PermohonanId, t.Saat.Kini, ct);
    }

    private static async Task UrusButirKerjaAsync(Terjadi t, CancellationToken ct)
    {
        var (db, k, kini) = (t.Db, t.Kejadian, t.Saat.Kini);
        if (k.Dari != k.Ke && k.Dari is Tahap.Aktivasi or Tahap.Passphrase or Tahap.Penerbitan or Tahap.LinkKedaluwarsa || k.TutupLink == SebabTutup.Diganti)
        {
            await db.Set<ButirKerja>()
                .Where(b => b.PermohonanId == t.Permohonan.Id && b.DitutupPada == null && b.Jenis != JenisButirKerja.TigaPutaran
                    && b.Jenis != JenisButirKerja.PerbedaanBsre && b.Jenis != JenisButirKerja.SudahBersertifikat)
                .ExecuteUpdateAsync(s => s.SetProperty(b => b.DitutupPada, kini).SetProperty(b => b.DitutupOleh, t.Pelaku.Id), ct);
        }

        if (t.Perintah is GantiVerifikator ganti)
        {
            await db.Set<ButirKerja>().Where(b => b.PermohonanId == t.Permohonan.Id && b.DitutupPada == null && b.Untuk == Peran.Verifikator)
                .ExecuteUpdateAsync(s => s.SetProperty(b => b.UntukId, ganti.VerifikatorId), ct);
        }

        if (k.ButirKerja is { } baru
            && !await db.Set<ButirKerja>().AnyAsync(b => b.PermohonanId == t.Permohonan.Id && b.Jenis == baru.Jenis && b.DitutupPada == null, ct))
        {
            db.Add(new ButirKerja
            {
                PermohonanId = t.Permohonan.Id,
                Jenis = baru.Jenis,
                Untuk = baru.Untuk,
                DibukaPada = kini,
                UntukId = baru.Untuk == Peran.Verifikator ? t.Permohonan.VerifikatorId : null,
            });
        }
    }
}
