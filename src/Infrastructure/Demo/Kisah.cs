using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>Time before a step: by working time (officials) or by the clock (applicants, links).</summary>
internal readonly record struct Jeda(TimeSpan Lama, bool Kerja)
{
    public static Jeda Menit(int menit) => new(TimeSpan.FromMinutes(menit), true);

    public static Jeda Jam(double jam) => new(TimeSpan.FromHours(jam), false);

    /// <summary>The moment that lies this long before another.</summary>
    public DateTimeOffset Sebelum(DateTimeOffset saat, KalenderKerja kalender) => Kerja ? Mundur(saat, kalender) : saat - Lama;

    private DateTimeOffset Mundur(DateTimeOffset saat, KalenderKerja kalender)
    {
        var sisa = Lama;
        var jam = Jakarta.Jam(saat);
        for (var tanggal = Jakarta.Tanggal(saat); ; tanggal = tanggal.AddDays(-1), jam = TimeOnly.MaxValue)
        {
            foreach (var sesi in kalender.JamPada(tanggal).Sesi.Reverse())
            {
                var akhir = sesi.Selesai < jam ? sesi.Selesai : jam;
                if (akhir > sesi.Mulai && sisa <= akhir - sesi.Mulai)
                {
                    return Jakarta.Saat(tanggal, akhir.Add(-sisa));
                }

                sisa -= akhir > sesi.Mulai ? akhir - sesi.Mulai : TimeSpan.Zero;
            }
        }
    }
}

/// <summary>One act of a story.</summary>
internal sealed record Langkah(Jeda Jeda, Func<Lakon, Kisah, Task> Lakukan);

/// <summary>How one request of the demo came to be where it is: acts with the time between them, told forward and dated backward from its age.</summary>
internal sealed class Kisah(OrangDemo pemohon, DataSurat surat, OrangDemo verifikator, int nomor)
{
    private readonly List<Langkah> langkah = [];
    private int putaran;

    public OrangDemo Pemohon => pemohon;

    public DataSurat Surat => surat;

    public OrangDemo Verifikator => verifikator;

    /// <summary>The request; known once the draft is made.</summary>
    public Guid Id { get; set; }

    /// <summary>Time since the last act.</summary>
    public Jeda Usia { get; private set; }

    public Kisah Lalu(Jeda jeda, Func<Lakon, Kisah, Task> lakukan)
    {
        langkah.Add(new Langkah(jeda, lakukan));
        return this;
    }

    public Kisah Draf() => Lalu(default, (l, k) => l.BuatDrafAsync(k));

    public Kisah Isi() => Lalu(Jeda.Jam(0.2), (l, k) => l.LakukanAsync(k, pemohon, new SimpanData(pemohon.Data, surat)));

    public Kisah Unggah(JenisBerkas jenis) => Lalu(Jeda.Jam(0.05), (l, k) => l.UnggahAsync(k, jenis));

    public Kisah Diajukan() => Draf().Isi().Unggah(JenisBerkas.SuratPermohonan).Unggah(JenisBerkas.SuratRekomendasi).Unggah(JenisBerkas.Ktp).Ajukan();

    public Kisah Ajukan() => Lalu(Jeda.Jam(0.1), (l, k) => l.LakukanAsync(k, pemohon, new Ajukan(BerkasSop.WajibSaatAjukan, [])));

    public Kisah Loket(bool ktp) => Lalu(default, (l, k) => l.LoketAsync(k, ktp));

    public Kisah Disposisi(bool plh = false) => Lalu(Menit(4), (l, k) => l.LakukanAsync(k, plh ? l.Warga.Sekretaris : l.Warga.Kepala, new Disposisikan(new Disposisi
    {
        Instruksi = [InstruksiDisposisi.ProsesLebihLanjut],
        Sifat = nomor % 4 == 0 ? SifatSurat.SangatSegera : SifatSurat.Segera,
        Catatan = nomor % 3 == 0 ? "Periksa kesesuaian surat dan KTP sebelum diteruskan." : "",
    })));

    public Kisah Teruskan() => Lalu(Menit(3), (l, k) => l.LakukanAsync(k, l.Warga.Kabid, new Teruskan()));

    public Kisah Cocokkan() => Lalu(Menit(4), (l, k) => l.LakukanAsync(k, l.Warga.Kasi, new CatatPerbandingan(new Perbandingan
    {
        SuratNama = pemohon.Nama,
        SuratNik = pemohon.Nik,
        SuratNip = pemohon.Nip,
        SuratSurel = pemohon.Surel,
        KtpNama = pemohon.Nama.ToUpperInvariant(),
        KtpNik = pemohon.Nik,
        AsliDitunjukkan = true,
    })));

