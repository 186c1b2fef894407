namespace KlatenSE.BsreStandIn;

/// <summary>The mails, plain text. The link that matters stands first.</summary>
internal static class NaskahSurat
{
    public static Surat Aktivasi(Orang o, string tautan)
    {
        var status = o.Data.StatusPegawai;
        var petunjuk = status switch
        {
            "PNS" => "Anda terdaftar sebagai ASN (PNS). Pastikan nama dan NIP sama dengan data kepegawaian Anda di MyASN.",
            "PPPK" => "Anda terdaftar sebagai ASN (PPPK). Pastikan nama dan NI PPPK sama dengan perjanjian kerja Anda yang berlaku.",
            _ => "Anda terdaftar sebagai Lainnya (bukan ASN). Pastikan nama dan NIK sama dengan KTP elektronik Anda.",
        };
        var perbaikan = o.Alasan is null ? "" : $"\n\nPendaftaran Anda dikembalikan. Yang perlu diperbaiki:\n{o.Alasan}";
        return new("aktivasi", o.Data.Surel, o.Data.Nama, $"Aktivasi akun BSrE ({status})", $"""
            Yth. {o.Data.Nama},

            Buka link aktivasi berikut dalam 1x24 jam:
            {tautan}

            {petunjuk}{perbaikan}

            Siapkan KTP elektronik, lalu ambil swafoto sesuai urutan pada halaman aktivasi.
            {Kaki}
            """);
    }

    public static Surat Passphrase(Orang o, string alamat, string tautan) => new("passphrase", o.Data.Surel, o.Data.Nama, "Pembuatan passphrase BSrE", $"""
        Yth. {o.Data.Nama},

        Data Anda sudah disetujui. Buat passphrase melalui link berikut dalam 1x24 jam:
        {tautan}

        Data masuk Portal BSrE ({alamat}/masuk):
        Nama pengguna: {o.Data.Surel}
        Kata sandi: {o.SandiAkun}

        Passphrase paling sedikit 8 karakter, memuat huruf dan angka. Jangan berikan kepada siapa pun.
        {Kaki}
        """);

    public static Surat Berhasil(Orang o, string alamat) => new("berhasil", o.Data.Surel, o.Data.Nama, "Sertifikat elektronik Anda telah terbit", $"""
        Yth. {o.Data.Nama},

        Sertifikat elektronik Anda telah terbit dan dapat dipakai. Unduh sertifikatnya setelah masuk:
        {alamat}/masuk
        {Kaki}
        """);

    public static Surat Penolakan(Orang o) => new("penolakan", o.Data.Surel, o.Data.Nama, "Penerbitan sertifikat elektronik ditolak", $"""
        Yth. {o.Data.Nama},

        Penerbitan sertifikat elektronik Anda ditolak dengan alasan:
        {o.Alasan}

        Hubungi verifikator instansi Anda.
        {Kaki}
        """);

    private const string Kaki = "\n-- \nPeraga BSrE: bukan layanan BSrE";
}
