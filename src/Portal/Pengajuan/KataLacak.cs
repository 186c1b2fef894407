using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Components.Bersama;

namespace KlatenSE.Portal.Pengajuan;

/// <summary>The applicant's words for where a request stands.</summary>
internal static class KataLacak
{
    private static readonly string[] Judul =
    [
        "Permohonan dikirim", "Disposisi dan penerusan", "Berkas diverifikasi", "Data dimasukkan ke BSrE",
        "Aktivasi oleh Anda", "Verifikasi data", "Membuat passphrase", "Sertifikat terbit",
    ];

    // What comes next, with the standards of the SOP.
    private static readonly string[] Nanti =
    [
        "Anda mengisi data dan mengunggah berkas", "biasanya 20 menit kerja", "biasanya 10 menit kerja", "biasanya 15 menit kerja",
        "cek data → foto KTP → selfie", "biasanya 15 menit kerja", "Anda, link 1×24 jam", "BSrE, biasanya 6 jam",
    ];

    // The SOP's column "output".
    private static readonly string[] Keluaran =
    [
        "Surat Permintaan/Disposisi", "Buku Agenda dan Lembar Disposisi", "Personil verifikator", "Link aktivasi",
        "Data aktivasi", "Persetujuan data", "Data permohonan penerbitan", "Sertifikat elektronik",
    ];

    /// <summary>The steps as the page shows them: the eight of the SOP, or the few of a shorter service.</summary>
    public static IReadOnlyList<ButirLangkah> Langkah(Jejak jejak, PengaturanPortal pengaturan) =>
        [.. jejak.Langkah.Select((l, i) => new ButirLangkah(i + 1, JudulLangkah(l.Nomor, jejak.Permohonan.Layanan), Keterangan(l, jejak.Permohonan, pengaturan), (KeadaanLangkah)l.Keadaan))];

    private static string KeluaranLangkah(int nomor, Layanan layanan) => (nomor, layanan) switch
    {
        (4, Layanan.PerubahanData) => "Data baru di BSrE",
        (4, Layanan.Pencabutan) => "Sertifikat dicabut",
        _ => Keluaran[nomor - 1],
    };

    private static string JudulLangkah(int nomor, Layanan layanan) => (nomor, layanan) switch
    {
        (4, Layanan.PerubahanData) => "Data diubah di BSrE",
        (4, Layanan.Pencabutan) => "Sertifikat dicabut di BSrE",
        _ => Judul[nomor - 1],
    };

    /// <summary>Whether the request waits for its applicant.</summary>
    public static bool GiliranPemohon(Tahap tahap) => AlurSop.TerbaruDari(tahap).Menunggu == Peran.Pemohon;

    /// <summary>Heading of the card at the top: whose turn it is.</summary>
    public static string Giliran(Permohonan p, PengaturanPortal pengaturan) => p.Tahap switch
    {
        Tahap.Draf => "Giliran Anda: lengkapi permohonan",
        Tahap.MenungguKonfirmasi => "Giliran Anda: periksa dan konfirmasi",
        Tahap.Aktivasi => "Giliran Anda: aktivasi",
        Tahap.Passphrase => "Giliran Anda: membuat passphrase",
        Tahap.PerluPerbaikan => "Giliran Anda: perbaiki permohonan",
        Tahap.LinkKedaluwarsa => "Link Anda kedaluwarsa",
        Tahap.Selesai when p.Layanan == Layanan.Pencabutan => "Sertifikat sudah dicabut",
        Tahap.Selesai => "Sertifikat elektronik Anda sudah terbit",
        Tahap.Ditolak => "Permohonan ditolak",
        Tahap.Dibatalkan => "Permohonan dibatalkan",
        Tahap.MenungguDisposisi or Tahap.PenerusanKabid or Tahap.VerifikasiBerkas => $"Sedang di {pengaturan.Jabatan(p.TahapSop.Menunggu!.Value)}",
        Tahap.InputDataBsre or Tahap.VerifikasiData => $"Sedang di verifikator{(p.VerifikatorNama is { } nama ? $" ({nama})" : "")}",
        Tahap.Penerbitan => "Sedang di BSrE",
    };

