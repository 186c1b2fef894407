using System.Security.Cryptography;

namespace KlatenSE.BsreStandIn;

/// <summary>Everyone registered, and every act. In memory, one lock.</summary>
internal sealed partial class Pendaftaran(StandInOptions o, JamPeraga jam, Otoritas otoritas, KotakSurat surat)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Orang> perNik = [];
    private readonly Dictionary<string, Tautan> perToken = [];

    public IReadOnlyList<Orang> Semua => Kunci(() => perNik.Values.ToArray());

    public Orang? CariNik(string nik) => Kunci(() => perNik.GetValueOrDefault(nik));

    public Orang? CariSurel(string surel) =>
        Kunci(() => perNik.Values.FirstOrDefault(p => string.Equals(p.Data.Surel, surel, StringComparison.OrdinalIgnoreCase)));

    public Orang? CariId(string? id) => Kunci(() => perNik.Values.FirstOrDefault(p => p.Id == id));

    public Tautan? CariTautan(string token) => Kunci(() => perToken.GetValueOrDefault(token));

    public void Kosongkan() => Kunci(() =>
    {
        perNik.Clear();
        perToken.Clear();
        return 0;
    });

    public bool Hapus(string nik) => Kunci(() => perNik.Remove(nik));

    /// <summary>Step 4, or an applicant alone: mails the activation link.</summary>
    public Orang Daftarkan(DataOrang data, bool mandiri) => Kunci(() =>
    {
        var orang = Tambah(data, mandiri);
        KirimAktivasi(orang);
        return orang;
    });

    /// <summary>Puts a person straight into a state, without mails: for tests.</summary>
    public Orang Tanam(DataOrang data, Keadaan keadaan, bool mandiri) => Kunci(() =>
    {
        var orang = Tambah(data, mandiri);
        orang.Keadaan = keadaan;
        if (keadaan is Keadaan.MenungguAktivasi or Keadaan.MenungguPassphrase)
        {
            BuatTautan(orang);
        }
        if (keadaan is Keadaan.Diproses)
        {
            orang.PassphrasePada = jam.GetUtcNow();
        }
        if (keadaan is Keadaan.Terbit or Keadaan.Ditangguhkan or Keadaan.Dicabut)
        {
            orang.Sertifikat = otoritas.Terbitkan(orang.Data, jam.GetUtcNow());
        }
        return orang;
    });

    /// <summary>The verifikator corrects what was entered, before anything was approved; the link at hand is replaced when the mailbox changes.</summary>
    public void Ubah(Orang orang, DataOrang data) => Kunci(() =>
    {
        Harus(orang, Keadaan.MenungguAktivasi, Keadaan.MenungguVerifikasi, Keadaan.Ditolak);
        PeriksaGanda(data, orang);
        var suratBaru = orang.Data.Surel != data.Surel;
        perNik.Remove(orang.Data.Nik);
        perNik[data.Nik] = orang;
        orang.Data = data;
        if (suratBaru && orang.Keadaan == Keadaan.MenungguAktivasi)
        {
            KirimAktivasi(orang);
        }
        return 0;
    });

    /// <summary>Step 5c: the applicant corrects; NIK and mailbox stay, since the link came by them.</summary>
    public void Betulkan(Tautan t, DataOrang isian) => Aktivasi(t, orang =>
    {
        var data = isian with { Nik = orang.Data.Nik, Surel = orang.Data.Surel };
        if (data.Keberatan() is { } keberatan)
        {
            throw new DitolakException(400, keberatan);
        }
        orang.Data = data;
        orang.DataBenar = true;
    });

    public void SimpanFoto(Tautan t, bool ktp, byte[] isi) => Aktivasi(t, orang =>
    {
        if (!orang.DataBenar || (!ktp && orang.Ktp is null))
        {
            throw new DitolakException(409, "Ikuti urutan: periksa data, foto KTP, lalu swafoto.");
        }
        if (isi is not ([0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, ..]))
        {
            throw new DitolakException(400, "Berkas harus gambar JPEG atau PNG. Pilih berkas lain.");
        }
        if (ktp)
        {
            orang.Ktp = isi;
        }
        else
        {
            orang.Selfie = isi;
        }
    });

    public void SelesaikanAktivasi(Tautan t) => Aktivasi(t, orang =>
    {
        if (!orang.DataBenar || orang.Ktp is null || orang.Selfie is null)
        {
            throw new DitolakException(409, "Aktivasi belum lengkap. Ikuti urutan: periksa data, foto KTP, swafoto.");
        }
        t.Dipakai = true;
        orang.Keadaan = Keadaan.MenungguVerifikasi;
    });

    /// <summary>Step 7a. The passphrase is looked at and forgotten.</summary>
    public void SetelPassphrase(Tautan t, string passphrase, string ulangi) => Kunci(() =>
    {
        Berlaku(t, JenisTautan.Passphrase);
        if (passphrase.Length < 8 || !passphrase.Any(char.IsLetter) || !passphrase.Any(char.IsDigit))
        {
            throw new DitolakException(400, "Passphrase paling sedikit 8 karakter serta memuat huruf dan angka.");
        }
        if (passphrase != ulangi)
        {
            throw new DitolakException(400, "Kedua isian passphrase tidak sama. Ketik ulang keduanya.");
        }
        t.Dipakai = true;
        t.Orang.PassphrasePada = jam.GetUtcNow();
        t.Orang.Keadaan = Keadaan.Diproses;
        return 0;
    });

    /// <summary>Issues what is due (SOP 8).</summary>
    public void Majukan() => Kunci(() => 0);

    private T Kunci<T>(Func<T> kerja)
    {
        lock (gate)
        {
            foreach (var p in perNik.Values.Where(p => p.Keadaan == Keadaan.Diproses && jam.GetUtcNow() >= p.PassphrasePada + o.JedaTerbit))
            {
                Terbitkan(p);
            }
            return kerja();
        }
    }

    private void Aktivasi(Tautan t, Action<Orang> kerja) => Kunci(() =>
    {
        Berlaku(t, JenisTautan.Aktivasi);
        kerja(t.Orang);
        return 0;
    });

    private Orang Tambah(DataOrang data, bool mandiri)
    {
        PeriksaGanda(data, null);
        return perNik[data.Nik] = new Orang(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), data) { Mandiri = mandiri };
    }

    private void PeriksaGanda(DataOrang data, Orang? diri)
    {
        if (data.Keberatan() is { } keberatan)
        {
            throw new DitolakException(400, keberatan);
        }
        // Whoever's certificate was revoked may register anew.
        if (perNik.GetValueOrDefault(data.Nik) is { } ada && ada != diri && ada.Keadaan != Keadaan.Dicabut)
        {
            throw new DitolakException(409, $"NIK sudah terdaftar (4024). Status: {ada.StatusBsre(jam.GetUtcNow())}.");
        }
        if (perNik.Values.Any(p => p != diri && p.Data.Nik != data.Nik && p.Data.Surel == data.Surel))
        {
            throw new DitolakException(409, "Email sudah dipakai oleh orang lain. Pakai email perorangan.");
        }
    }

    private void Berlaku(Tautan t, JenisTautan jenis)
    {
        if (t.Jenis != jenis || t.Keberatan(jam.GetUtcNow()) is not null)
        {
            throw new DitolakException(410, t.Keberatan(jam.GetUtcNow()) ?? "Link ini bukan untuk halaman ini.");
        }
    }

    private Tautan BuatTautan(Orang orang)
    {
        var jenis = orang.Keadaan == Keadaan.MenungguPassphrase ? JenisTautan.Passphrase : JenisTautan.Aktivasi;
        var t = new Tautan(orang, jenis, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), jam.GetUtcNow() + o.MasaLink);
        return orang.Tautan = perToken[t.Token] = t;
    }

    private void KirimAktivasi(Orang orang) => surat.Kirim(NaskahSurat.Aktivasi(orang, surat.AlamatPublik + BuatTautan(orang).Jalur));

    private void KirimPassphrase(Orang orang)
    {
        orang.SandiAkun ??= "Bsre" + RandomNumberGenerator.GetInt32(100_000, 1_000_000);
        surat.Kirim(NaskahSurat.Passphrase(orang, surat.AlamatPublik, surat.AlamatPublik + BuatTautan(orang).Jalur));
    }
}
