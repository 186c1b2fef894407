using System.Diagnostics;
using System.Globalization;
using System.Security;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>The documents of one person in the demo.</summary>
internal sealed record BerkasDemo(HasilPeriksa.Diterima SuratPermohonan, HasilPeriksa.Diterima SuratRekomendasi, HasilPeriksa.Diterima Ktp, HasilPeriksa.Diterima Selfie)
{
    public HasilPeriksa.Diterima Untuk(JenisBerkas jenis) => jenis switch
    {
        JenisBerkas.SuratPermohonan => SuratPermohonan,
        JenisBerkas.SuratRekomendasi => SuratRekomendasi,
        JenisBerkas.Ktp or JenisBerkas.FotoKtpAktivasi => Ktp,
        JenisBerkas.Selfie => Selfie,
    };
}

/// <summary>Draws the demo's documents: a card that shows the person's own name and NIK and the word CONTOH, so that it passes for nobody's.</summary>
internal static class GambarDemo
{
    private static readonly string[] Latar = ["#cfe3ee", "#d9e8d2", "#eadfc8", "#e3d7ea"];

    public static async Task<BerkasDemo> BuatAsync(OrangDemo orang, DataSurat surat, string kantor, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("klatense-demo-").FullName;
        try
        {
            var permohonan = new SuratPermohonan(orang.Data, surat, kantor, surat.Tanggal!.Value);
            return new BerkasDemo(
                await PdfAsync(folder, permohonan.NamaBerkas, permohonan.Pdf(), ct),
                await PdfAsync(folder, "surat-rekomendasi.pdf", Rekomendasi(orang, surat), ct),
                await GambarAsync(folder, "ktp", Ktp(orang), 1011, 638, ct),
                await GambarAsync(folder, "selfie", Selfie(orang), 720, 960, ct));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<HasilPeriksa.Diterima> PdfAsync(string folder, string nama, byte[] pdf, CancellationToken ct)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "surat.pdf"), pdf, ct);
        await JalankanAsync(folder, "pdftoppm", ["-jpeg", "-r", "75", "-singlefile", "surat.pdf", "surat"], ct);
        return new HasilPeriksa.Diterima(nama, "application/pdf", pdf, 620, 877, 1, await File.ReadAllBytesAsync(Path.Combine(folder, "surat.jpg"), ct), []);
    }

    private static async Task<HasilPeriksa.Diterima> GambarAsync(string folder, string nama, string svg, int lebar, int tinggi, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, nama + ".svg"), svg, ct);
        await JalankanAsync(folder, "vips", ["copy", nama + ".svg", nama + ".jpg[Q=80,strip,background=255]"], ct);
        var isi = await File.ReadAllBytesAsync(Path.Combine(folder, nama + ".jpg"), ct);
        return new HasilPeriksa.Diterima(nama + ".jpg", "image/jpeg", isi, lebar, tinggi, 1, isi, []);
    }

    private static async Task JalankanAsync(string folder, string alat, string[] argumen, CancellationToken ct)
    {
        using var proses = Process.Start(new ProcessStartInfo(alat, argumen) { WorkingDirectory = folder, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{alat} tidak dapat dijalankan.");
        var keluhan = await proses.StandardError.ReadToEndAsync(ct);
        await proses.WaitForExitAsync(ct);
        if (proses.ExitCode != 0)
        {
            throw new InvalidOperationException($"{alat} gagal menggambar berkas peragaan: {keluhan}");
        }
    }

    private static byte[] Rekomendasi(OrangDemo orang, DataSurat surat) => new PdfSederhana()
        .Paragraf($"PEMERINTAH KABUPATEN (CONTOH) - {orang.Kantor.Nama.ToUpperInvariant()}", 13, tebal: true, sesudah: 14)
        .Paragraf("SURAT REKOMENDASI", 14, tebal: true, sesudah: 2).Paragraf($"Nomor: {surat.Nomor}", sesudah: 14)
        .Paragraf("Yang bertanda tangan di bawah ini:", sesudah: 4)
        .Baris("Nama", surat.AtasanNama).Baris("NIP", PengelompokanNomor.Nip(surat.AtasanNip)).Baris("Jabatan", surat.AtasanJabatan).Jarak(8)
        .Paragraf("merekomendasikan pegawai berikut untuk memperoleh sertifikat elektronik:", sesudah: 4)
        .Baris("Nama", orang.Nama).Baris("NIK", PengelompokanNomor.Nik(orang.Nik)).Baris("NIP", PengelompokanNomor.Nip(orang.Nip))
        .Baris("Pangkat", orang.Pangkat).Baris("Jabatan", orang.Jabatan).Baris("Unit kerja", orang.Kantor.Nama).Baris("Email", orang.Surel).Jarak(16)
        .Paragraf($"Klaten, {TeksWaktu.TanggalPanjang(surat.Tanggal!.Value)}", sesudah: 44).Paragraf(surat.AtasanNama, tebal: true, sesudah: 28)
        .Paragraf("Surat rekaan untuk peragaan portal.", 8).Selesai("Surat Rekomendasi (contoh)");

    private static string Ktp(OrangDemo o)
    {
        (string Label, string Nilai)[] butir =
        [
            ("Nama", o.Nama.ToUpperInvariant()), ("Tempat/Tgl Lahir", string.Create(CultureInfo.InvariantCulture, $"TIRTAMULYA, {o.Lahir:dd-MM-yyyy}")),
            ("Jenis Kelamin", o.Perempuan ? "PEREMPUAN" : "LAKI-LAKI"), ("Alamat", $"DK. CONTOH RT 00{1 + (o.Urut % 9)} RW 002"), ("Kecamatan", "TIRTAMULYA"),
            ("Pekerjaan", "PEGAWAI NEGERI SIPIL"), ("Kewarganegaraan", "WNI"), ("Berlaku Hingga", "SEUMUR HIDUP"),
        ];
        var baris = string.Concat(butir.Select((b, i) => $"""
            <text x="48" y="{232 + (i * 46)}">{b.Label}</text><text x="262" y="{232 + (i * 46)}">: {SecurityElement.Escape(b.Nilai)}</text>
            """));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="1011" height="638" viewBox="0 0 1011 638" font-family="DejaVu Sans">
            <rect width="1011" height="638" fill="#a9cfe4"/><path d="M0 470 Q250 330 505 470 T1011 420 V638 H0Z" fill="#8fbfda"/>
            <text x="505" y="52" font-size="30" font-weight="bold" text-anchor="middle">PROVINSI CONTOH</text>
            <text x="505" y="90" font-size="30" font-weight="bold" text-anchor="middle">KABUPATEN REKAAN</text>
            <text x="48" y="160" font-size="40" font-weight="bold">NIK : {o.Nik}</text>
            <g font-size="24">{baris}</g>
            <rect x="742" y="190" width="228" height="300" fill="{(o.Perempuan ? "#b5443c" : "#2f5d93")}"/>{Wajah(856, 320, 1, o)}
            <text x="520" y="420" font-size="150" font-weight="bold" fill="#ffffff" fill-opacity="0.4" text-anchor="middle" transform="rotate(-24 520 380)">CONTOH</text>
            </svg>
            """;
    }

    private static string Selfie(OrangDemo o) => $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="720" height="960" viewBox="0 0 720 960" font-family="DejaVu Sans">
        <rect width="720" height="960" fill="{Latar[o.Urut % Latar.Length]}"/>{Wajah(360, 420, 2.6, o)}
        <text x="360" y="930" font-size="26" text-anchor="middle" fill="#333333">Gambar rekaan untuk peragaan</text></svg>
        """;

    private static string Wajah(int x, int y, double skala, OrangDemo o)
    {
        var kulit = new[] { "#e0b48c", "#c99670", "#d8a67c" }[o.Urut % 3];
        return string.Create(CultureInfo.InvariantCulture, $"""
            <g transform="translate({x} {y}) scale({skala})">
            <path d="M-92 170 Q-92 84 0 84 Q92 84 92 170Z" fill="#f4f1e6"/>
            {(o.Perempuan ? "<ellipse cx=\"0\" cy=\"10\" rx=\"78\" ry=\"98\" fill=\"#3b4a6b\"/>" : "<ellipse cx=\"0\" cy=\"-26\" rx=\"62\" ry=\"66\" fill=\"#22201e\"/>")}
            <ellipse cx="0" cy="8" rx="52" ry="64" fill="{kulit}"/><circle cx="-19" cy="0" r="5" fill="#222222"/><circle cx="19" cy="0" r="5" fill="#222222"/>
            <path d="M-18 34 Q0 48 18 34" stroke="#7a4632" stroke-width="4" fill="none"/></g>
            """);
    }
}