    /// <summary>What the applicant does, or may expect.</summary>
    public static string Saran(Permohonan p, bool linkDibuka) => p.Tahap switch
    {
        Tahap.Draf when p.Layanan == Layanan.Pencabutan => "Lengkapi, lalu kirim. Selesaikan sebelum",
        Tahap.Draf => "Isi data, unggah berkas, lalu kirim. Isian Anda tersimpan. Selesaikan sebelum",
        Tahap.MenungguKonfirmasi => "Surat Anda sudah diterima di loket. Periksa data yang dicatat petugas, lengkapi KTP bila belum ada, lalu konfirmasi. Selesaikan sebelum",
        Tahap.Aktivasi => linkDibuka ? "Link aktivasi sudah Anda buka. Selesaikan sebelum" : "Link aktivasi sudah dikirim ke email Anda. Selesaikan sebelum",
        Tahap.Passphrase => linkDibuka ? "Link passphrase sudah Anda buka. Selesaikan sebelum" : "Link untuk membuat passphrase sudah dikirim ke email Anda. Selesaikan sebelum",
        Tahap.PerluPerbaikan => "Perbaiki yang diminta di bawah ini, lalu kirim lagi. Selesaikan sebelum",
        Tahap.LinkKedaluwarsa => "Anda tidak perlu mengulang dari awal: verifikator akan mengirim link baru ke email Anda, diharapkan sebelum",
        Tahap.Selesai when p.Layanan == Layanan.Pencabutan => "Sertifikat itu tidak dapat dipakai lagi.",
        Tahap.Selesai => "Unduh sertifikat Anda di bawah ini dengan passphrase yang Anda buat.",
        Tahap.Ditolak => "Alasannya ada di bawah ini. Anda dapat mengajukan permohonan baru setelah penyebabnya dibenahi.",
        Tahap.Dibatalkan => "Permohonan ini sudah berakhir. Anda dapat mengajukan permohonan baru.",
        Tahap.MenungguDisposisi or Tahap.PenerusanKabid or Tahap.VerifikasiBerkas or Tahap.InputDataBsre or Tahap.VerifikasiData or Tahap.Penerbitan =>
            "Anda tidak perlu melakukan apa pun sekarang. Diharapkan selesai sebelum",
    };

    public static Nada NadaTahap(Tahap tahap) => tahap switch
    {
        Tahap.Selesai => Nada.Baik,
        Tahap.Ditolak or Tahap.LinkKedaluwarsa => Nada.Lewat,
        Tahap.Dibatalkan => Nada.Netral,
        Tahap.Draf or Tahap.MenungguKonfirmasi or Tahap.Aktivasi or Tahap.Passphrase or Tahap.PerluPerbaikan => Nada.Dekat,
        Tahap.MenungguDisposisi or Tahap.PenerusanKabid or Tahap.VerifikasiBerkas or Tahap.InputDataBsre or Tahap.VerifikasiData or Tahap.Penerbitan => Nada.Catatan,
    };

    /// <summary>One line of history: who did what.</summary>
    public static string Kalimat(Riwayat r, PengaturanPortal pengaturan, Guid pemohonId) =>
        (r.PelakuId == pemohonId ? "Anda" : r.Peran is Peran.Sistem or Peran.Bsre ? r.Peran.Nama() : $"{pengaturan.Jabatan(new PeranDipegang(r.Peran, r.Sebagai, r.NomorSuratMandat))} ({r.PelakuNama})")
        + " " + (KataBsre.Terjadi(r, pengaturan) ?? r.Tindakan.Terjadi()) + (Tentang(r) is { Length: > 0 } apa ? $": {apa}" : "") + ".";

    // Which document or field, and who: an act without its object says little. A disposition's notes are for the office.
    private static string? Tentang(Riwayat r) => r.Tindakan switch
    {
        Tindakan.UnggahBerkas or Tindakan.TunjukVerifikator or Tindakan.GantiVerifikator => r.Rincian,
        Tindakan.SimpanData => string.Join(", ", r.BidangBerubah.Select(b => b.Nama())),
        _ => null,
    };

    /// <summary>What was done about one thing of the fix-list: "Sudah diganti 21.04", or that it remains.</summary>
    public static string KeadaanPerbaikan(ButirPerbaikanMilik butir, PermohonanMilik milik) => (butir.SudahPada, milik.Permohonan.Tahap) switch
    {
        (null, Tahap.Aktivasi) => butir.Bidang is BidangPermohonan.FotoKtp or BidangPermohonan.Selfie ? "Belum difoto ulang" : "Belum diperiksa",
        (null, _) => butir.Berkas ? "Belum diganti" : "Belum diubah",
        ({ } pada, Tahap.Aktivasi) => $"{(butir.Bidang is BidangPermohonan.FotoKtp or BidangPermohonan.Selfie ? "Sudah difoto ulang" : "Sudah diperiksa")} {Pukul(pada, milik.Kini)}",
        ({ } pada, _) => $"{(butir.Berkas ? "Sudah diganti" : "Sudah diubah")} {Pukul(pada, milik.Kini)}",
    };

    /// <summary>Where a document stood whose bytes retention destroyed.</summary>
    public static string Dihapus(DateTimeOffset pada) => $"Dihapus sesuai masa simpan pada {TeksWaktu.TanggalPanjang(Jakarta.Tanggal(pada))}";

    private static string Pukul(DateTimeOffset pada, DateTimeOffset kini) =>
        Jakarta.Tanggal(pada) == Jakarta.Tanggal(kini) ? TeksWaktu.Jam(pada) : TeksWaktu.Pendek(pada);

