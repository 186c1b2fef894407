using System.Security.Cryptography;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;

namespace KlatenSE.Domain.Pengajuan;

/// <summary>What an act is judged by beside the request itself.</summary>
/// <param name="Kini">The database's clock, read after the row lock.</param>
/// <param name="Link">The request's link whose validity has not been ended; null when there is none.</param>
/// <param name="Pengaturan">The office's settings.</param>
/// <param name="LinkTerakhir">The newest link, ended or not, for what is recorded afterwards; null when that is not asked for.</param>
public sealed record KonteksTindakan(DateTimeOffset Kini, LinkPemohon? Link, PengaturanSop Pengaturan, LinkPemohon? LinkTerakhir = null);

public sealed partial class Permohonan
{
    /// <summary>
    /// Does an act as the SOP table allows it, or says why not. Changes nothing when it refuses.
    /// </summary>
    /// <returns><see cref="Kejadian"/> when done, <see cref="Penolakan"/> when the SOP says no.</returns>
    public HasilSop Lakukan(Perintah perintah, Pelaku pelaku, KonteksTindakan konteks)
    {
        if (Periksa(perintah.Tindakan, pelaku, konteks.Pengaturan, out var aturan) is { } tolak)
        {
            return tolak;
        }

        if (TolakSyarat(aturan!, perintah, konteks) is { } kurang)
        {
            return kurang;
        }

        if (TolakIsi(perintah, pelaku, konteks) is { } isi)
        {
            return isi;
        }

        var dari = Tahap;
        var perubahan = Terapkan(perintah, pelaku, konteks);
        var ke = TahapBerikut(aturan!, perubahan);
        var alasan = Bersihkan(perintah.Alasan);
        if (aturan!.Berpindah)
        {
            Pindah(ke, konteks.Kini);
        }

        if (alasan is not null)
        {
            AlasanTerakhir = alasan;
        }

        return new Kejadian(perintah.Tindakan, dari, ke, pelaku.Sebagai(aturan.Oleh)!, alasan, perintah.DaftarPerbaikan, perubahan)
        {
            LinkBaru = LinkUntuk(perintah, ke),
            LinkTerbitPada = perintah.LinkDikirimPada ?? konteks.Kini,
            TutupLink = konteks.Link is null ? null : Tutup(perintah, dari, ke),
            ButirKerja = ButirUntuk(perintah, konteks.Pengaturan, konteks.Kini),
        };
    }

    private Penolakan? TolakSyarat(Aturan aturan, Perintah perintah, KonteksTindakan k)
    {
        if (aturan.Syarat.HasFlag(Syarat.Alasan) && Bersihkan(perintah.Alasan) is null)
        {
            return new Penolakan("Tuliskan alasannya, supaya penerima tahu apa yang terjadi.");
        }

        if (aturan.Syarat.HasFlag(Syarat.DaftarPerbaikan) && perintah.DaftarPerbaikan.Count == 0)
        {
            return new Penolakan("Pilih paling sedikit satu data atau berkas yang harus diperbaiki.");
        }

        if (aturan.Syarat.HasFlag(Syarat.BerkasCocok) && TolakBerkas() is { } berkas)
        {
            return berkas;
        }

        if (aturan.Syarat.HasFlag(Syarat.LewatBatas) && !LewatBatas(k))
        {
            return new Penolakan("Batas waktunya belum lewat.");
        }

        if (aturan.Syarat.HasFlag(Syarat.SebelumBatas) && k.Kini >= BatasBerikutnya)
        {
            return new Penolakan("Batas waktunya sudah lewat, sehingga permohonan ini berakhir. Ajukan permohonan baru, atau hubungi loket.");
        }

        if (aturan.Syarat.HasFlag(Syarat.LinkBerlaku) && k.Link?.Berlaku(k.Kini) != true)
        {
            return new Penolakan("Link Anda sudah tidak berlaku. Verifikator akan mengirim link baru ke email Anda; data Anda tetap tersimpan.");
        }

        if (aturan.Syarat.HasFlag(Syarat.LinkDibuka) && k.Link?.DibukaPada is null)
        {
            return new Penolakan("Bukalah dahulu link yang kami kirim ke email Anda.");
        }

        return null;
    }

