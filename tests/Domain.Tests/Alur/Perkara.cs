using System.Text.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Domain.Tests.Alur;

/// <summary>A request in memory with its link and people, moved as the door moves it: link rows and deadlines included.</summary>
internal sealed class Perkara
{
    public static readonly Guid PemohonId = Guid.Parse("11111111-0000-0000-0000-000000000000");
    public static readonly Guid KasiId = Guid.Parse("22222222-0000-0000-0000-000000000000");
    public static readonly Guid VerifikatorId = Guid.Parse("33333333-0000-0000-0000-000000000000");
    private static readonly TimeSpan Sehari = TimeSpan.FromHours(24);

    private static readonly Guid LoketId = Guid.Parse("55555555-0000-0000-0000-000000000000");
    private static readonly Guid PemegangId = Guid.Parse("55555555-0000-0000-0000-000000000000");
    private static readonly Guid SertifikatId = Guid.Parse("44444444-0000-0000-0000-000000000000");
    private static readonly DateTimeOffset Mulai = new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero);
    private static readonly DataPemohon Data = new()
    {
        Nama = "Sekar Wulandari",
        Nik = "3399015507900003",
        Nip = "199007152015032002",
        Surel = "sekar@contoh.go.id",
        Ponsel = "+6281200000001",
        Jabatan = "Arsiparis",
        UnitKerja = "Dinas Arsip",
    };

    public Permohonan Permohonan { get; private init; } = Permohonan.Baru(PemohonId, Layanan.Penerbitan, Data, Mulai);

    public LinkPemohon? Link { get; private set; }

    public LinkPemohon? LinkTerakhir { get; private set; }

    public DateTimeOffset Kini { get; set; } = new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero);

    public PengaturanSop Pengaturan { get; init; } = new();

    private bool Bsre => Pengaturan.Otoritas == ModeOtoritas.Bsre;

    public Kejadian? Terakhir { get; private set; }

    /// <summary>A person who holds just this role: the applicant, the Kasi and the appointed verifikator are those of the request.</summary>
    public static Pelaku Orang(Peran peran) => peran switch
    {
        Peran.Pemohon => new Pelaku(PemohonId, "Pemohon", [new(peran)]),
        Peran.Kasi => new Pelaku(KasiId, "Kasi", [new(peran)]),
        Peran.Verifikator => new Pelaku(VerifikatorId, "Verifikator", [new(peran)]),
        Peran.Sistem => Pelaku.Sistem,
        Peran.Bsre => Pelaku.Bsre,
        _ => new Pelaku(Guid.NewGuid(), peran.ToString(), [new(peran)]),
    };

    /// <summary>A request in a stage, ready for every act of it.</summary>
    public static Perkara Di(Tahap tahap, PengaturanSop? pengaturan = null, Layanan layanan = Layanan.Penerbitan)
    {
        var p = new Perkara
        {
            Pengaturan = pengaturan ?? new(),
            Permohonan = layanan == Layanan.Pencabutan
                ? Permohonan.BaruPencabutan(PemohonId, PemegangId, SertifikatId, Data, new DataSurat { Nomor = "800/1" }, "Pensiun", Mulai)
                // One that the applicant or the counter may send: the rows of both are judged.
                : layanan is Layanan.Penerbitan or Layanan.Perpanjangan
                    ? Permohonan.BaruDiLoket(PemohonId, layanan, Data, new DataSurat(), new Pelaku(LoketId, "Petugas loket", []), Mulai)
                : Permohonan.Baru(PemohonId, layanan, Data, Mulai, layanan == Layanan.Penerbitan ? null : SertifikatId),
        };
        p.Batasi();
        var pertama = AlurSop.TerbaruUntuk(layanan).Cari(Tahap.Draf, Tindakan.Ajukan).Single().Ke!.Value;
        if (tahap is Tahap.PerluPerbaikan or Tahap.Ditolak or Tahap.Dibatalkan)
        {
            p.Maju(pertama);
            p.Wajib(tahap == Tahap.Dibatalkan ? Peran.Pemohon : p.Permohonan.TahapSop.Menunggu!.Value, p.Perintah(tahap switch
            {
                Tahap.PerluPerbaikan => Tindakan.Kembalikan,
                Tahap.Ditolak => Tindakan.Tolak,
                _ => Tindakan.Batalkan,
            }));
        }
        else if (tahap == Tahap.MenungguKonfirmasi)
        {
            p.Wajib(Peran.PetugasLoket, p.Perintah(Tindakan.AjukanLoket));
        }
        else if (tahap == Tahap.LinkKedaluwarsa)
        {
            p.Maju(Tahap.Aktivasi);
            p.Kedaluwarsa();
        }
        else
        {
            p.Maju(tahap);
        }

        p.Siapkan();
        return p;
    }

    public void Kedaluwarsa()
    {
        Kini = Link!.Batas;
        Wajib(Peran.Sistem, new Kedaluwarsakan());
    }

    /// <summary>Along the straight way to a stage.</summary>
    public void Maju(Tahap tahap)
    {
        while (Permohonan.Tahap != tahap)
        {
            Siapkan();
            var (peran, tindakan) = Permohonan.Tahap switch
            {
                Tahap.Draf or Tahap.PerluPerbaikan => (Peran.Pemohon, Tindakan.Ajukan),
                Tahap.MenungguKonfirmasi => (Peran.Pemohon, Tindakan.Konfirmasi),
                Tahap.MenungguDisposisi => (Peran.Kepala, Tindakan.Disposisikan),
                Tahap.PenerusanKabid => (Peran.Kabid, Tindakan.Teruskan),
                Tahap.VerifikasiBerkas => (Peran.Kasi, Tindakan.TunjukVerifikator),
                Tahap.InputDataBsre => (Peran.Verifikator, Permohonan.Layanan switch
                {
                    Layanan.Penerbitan or Layanan.Perpanjangan => Tindakan.TerbitkanLinkAktivasi,
                    Layanan.PerubahanData => Tindakan.KirimKeBsre,
                    Layanan.Pencabutan => Tindakan.CabutSertifikat,
                }),
                Tahap.Aktivasi => (Peran.Pemohon, Tindakan.SelesaikanAktivasi),
                Tahap.VerifikasiData => (Peran.Verifikator, Tindakan.Setujui),
                Tahap.Passphrase => (Peran.Pemohon, Bsre ? Tindakan.CatatPassphrase : Tindakan.BuatPassphrase),
                Tahap.Penerbitan => (Bsre ? Peran.Verifikator : Peran.Bsre, Tindakan.TerbitkanSertifikat),
                _ => (Peran.Verifikator, Tindakan.TerbitkanUlangLink),
            };
            Wajib(peran, Perintah(tindakan));
        }
    }

    /// <summary>The acts within a stage that the next one needs.</summary>
    public void Siapkan()
    {
        Tindakan[] dalam = Permohonan.Tahap switch
        {
            Tahap.VerifikasiBerkas when Permohonan.Layanan == Layanan.Pencabutan => [],
            Tahap.VerifikasiBerkas => [Tindakan.CatatPerbandingan],
            Tahap.Aktivasi or Tahap.Passphrase when Bsre => [],
            Tahap.Aktivasi => [Tindakan.BukaLink, Tindakan.PeriksaData, Tindakan.UnggahFotoKtp, Tindakan.UnggahSelfie],
            Tahap.Passphrase => [Tindakan.BukaLink],
            Tahap.PerluPerbaikan => [Tindakan.UnggahBerkas],
            _ => [],
        };
        foreach (var t in dalam)
        {
            Wajib(Permohonan.Tahap == Tahap.VerifikasiBerkas ? Peran.Kasi : Peran.Pemohon, Perintah(t));
        }
    }

    public void Wajib(Peran peran, Perintah perintah)
    {
        if (Lakukan(perintah, Orang(peran)) is Penolakan tolak)
        {
            throw new InvalidOperationException($"{Permohonan.Tahap} {perintah}: {tolak.Kalimat}");
        }
    }

    public HasilSop Lakukan(Perintah perintah, Pelaku pelaku)
    {
        var hasil = Permohonan.Lakukan(perintah, pelaku, new KonteksTindakan(Kini, Link, Pengaturan, LinkTerakhir));
        if (hasil is Kejadian k)
        {
            Terakhir = k;
            if (k.TutupLink is { } sebab)
            {
                Link!.Tutup(sebab, Kini);
                Link = null;
            }

            if (k.LinkBaru is { } jenis)
            {
                Link = new LinkPemohon { PermohonanId = Permohonan.Id, Jenis = jenis, HashToken = [(byte)jenis, 7], TerbitPada = k.LinkTerbitPada, Batas = k.LinkTerbitPada + Sehari };
                LinkTerakhir = Link;
            }

            Batasi();
        }

        return hasil;
    }

    /// <summary>An act with everything that it needs.</summary>
    public Perintah Perintah(Tindakan tindakan)
    {
        var (d, surat) = (Permohonan.Data, Permohonan.Surat);
        const string alasan = "Data perlu diperiksa kembali.";
        ButirPerbaikan[] daftar = [Permohonan.Layanan == Layanan.Pencabutan ? new(BidangPermohonan.BerkasSuratRekomendasi, "Unggah surat yang bertanda tangan.") : new(BidangPermohonan.BerkasKtp, "Unggah KTP berwarna.")];
        return tindakan switch
        {
            Tindakan.SimpanData => new SimpanData(d, surat),
            Tindakan.UnggahBerkas => new UnggahBerkas(Permohonan.Layanan == Layanan.Pencabutan ? JenisBerkas.SuratRekomendasi : JenisBerkas.Ktp, daftar),
            Tindakan.Ajukan => new Ajukan(Permohonan.BerkasWajib, []),
            Tindakan.AjukanLoket => new AjukanLoket([JenisBerkas.SuratRekomendasi], []),
            Tindakan.Konfirmasi => new Konfirmasi { BerkasLengkap = BerkasSop.WajibSaatAjukan },
            Tindakan.KirimUlangKonfirmasi => new KirimUlangKonfirmasi(),
            Tindakan.Disposisikan => new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut] }),
            Tindakan.Teruskan => new Teruskan(),
            Tindakan.CatatPerbandingan => new CatatPerbandingan(new Perbandingan
            {
                SuratNama = d.Nama,
                SuratNik = d.Nik,
                SuratNip = d.Nip,
                SuratSurel = d.Surel,
                KtpNama = d.Nama,
                KtpNik = d.Nik,
                AsliDitunjukkan = true,
            }),
            Tindakan.TunjukVerifikator => new TunjukVerifikator(VerifikatorId, "Verifikator"),
            Tindakan.TerbitkanLinkAktivasi => new TerbitkanLinkAktivasi(),
            Tindakan.BukaLink => new BukaLink(Link?.HashToken ?? []),
            Tindakan.PeriksaData => new PeriksaData(d),
            Tindakan.UnggahFotoKtp => new UnggahFotoKtp(daftar),
            Tindakan.UnggahSelfie => new UnggahSelfie(daftar),
            Tindakan.SelesaikanAktivasi => new SelesaikanAktivasi(),
            Tindakan.CatatAktivasi => new CatatAktivasi(LinkTerakhir?.TerbitPada ?? Kini),
            Tindakan.Setujui => new Setujui(Permohonan.BidangVerifikasi),
            Tindakan.TidakSesuai => new TidakSesuai { Alasan = alasan, DaftarPerbaikan = daftar },
            Tindakan.BuatPassphrase => new BuatPassphrase(daftar, true),
            Tindakan.CatatPassphrase => new CatatPassphrase(LinkTerakhir?.TerbitPada ?? Kini),
            Tindakan.KirimKeBsre => new KirimKeBsre(),
            Tindakan.CabutSertifikat => new CabutSertifikat(Kini),
            Tindakan.TerbitkanSertifikat => new TerbitkanSertifikat(daftar),
            Tindakan.TolakBsre => new TolakBsre { Alasan = alasan },
            Tindakan.Kedaluwarsakan => new Kedaluwarsakan(),
            Tindakan.TerbitkanUlangLink => new TerbitkanUlangLink(d.Surel),
            Tindakan.GantiVerifikator => new GantiVerifikator(Guid.NewGuid(), "Verifikator lain") { Alasan = alasan },
            Tindakan.LaporkanLinkBelumDiterima => new LaporkanLinkBelumDiterima(),
            Tindakan.TandaiLewatBatas => new TandaiLewatBatas(),
            Tindakan.Kembalikan => new Kembalikan { Alasan = alasan, DaftarPerbaikan = daftar },
            Tindakan.Tolak => new Tolak { Alasan = alasan },
            Tindakan.Batalkan => new Batalkan { Alasan = alasan },
        };
    }

    /// <summary>Every value of the request as text: what a refusal must not change.</summary>
    public string Potret() => string.Join("\n", typeof(Permohonan).GetProperties()
        .Where(x => x.Name is not (nameof(Permohonan.Alur) or nameof(Permohonan.TahapSop)) && x.GetMethod is { IsStatic: false })
        .Select(x => $"{x.Name}={JsonSerializer.Serialize(x.GetValue(Permohonan))}")) + JsonSerializer.Serialize(Link);

    private void Batasi()
    {
        Permohonan.BatasBerikutnya = Link?.Batas ?? (Permohonan.TahapSop.Terbuka ? Kini + Sehari : null);
        Permohonan.BatasKabarBerhasil = Permohonan.Tahap == Tahap.Penerbitan ? Kini + Sehari + Sehari : null;
    }
}
