using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>The requests of the demo, about fifty: every stage, links with hours or minutes left, what is late and what was mended.</summary>
internal sealed class KumpulanKisah(WargaDemo warga, DateTimeOffset kini)
{
    private readonly List<Kisah> semua = [];

    /// <summary>Index of applicants who get a password in the demo: what each one stands before.</summary>
    public static IReadOnlyList<(int Urut, string Keadaan)> Penampil { get; } =
    [
        (35, "Pemohon, belum mengajukan"), (36, "Pemohon, permohonan dari loket"), (15, "Pemohon, link aktivasi berjalan"), (27, "Pemohon, perlu memperbaiki"), (29, "Pemohon, sudah bersertifikat"),
    ];

    /// <summary>The letter of recommendation; two persons of an office stand on one letter.</summary>
    public DataSurat Surat(OrangDemo orang)
    {
        var ke = orang.Urut / 20;
        var tanggal = Jakarta.Tanggal(kini).AddDays(-30 - (orang.Urut % 10) - (ke * 3));
        return new DataSurat
        {
            Nomor = $"800.1/{101 + (orang.Urut % 10 * 7) + (ke * 3)}/{orang.Kantor.Kode}/{tanggal.Year}",
            Tanggal = tanggal,
            AtasanNama = orang.Kantor.Atasan,
            AtasanNip = orang.Kantor.AtasanNip,
            AtasanJabatan = (orang.Kantor.Nama.StartsWith("Kecamatan", StringComparison.Ordinal) ? "Camat " : "Kepala ") + orang.Kantor.Nama,
        };
    }

    public IReadOnlyList<Kisah> Semua()
    {
        Selesai();
        Berakhir();
        Pejabat();
        Berkas();
        Pemohon();
        Penerbitan();
        Loket();
        return semua;
    }

    /// <summary>What came to the counter on paper: with an account and without, one with its end near, one typed wrongly, and a letter for four.</summary>
    private void Loket()
    {
        Buat(warga.Pemohon[36]).Loket(ktp: true).Sejak(Jeda.Jam(3));
        Buat(warga.Tamu[0]).Loket(ktp: false).Sejak(Jeda.Jam(5));
        Buat(warga.Tamu[1]).Loket(ktp: true).Sejak(Jeda.Jam(60));
        Buat(warga.Tamu[2]).Loket(ktp: false).Lalu(Jeda.Jam(0.3), (l, k) => l.LakukanAsync(k, l.Warga.Loket, new Batalkan { Alasan = "Alamat email salah ketik." })).Sejak(Jeda.Jam(26));
        Buat(warga.Tamu[3]).Lalu(default, (l, k) => l.KolektifAsync([.. l.Warga.Tamu.Skip(3)], k.Surat, k.Pemohon.Kantor.Nama)).Sejak(Jeda.Jam(9));
    }

    private void Selesai()
    {
        for (var i = 0; i < 5; i++)
        {
            Buat(28 + i).SampaiVerifikator().LinkAktivasi().Aktivasi(1.5 + i).Setujui().Passphrase(0.8 + i).Terbit(70 + (i * 40)).Sejak(Jeda.Menit(500 + (i * 420)));
        }

        // A link that expired on the way, and came again.
        Buat(33).SampaiVerifikator().LinkAktivasi().Kedaluwarsa(0).LinkUlang().Aktivasi(3).Setujui().Passphrase(2).Terbit(95).Sejak(Jeda.Menit(900));
    }

    private void Berakhir()
    {
        Buat(3).Diajukan().Tolak(w => w.Kepala, "Unit kerja ini memakai layanan pemerintah provinsi, sehingga permohonan diajukan ke sana.").Sejak(Jeda.Menit(2900));
        Buat(9).Diajukan().Disposisi().Teruskan().Tolak(w => w.Kasi, "Surat rekomendasi bukan dari atasan langsung pemohon.").Sejak(Jeda.Menit(2600));
        Buat(5).Diajukan().Batalkan("Saya pindah tugas bulan depan.").Sejak(Jeda.Menit(3000));
        Buat(12).SampaiVerifikator().LinkAktivasi().Lalu(Jeda.Jam(2), (l, k) => l.LakukanAsync(k, k.Pemohon, new Batalkan { Alasan = "Salah memilih layanan." })).Sejak(Jeda.Menit(2700));
        // Nobody mended it within five working days.
        Buat(34).Diajukan().Kembalikan(w => w.Kepala, "Surat rekomendasi belum bernomor.", new ButirPerbaikan(BidangPermohonan.NomorSurat, "Isi nomor sesuai surat."))
            .Lalu(Jeda.Menit(2800), (l, k) => l.SistemAsync(k, new Batalkan { Alasan = "Batas waktu perbaikan sudah lewat." })).Sejak(Jeda.Menit(1400));
    }

    private void Pejabat()
    {
        Buat(0).Draf().Sejak(Jeda.Jam(30));
        Buat(1).Draf().Isi().Unggah(JenisBerkas.Ktp).Sejak(Jeda.Jam(5));
        foreach (var (urut, menit) in (ReadOnlySpan<(int, int)>)[(2, 2), (3, 7), (4, 13), (22, 41)])
        {
            Buat(urut).Diajukan().Sejak(Jeda.Menit(menit));
        }

        foreach (var (urut, menit, plh) in (ReadOnlySpan<(int, int, bool)>)[(5, 3, true), (6, 8, false), (7, 26, true)])
        {
            Buat(urut).Diajukan().Disposisi(plh).Sejak(Jeda.Menit(menit));
        }
    }