    private Penolakan? TolakIsi(Perintah perintah, Pelaku pelaku, KonteksTindakan k) => perintah switch
    {
        SimpanData s when BerubahDiLuarDaftar(s) is { } bidang => new Penolakan(
            $"{bidang.Nama()} tidak termasuk yang diminta untuk diperbaiki, sehingga tidak dapat diubah."),
        Kembalikan when perintah.DaftarPerbaikan.Select(b => b.Bidang).Except(BidangDapatDiperbaiki).Select(b => (BidangPermohonan?)b).FirstOrDefault() is { } tetap => new Penolakan(
            $"{tetap.Nama()} tidak dapat diperbaiki pada permohonan ini. Hapus dari daftar perbaikan."),
        UnggahBerkas u when Layanan == Layanan.Pencabutan && !BerkasWajib.Contains(u.Jenis) => new Penolakan(
            $"{u.Jenis.Bidang().Nama()} tidak diperlukan pada pencabutan, sehingga tidak disimpan."),
        UnggahBerkas u when !BolehDiubah(u.Jenis.Bidang()) => new Penolakan(
            $"{u.Jenis.Bidang().Nama()} tidak termasuk yang diminta untuk diperbaiki, sehingga tidak dapat diganti."),
        Ajukan a when BerkasWajib.Except(a.BerkasLengkap).ToList() is { Count: > 0 } kurang => new Penolakan(
            $"{kurang[0].Bidang().Nama()} belum diunggah. Unggahlah dahulu, lalu kirim lagi."),
        AjukanLoket when LoketId is null => new Penolakan("Draf ini milik pemohon sendiri. Mintalah pemohon mengirimnya, atau catat suratnya di loket."),
        AjukanLoket l when !l.BerkasLengkap.Contains(JenisBerkas.SuratRekomendasi) => new Penolakan(
            $"{BidangPermohonan.BerkasSuratRekomendasi.Nama()} belum dipindai. Pindailah dahulu, lalu ajukan lagi."),
        Konfirmasi c when BerkasSop.WajibSaatAjukan.Except(c.BerkasLengkap).ToList() is { Count: > 0 } kurang => new Penolakan(
            $"{kurang[0].Bidang().Nama()} belum diunggah. Unggahlah dahulu, lalu konfirmasi."),
        Ajukan when Tahap == Tahap.PerluPerbaikan && BelumDiperbaiki() is { } bidang => new Penolakan(
            $"{bidang.Nama()} belum diperbaiki. Perbaiki dahulu, lalu kirim lagi."),
        TunjukVerifikator t => TolakVerifikator(t.VerifikatorId, pelaku.Id, k.Pengaturan),
        GantiVerifikator g => g.VerifikatorId == VerifikatorId
            ? new Penolakan("Verifikator itu sudah ditugaskan pada permohonan ini. Pilih orang lain.")
            : TolakVerifikator(g.VerifikatorId, null, k.Pengaturan),
        BukaLink b when !CryptographicOperations.FixedTimeEquals(b.HashToken, k.Link!.HashToken ?? []) => new Penolakan(
            "Link ini sudah diganti dengan link yang lebih baru. Bukalah link pada email terakhir yang Anda terima."),
        { LinkDikirimPada: { } kirim } when kirim > k.Kini => new Penolakan("Waktu BSrE mengirim link tidak boleh di masa depan. Perbaiki waktunya."),
        { LinkDikirimPada: { } kirim } when kirim < DiajukanPada => new Penolakan("Waktu BSrE mengirim link tidak boleh sebelum permohonan dikirim. Perbaiki waktunya."),
        { LinkDikirimPada: { } kirim } when kirim < (k.Link ?? k.LinkTerakhir)?.TerbitPada => new Penolakan(
            "Waktu BSrE mengirim link tidak boleh sebelum link yang terakhir tercatat. Perbaiki waktunya."),
        // Whoever enters the data at BSrE first and records it here afterwards is right; a link of more than a day before that is over anyway.
        TerbitkanLinkAktivasi { LinkDikirimPada: { } kirim } when kirim < SejakTahap - KelonggaranCatat => new Penolakan(
            "Waktu BSrE mengirim link lebih dari sehari sebelum permohonan sampai di tahap ini. Periksa tanggalnya; bila memang benar, minta BSrE mengirim link baru."),
        CatatAktivasi c => TolakWaktuTerbukti(c.Pada, k),
        CatatPassphrase c => TolakWaktuTerbukti(c.Pada, k),
        CabutSertifikat c when c.Pada > k.Kini => new Penolakan("Waktu pencabutan tidak boleh di masa depan. Perbaiki waktunya."),
        CabutSertifikat c when c.Pada < DiajukanPada => new Penolakan("Waktu pencabutan tidak boleh sebelum permohonan dikirim. Perbaiki waktunya."),
        UnggahFotoKtp when DataDiperiksaPada is null => new Penolakan("Periksa dan benarkan dahulu data Anda, lalu foto KTP."),
        UnggahSelfie when FotoKtpPada is null => new Penolakan("Foto dahulu KTP Anda, lalu ambil selfie."),
        // Beside BSrE the photos are taken on BSrE's portal; ours keeps none.
        SelesaikanAktivasi when k.Pengaturan.Otoritas == ModeOtoritas.Bsre => null,
        SelesaikanAktivasi when DataDiperiksaPada is null || FotoKtpPada is null || SelfiePada is null => new Penolakan(
            "Aktivasi belum lengkap: periksa data, foto KTP, lalu ambil selfie, berurutan."),
        Setujui s when BidangVerifikasi.Except(s.Dicentang).ToList() is { Count: > 0 } belum => new Penolakan(
            $"{belum[0].Nama()} belum dinyatakan sesuai. Periksa setiap data sebelum menyetujui."),
        TerbitkanSertifikat { Sertifikat: null } when k.Pengaturan.Otoritas == ModeOtoritas.Sandbox => new Penolakan("Sertifikat yang terbit belum ada. Tunggu jawaban BSrE."),
        BuatPassphrase { DataLoginDiterima: false } => new Penolakan(
            "Centang dahulu bahwa data login Portal BSrE sudah Anda terima."),
        _ => null,
    };

