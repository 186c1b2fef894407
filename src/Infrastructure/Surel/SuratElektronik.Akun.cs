namespace KlatenSE.Infrastructure.Surel;

public sealed partial class SuratElektronik
{
    /// <summary>Proves that a .go.id mailbox is read by its owner (the SOP's warning: it must be an active one).</summary>
    public OutboxMessage BuktiEmail(Penerima kepada, Guid peristiwa, string jalur, DateTimeOffset batas) =>
        Akun(JenisSurel.BuktiEmail, kepada, peristiwa, "Buktikan alamat email Anda", batas, Naskah(kepada)
            .Paragraf($"Alamat email ini didaftarkan di {Portal.NamaPortal}. Buktikan bahwa alamat ini milik Anda dengan membuka link di bawah, lalu tekan tombol pada halaman yang terbuka.")
            .Tombol("Buktikan alamat email", Alamat(jalur))
            .Tenggat("Link berlaku sampai", batas)
            .Paragraf("Jika Anda tidak mendaftar, abaikan email ini. Tidak ada yang berubah."));

    public OutboxMessage LupaSandi(Penerima kepada, Guid peristiwa, string jalur, DateTimeOffset batas) =>
        Akun(JenisSurel.LupaSandi, kepada, peristiwa, "Buat kata sandi baru", batas, Naskah(kepada)
            .Paragraf("Kami menerima permintaan untuk membuat kata sandi baru bagi akun Anda. Buka link di bawah, lalu isi kata sandi yang baru.")
            .Tombol("Buat kata sandi baru", Alamat(jalur))
            .Tenggat("Link berlaku sampai", batas)
            .Paragraf("Jika bukan Anda yang meminta, abaikan email ini. Kata sandi Anda tetap yang lama."));

    /// <summary>An official's account was made by the administrator; no default password exists, so the link sets the first one.</summary>
    public OutboxMessage AkunDibuat(Penerima kepada, Guid peristiwa, IReadOnlyCollection<string> peran, string jalur, DateTimeOffset batas) =>
        Akun(JenisSurel.AkunDibuat, kepada, peristiwa, "Akun Anda sudah dibuat", batas, Naskah(kepada)
            .Paragraf($"Administrator membuatkan akun untuk Anda di {Portal.NamaPortal}.")
            .Rincian(("Nama pengguna", kepada.Surel), ("Peran", peran.Count == 0 ? "belum ada" : string.Join(", ", peran)))
            .Paragraf("Buka link di bawah untuk membuat kata sandi Anda, lalu masuk dengan nama pengguna di atas.")
            .Tombol("Buat kata sandi", Alamat(jalur))
            .Tenggat("Link berlaku sampai", batas)
            .Paragraf("Jika link sudah lewat waktu, pilih \"Lupa kata sandi\" pada halaman masuk."));

    /// <summary>Somebody registered with a mailbox that has an account: only its owner is told so.</summary>
    public OutboxMessage SudahTerdaftar(Penerima kepada, Guid peristiwa) =>
        Buat(JenisSurel.SudahTerdaftar, kepada, Kunci(JenisSurel.SudahTerdaftar, peristiwa, kepada, null), "Anda sudah mempunyai akun", Naskah(kepada)
            .Paragraf($"Seseorang baru saja mengisi formulir pendaftaran {Portal.NamaPortal} dengan alamat email ini, padahal alamat ini sudah mempunyai akun. Tidak ada yang berubah.")
            .Paragraf("Jika itu Anda, silakan masuk. Jika lupa kata sandi, pilih \"Lupa kata sandi\" pada halaman masuk.")
            .Tombol("Masuk", Alamat("/masuk"))
            .Paragraf("Jika bukan Anda, abaikan email ini."), false, null, null);

    /// <summary>To the old mailbox, once the account has gone over to a new one: its owner must notice if it was not they.</summary>
    public OutboxMessage EmailBerganti(Penerima kepada, Guid peristiwa, string alamatBaruTersamar) =>
        Buat(JenisSurel.EmailBerganti, kepada, Kunci(JenisSurel.EmailBerganti, peristiwa, kepada, null), "Alamat email akun Anda berganti", Naskah(kepada)
            .Paragraf($"Alamat email akun Anda di {Portal.NamaPortal} berganti menjadi {alamatBaruTersamar}. Sejak sekarang masuklah dengan alamat itu.")
            .Tombol("Masuk ke portal", Alamat("/masuk"))
            .Paragraf("Jika bukan Anda yang menggantinya, segera hubungi pengelola portal."), false, null, null);

    private OutboxMessage Akun(JenisSurel jenis, Penerima kepada, Guid peristiwa, string perihal, DateTimeOffset batas, NaskahSurat naskah) =>
        Buat(jenis, kepada, Kunci(jenis, peristiwa, kepada, null), perihal, naskah, true, null, batas);
}