    /// <summary>The page on which a field or document of the fix-list is mended.</summary>
    public static string HalamanPerbaikan(Guid id, BidangPermohonan bidang) => bidang switch
    {
        BidangPermohonan.BerkasSuratPermohonan => $"/permohonan/{id}/berkas#judul-{JenisBerkas.SuratPermohonan}",
        BidangPermohonan.BerkasSuratRekomendasi => $"/permohonan/{id}/berkas#judul-{JenisBerkas.SuratRekomendasi}",
        BidangPermohonan.BerkasKtp => $"/permohonan/{id}/berkas#judul-{JenisBerkas.Ktp}",
        BidangPermohonan.FotoKtp or BidangPermohonan.Selfie => $"/permohonan/{id}/aktivasi",
        _ => $"/permohonan/{id}/data#{bidang}",
    };

    public static IEnumerable<(string Label, string? Nilai)> ButirData(DataPemohon d) =>
    [
        (BidangPermohonan.Nama.Nama(), d.Nama), (BidangPermohonan.Nik.Nama(), PengelompokanNomor.Nik(d.Nik)), (BidangPermohonan.Nip.Nama(), PengelompokanNomor.Nip(d.Nip)),
        (BidangPermohonan.StatusKepegawaian.Nama(), TeksIdentitas.Nama(d.Status)), (BidangPermohonan.Surel.Nama(), d.Surel),
        (BidangPermohonan.Ponsel.Nama(), PengelompokanNomor.Ponsel(d.Ponsel)), (BidangPermohonan.Pangkat.Nama(), d.Pangkat), (BidangPermohonan.Jabatan.Nama(), d.Jabatan),
        (BidangPermohonan.UnitKerja.Nama(), d.UnitKerja), (BidangPermohonan.Kota.Nama(), d.Kota), (BidangPermohonan.Provinsi.Nama(), d.Provinsi),
    ];

    /// <summary>What a revocation is about; of a holder who did not file it no more than the superior knows.</summary>
    public static IEnumerable<(string Label, string? Nilai)> ButirPencabutan(Permohonan p) =>
    [
        ("Pemegang", p.Data.Nama), ("NIP", PengelompokanNomor.Nip(p.Data.Nip)), ("Alasan", p.AlasanPencabutan),
        .. p.PemegangId is null ? [] : new (string, string?)[] { ("Surat atasan", $"{p.Surat.Nomor}{(p.Surat.Tanggal is { } t ? $", {TeksWaktu.TanggalPanjang(t)}" : "")}") },
    ];

    public static IEnumerable<(string Label, string? Nilai)> ButirSurat(DataSurat s) =>
    [
        (BidangPermohonan.NomorSurat.Nama(), s.Nomor), (BidangPermohonan.TanggalSurat.Nama(), s.Tanggal is { } t ? TeksWaktu.TanggalPanjang(t) : null),
        (BidangPermohonan.AtasanNama.Nama(), s.AtasanNama), (BidangPermohonan.AtasanNip.Nama(), PengelompokanNomor.Nip(s.AtasanNip)),
        (BidangPermohonan.AtasanJabatan.Nama(), s.AtasanJabatan),
    ];

    private static string Keterangan(LangkahLacak l, Permohonan p, PengaturanPortal pengaturan)
    {
        if (l.Penutup is { } r)
        {
            var oleh = r.PelakuId == p.PemohonId ? "Anda" : r.Peran is Peran.Sistem or Peran.Bsre ? r.Peran.Nama() : pengaturan.Jabatan(new PeranDipegang(r.Peran, r.Sebagai, r.NomorSuratMandat));
            return $"{TeksWaktu.DenganHari(r.Pada)} · {oleh} · {KeluaranLangkah(l.Nomor, p.Layanan)}";
        }

        var nanti = KataBsre.Nanti(l.Nomor, pengaturan) ?? Nanti[l.Nomor - 1];
        return (l.Keadaan, p.Tahap) switch
        {
            (KeadaanLacak.Terhenti, Tahap.PerluPerbaikan) => "dikembalikan kepada Anda untuk diperbaiki",
            (KeadaanLacak.Terhenti, _) => p.TahapSop.Nama.ToLowerInvariant() + " " + TeksWaktu.DenganHari(p.SejakTahap),
            (KeadaanLacak.Kini, _) when l.Nomor is 5 or 7 => $"menunggu Anda sejak {TeksWaktu.DenganHari(p.SejakTahap)} · {nanti}",
            (KeadaanLacak.Kini, _) => $"sejak {TeksWaktu.DenganHari(p.SejakTahap)}",
            (KeadaanLacak.Selesai, _) => KeluaranLangkah(l.Nomor, p.Layanan),
            _ => nanti,
        };
    }
}
