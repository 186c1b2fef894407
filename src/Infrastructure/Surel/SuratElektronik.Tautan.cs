using KlatenSE.Domain.Kata;

namespace KlatenSE.Infrastructure.Surel;

public sealed partial class SuratElektronik
{
    /// <summary>Step 5a: the activation link, valid 1x24 hours. <c>Peristiwa</c> is the link's id.</summary>
    public OutboxMessage LinkAktivasi(Penerima kepada, PerkaraSurat perkara, string jalur, DateTimeOffset batas) =>
        Rahasia(JenisSurel.LinkAktivasi, kepada, perkara, "Link aktivasi sertifikat elektronik Anda", Naskah(kepada)
            .Paragraf("Data Anda sudah dimasukkan ke Portal Layanan BSrE. Sekarang giliran Anda melakukan aktivasi.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Tombol("Mulai aktivasi", Alamat(jalur))
            .Tenggat("Link berlaku sampai", batas)
            .Daftar("Yang Anda lakukan, berurutan", LangkahAktivasi)
            .Paragraf(LinkPribadi), batas);

    /// <summary>Step 6b, Tidak sesuai: back to step 5 with what to mend and a new link; the old one is dead.</summary>
    public OutboxMessage TidakSesuai(Penerima kepada, PerkaraSurat perkara, IReadOnlyCollection<string> butir, string? catatan,
        string jalur, DateTimeOffset batas) =>
        Rahasia(JenisSurel.TidakSesuai, kepada, perkara, "Data aktivasi Anda belum sesuai", Naskah(kepada)
            .Paragraf("Verifikator memeriksa data aktivasi Anda dan menemukan yang belum sesuai. Ulangi aktivasi lewat link baru di bawah ini. Link yang lama tidak berlaku lagi.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Daftar("Yang belum sesuai", butir)
            .Kutipan("Catatan verifikator", catatan)
            .Tombol("Ulangi aktivasi", Alamat(jalur))
            .Tenggat("Link berlaku sampai", batas)
            .Paragraf(LinkPribadi), batas);

    /// <summary>Step 7a. <paramref name="namaPenggunaBsre"/>: hint at the user name for BSrE's portal; its password comes from BSrE itself.</summary>
    public OutboxMessage LinkPassphrase(Penerima kepada, PerkaraSurat perkara, string namaPenggunaBsre, string jalur, DateTimeOffset batas) =>
        Rahasia(JenisSurel.LinkPassphrase, kepada, perkara, "Link pembuatan passphrase", Naskah(kepada)
            .Paragraf("Data aktivasi Anda sudah disetujui. Langkah terakhir Anda: buat passphrase.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Tombol("Buat passphrase", Alamat(jalur))
            .Tenggat("Link berlaku sampai", batas)
            .Paragraf("Passphrase paling sedikit 8 karakter dan berisi huruf serta angka. Hanya Anda yang boleh mengetahuinya. Kami tidak dapat melihat atau mengembalikannya.")
            .Paragraf("Data masuk Portal BSrE dikirim BSrE ke alamat email ini. Periksa juga folder spam.")
            .Rincian(("Portal BSrE", alamatBsre()), ("Nama pengguna", namaPenggunaBsre))
            .Paragraf(LinkPribadi), batas);

    /// <summary>12 h, 3 h and 30 min before the end. Holds no link: the portal keeps only its hash. <c>Peristiwa</c> is the link's id.</summary>
    public OutboxMessage PengingatLink(Penerima kepada, PerkaraSurat perkara, TautanSop tautan, TimeSpan sisa, DateTimeOffset batas) =>
        Biasa(JenisSurel.PengingatLink, kepada, perkara, $"Pengingat: {Nama(tautan)} berakhir {TeksWaktu.Kira(sisa)} lagi", Naskah(kepada)
            .Paragraf($"{Kapital(Nama(tautan))} Anda berakhir sekitar {TeksWaktu.Kira(sisa)} lagi dan belum Anda selesaikan.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Tenggat("Link berlaku sampai", batas)
            .Paragraf("Buka email kami sebelumnya yang berisi link itu. Jika email itu tidak Anda temukan, buka halaman permohonan dan hubungi verifikator untuk meminta link baru.")
            .Tombol("Buka halaman permohonan", HalamanPermohonan(perkara.PermohonanId)), batas, $"{(int)sisa.TotalMinutes}");

    /// <summary>To the applicant. <c>Peristiwa</c> is the link's id.</summary>
    public OutboxMessage LinkKedaluwarsa(Penerima kepada, PerkaraSurat perkara, TautanSop tautan, DateTimeOffset berakhirPada) =>
        Biasa(JenisSurel.LinkKedaluwarsa, kepada, perkara, $"{Kapital(Nama(tautan))} Anda sudah kedaluwarsa", Naskah(kepada)
            .Paragraf($"{Kapital(Nama(tautan))} Anda tidak digunakan sampai batas waktunya, sehingga tidak berlaku lagi. Permohonan Anda tetap ada dan tidak perlu diajukan ulang.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Tenggat("Berakhir pada", berakhirPada)
            .Paragraf("Verifikator akan menerbitkan link baru. Anda menerimanya lewat email ini.")
            .Tombol("Lihat permohonan", HalamanPermohonan(perkara.PermohonanId)));

    /// <summary>To the appointed verifikator, who issues the new link.</summary>
    public OutboxMessage LinkKedaluwarsaVerifikator(Penerima kepada, PerkaraSurat perkara, TautanSop tautan, string namaPemohon, DateTimeOffset berakhirPada) =>
        Biasa(JenisSurel.LinkKedaluwarsaVerifikator, kepada, perkara, $"{Kapital(Nama(tautan))} pemohon kedaluwarsa", Naskah(kepada)
            .Paragraf($"{Kapital(Nama(tautan))} seorang pemohon tidak digunakan sampai batas waktunya. Terbitkan link baru, atau tolak permohonan dengan alasannya.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemohon", namaPemohon))
            .Tenggat("Berakhir pada", berakhirPada)
            .Tombol("Kerjakan permohonan", HalamanKerja(perkara.PermohonanId)));

    private static readonly string[] LangkahAktivasi =
        ["Periksa data Anda dan betulkan segera bila ada yang salah", "Foto KTP asli (berwarna)", "Ambil selfie", "Kirim aktivasi"];

    private const string LinkPribadi =
        "Link ini hanya untuk Anda. Portal meminta Anda masuk dengan akun Anda. Jangan teruskan email ini kepada siapa pun.";

    private static string Nama(TautanSop tautan) => tautan switch
    {
        TautanSop.Aktivasi => "link aktivasi",
        TautanSop.Passphrase => "link passphrase",
    };

    private static string Kapital(string kata) => char.ToUpperInvariant(kata[0]) + kata[1..];
}