    public Kisah Tunjuk() => Cocokkan().Lalu(Menit(1), (l, k) => l.LakukanAsync(k, l.Warga.Kasi, new TunjukVerifikator(verifikator.Id, verifikator.Nama)));

    /// <summary>Up to the appointed verifikator.</summary>
    public Kisah SampaiVerifikator() => Diajukan().Disposisi().Teruskan().Tunjuk();

    public Kisah LinkAktivasi() => Lalu(Menit(7), (l, k) => l.LakukanAsync(k, verifikator, new TerbitkanLinkAktivasi()));

    public Kisah Buka(double jam) => Lalu(Jeda.Jam(jam), (l, k) => l.BukaLinkAsync(k));

    /// <summary>The name was changed at the activation: BSrE will refuse.</summary>
    public bool NamaDiubah { get; private set; }

    public Kisah PeriksaData(string? nama = null)
    {
        NamaDiubah = nama is not null;
        return Lalu(Jeda.Jam(0.1), (l, k) => l.LakukanAsync(k, pemohon, new PeriksaData(pemohon.Data with { Nama = nama ?? pemohon.Nama })));
    }

    public Kisah Foto() => Lalu(Jeda.Jam(0.05), (l, k) => l.UnggahAsync(k, JenisBerkas.FotoKtpAktivasi));

    /// <summary>Opens the link and does the activation to its end (SOP 5b–5e).</summary>
    public Kisah Aktivasi(double jam, string? nama = null) => Buka(jam).PeriksaData(nama).Foto()
        .Lalu(Jeda.Jam(0.03), (l, k) => l.UnggahAsync(k, JenisBerkas.Selfie))
        .Lalu(Jeda.Jam(0.02), (l, k) => l.LakukanAsync(k, pemohon, new SelesaikanAktivasi()));

    public Kisah Setujui() => Lalu(Menit(6), (l, k) => l.LakukanAsync(k, verifikator, new Setujui(Permohonan.BidangVerifikasi)));

    public Kisah TidakSesuai(string alasan, params ButirPerbaikan[] daftar) =>
        Lalu(Menit(8), (l, k) => l.LakukanAsync(k, verifikator, new TidakSesuai { Alasan = alasan, DaftarPerbaikan = daftar }));

    public Kisah Passphrase(double jam) => Buka(jam).Lalu(Jeda.Jam(0.08), (l, k) => l.PassphraseAsync(k));

    /// <summary>BSrE answers: issued, or refused.</summary>
    public Kisah Terbit(int menit) => Lalu(Jeda.Menit(menit), (l, k) => l.TerbitkanAsync(k));

    /// <summary>The 24 hours of the link that the act before opened run out.</summary>
    public Kisah Kedaluwarsa(double sejakLink) =>
        Lalu(new Jeda(TimeSpan.FromHours(24 - sejakLink) + TimeSpan.FromSeconds(1), false), (l, k) => l.SistemAsync(k, new Kedaluwarsakan()));

    public Kisah LinkUlang() => Lalu(Menit(9), (l, k) => l.LakukanAsync(k, verifikator, new TerbitkanUlangLink(pemohon.Surel)));

    public Kisah Kembalikan(Func<WargaDemo, OrangDemo> oleh, string alasan, params ButirPerbaikan[] daftar) =>
        Lalu(Menit(5), (l, k) => l.LakukanAsync(k, oleh(l.Warga), new Kembalikan { Alasan = alasan, DaftarPerbaikan = daftar }));

    public Kisah Tolak(Func<WargaDemo, OrangDemo> oleh, string alasan) =>
        Lalu(Menit(6), (l, k) => l.LakukanAsync(k, oleh(l.Warga), new Tolak { Alasan = alasan }));

    public Kisah Batalkan(string alasan) => Lalu(Jeda.Jam(1), (l, k) => l.LakukanAsync(k, pemohon, new Batalkan { Alasan = alasan }));

    /// <summary>Ends the story: this long ago the last act was done.</summary>
    public Kisah Sejak(Jeda usia)
    {
        Usia = usia;
        return this;
    }

    /// <summary>The acts with their moments.</summary>
    public IEnumerable<(DateTimeOffset Saat, Kisah Kisah, Langkah Langkah)> Berwaktu(DateTimeOffset kini, KalenderKerja kalender)
    {
        var saat = Usia.Sebelum(kini, kalender);
        for (var i = langkah.Count - 1; i >= 0; i--)
        {
            yield return (saat, this, langkah[i]);
            saat = langkah[i].Jeda.Sebelum(saat, kalender);
        }
    }

    // Not all alike: the same act takes a little longer or shorter in each story.
    private Jeda Menit(int rata) => new(TimeSpan.FromSeconds((rata * 60) + (((nomor * 37) + (++putaran * 53)) % 150) - 60), true);
}