    /// <summary>How long before step 4 BSrE may have sent the link that is recorded there.</summary>
    private static readonly TimeSpan KelonggaranCatat = TimeSpan.FromHours(24);

    /// <summary>What the verifikator must tick one by one at step 6.</summary>
    public static IReadOnlyList<BidangPermohonan> BidangVerifikasi { get; } =
    [
        BidangPermohonan.Nama, BidangPermohonan.Nik, BidangPermohonan.Nip, BidangPermohonan.Surel, BidangPermohonan.Ponsel,
        BidangPermohonan.Jabatan, BidangPermohonan.UnitKerja, BidangPermohonan.FotoKtp, BidangPermohonan.Selfie,
    ];

    /// <summary>Fields in which entry, letter and KTP differ (SOP warning: BSrE refuses these); empty when all match.</summary>
    public IReadOnlyList<BidangPermohonan> BidangBerbeda() => Perbandingan is { } p ? BidangBerbeda(Data, p) : [];

    /// <summary>As <see cref="BidangBerbeda()"/>, for who holds the data alone (the board).</summary>
    public static IReadOnlyList<BidangPermohonan> BidangBerbeda(DataPemohon data, Perbandingan p) =>
        [.. PerbedaanData.Bandingkan(data, p).Select(b => b.Bidang).Distinct()];

    private static Penolakan? TolakWaktuTerbukti(DateTimeOffset pada, KonteksTindakan k) => (k.Link ?? k.LinkTerakhir) switch
    {
        null => new Penolakan("Link untuk tahap ini belum tercatat. Catat dahulu kapan BSrE mengirim link."),
        _ when pada > k.Kini => new Penolakan("Waktu selesai tidak boleh di masa depan. Perbaiki waktunya."),
        var link when pada < link.TerbitPada => new Penolakan("Waktu selesai tidak boleh sebelum BSrE mengirim link. Perbaiki waktunya."),
        var link when pada >= link.Batas => new Penolakan("Waktu selesai sudah melewati masa berlaku link. Terbitkan link baru bagi pemohon."),
        _ => null,
    };

    private Penolakan? TolakBerkas() => Perbandingan switch
    {
        null => new Penolakan("Catat dahulu isi surat dan KTP, lalu cocokkan."),
        { AsliDitunjukkan: false } => new Penolakan("Centang dahulu bahwa dokumen asli sudah ditunjukkan."),
        _ when BidangBerbeda() is { Count: > 0 } beda => new Penolakan(
            $"{string.Join(", ", beda.Select(b => b.Nama()))} berbeda antara isian, surat, dan KTP. Kembalikan permohonan untuk diperbaiki."),
        _ => null,
    };

    private Penolakan? TolakVerifikator(Guid verifikatorId, Guid? kasiId, PengaturanSop pengaturan) => verifikatorId switch
    {
        _ when verifikatorId == PemohonId || verifikatorId == PemegangId => new Penolakan(
            "Pemohon tidak dapat menjadi verifikator permohonannya sendiri. Pilih orang lain."),
        _ when pengaturan.PisahkanKasiDanVerifikator && (verifikatorId == kasiId || PemeriksaBerkas.Contains(verifikatorId)) => new Penolakan(
            "Pemeriksa berkas tidak dapat menjadi verifikator permohonan yang sama. Pilih orang lain."),
        _ => null,
    };

    private bool LewatBatas(KonteksTindakan k) => TahapSop.BerlakuLink is not null
        ? k.Link is not null && k.Kini >= k.Link.Batas
        : k.Kini >= BatasBerikutnya || k.Kini >= BatasKabarBerhasil;

    private static string? Bersihkan(string? teks) => string.IsNullOrWhiteSpace(teks) ? null : teks.Trim();
}