    private void Berkas()
    {
        Buat(8).Diajukan().Disposisi().Teruskan().Sejak(Jeda.Menit(4));
        Buat(9).Diajukan().Disposisi(plh: true).Teruskan().Cocokkan().Sejak(Jeda.Menit(9));
        // Sent back for a blurred card, mended, and with the Kasi again.
        Buat(10).Diajukan().Disposisi().Teruskan()
            .Kembalikan(w => w.Kasi, "Foto KTP tidak terbaca.", new ButirPerbaikan(BidangPermohonan.BerkasKtp, "Foto ulang di tempat terang, seluruh kartu terlihat."))
            .Lalu(Jeda.Jam(4), (l, k) => l.UnggahAsync(k, JenisBerkas.Ktp)).Ajukan().Sejak(Jeda.Menit(17));
        // The name was changed at the activation: BSrE refuses, and the Kasi compares anew.
        Buat(11).SampaiVerifikator().LinkAktivasi().Aktivasi(1, warga.Pemohon[11].Nama + "to").Setujui().Passphrase(1.2).Terbit(60).Sejak(Jeda.Menit(12));
        Buat(12).SampaiVerifikator().Sejak(Jeda.Menit(6));
        Buat(13).SampaiVerifikator().Lalu(Jeda.Menit(20), (l, k) => l.LakukanAsync(k, l.Warga.Kasi,
            new GantiVerifikator(l.Warga.Verifikator[2].Id, l.Warga.Verifikator[2].Nama) { Alasan = "Pembagian beban kerja." })).Sejak(Jeda.Menit(3));
    }

    private void Pemohon()
    {
        Buat(14).SampaiVerifikator().LinkAktivasi().Sejak(Jeda.Jam(22));
        Buat(15).SampaiVerifikator().LinkAktivasi().Buka(0.6).PeriksaData().Sejak(Jeda.Jam(3.25));
        Buat(16).SampaiVerifikator().LinkAktivasi().Lalu(Jeda.Jam(1), (l, k) => l.LakukanAsync(k, k.Pemohon, new LaporkanLinkBelumDiterima())).Sejak(Jeda.Jam(12));
        Buat(17).SampaiVerifikator().LinkAktivasi().Aktivasi(2).TidakSesuai(
            "Selfie tidak cocok dengan foto KTP.", new ButirPerbaikan(BidangPermohonan.Selfie, "Ambil ulang tanpa kacamata hitam dan masker.")).Sejak(Jeda.Jam(8.5));
        Buat(18).SampaiVerifikator().LinkAktivasi().Aktivasi(1.2).Sejak(Jeda.Menit(5));
        Buat(19).SampaiVerifikator().LinkAktivasi().Aktivasi(4).Sejak(Jeda.Menit(22));
        Buat(20).SampaiVerifikator().LinkAktivasi().Aktivasi(2).Setujui().Sejak(Jeda.Jam(1));
        Buat(21).SampaiVerifikator().LinkAktivasi().Aktivasi(2.5).Setujui().Buka(0.5).Sejak(Jeda.Jam(20.75));
        Buat(24).SampaiVerifikator().LinkAktivasi().Kedaluwarsa(0).Sejak(Jeda.Menit(11));
        Buat(25).SampaiVerifikator().LinkAktivasi().Aktivasi(1).Setujui().Kedaluwarsa(0).Sejak(Jeda.Menit(48));
        Buat(26).Diajukan().Disposisi().Kembalikan(w => w.Kabid, "Nomor surat pada isian berbeda dari suratnya.",
            new ButirPerbaikan(BidangPermohonan.NomorSurat, "Samakan dengan surat rekomendasi.")).Sejak(Jeda.Menit(240));
        Buat(27).Diajukan().Disposisi().Teruskan().Kembalikan(w => w.Kasi, "Email pada surat rekomendasi berbeda, dan KTP hitam putih.",
            new ButirPerbaikan(BidangPermohonan.BerkasSuratRekomendasi, "Unggah surat yang memuat email .go.id Anda sendiri."),
            new ButirPerbaikan(BidangPermohonan.BerkasKtp, "Unggah KTP berwarna.")).Sejak(Jeda.Menit(1500));
    }

    private void Penerbitan()
    {
        Buat(23).SampaiVerifikator().LinkAktivasi().Aktivasi(1).Setujui().Passphrase(0.7).Sejak(Jeda.Menit(25));
        Buat(34).SampaiVerifikator().LinkAktivasi().Aktivasi(1).Setujui().Passphrase(0.5).Sejak(Jeda.Menit(380));
    }

    private Kisah Buat(int urut) => Buat(warga.Pemohon[urut]);

    private Kisah Buat(OrangDemo orang)
    {
        var kisah = new Kisah(orang, Surat(orang), warga.Verifikator[orang.Urut % 2], semua.Count);
        semua.Add(kisah);
        return kisah;
    }
}
