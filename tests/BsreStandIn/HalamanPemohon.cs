namespace KlatenSE.BsreStandIn;

/// <summary>Pages of the applicant: registering alone, steps 5 and 7 of the SOP, and the own account with the certificate.</summary>
internal static class HalamanPemohon
{
    private const long BatasBerkas = 10 * 1024 * 1024;

    public static void Petakan(WebApplication app)
    {
        app.MapGet("/", () => Kerangka.Halaman("Beranda", Potongan.Dari($"""
            <p>Aplikasi kecil ini memeragakan Portal BSrE untuk pengujian. Sertifikatnya tidak sah dan datanya hilang ketika aplikasi berhenti.</p>
            <ul><li><a href="/verifikator">Verifikator</a></li><li><a href="/daftar">Daftar mandiri</a></li><li><a href="/akun">Akun pemohon</a></li><li><a href="/kendali/surat">Surat keluar</a></li></ul>
            """)));

        app.MapGet("/daftar", () => FormDaftar(null, null));
        app.MapPost("/daftar", async (HttpRequest r, Pendaftaran p) =>
        {
            var data = DataOrang.Dari(await r.ReadFormAsync());
            try
            {
                p.Daftarkan(data, true);
            }
            catch (DitolakException e)
            {
                return FormDaftar(data, e);
            }
            return Kerangka.Halaman("Pendaftaran diterima", Potongan.Dari($"<p>Link aktivasi dikirim ke {data.Surel} dan berlaku 1x24 jam.</p>"));
        });

        app.MapGet("/aktivasi/{token}", (string token, Pendaftaran p, JamPeraga jam) => HalamanAktivasi(Cari(p, token, JenisTautan.Aktivasi), jam));
        Langkah(app, "data", async (r, p, t) => p.Betulkan(t, DataOrang.Dari(await r.ReadFormAsync())));
        Langkah(app, "ktp", async (r, p, t) => p.SimpanFoto(t, true, await BerkasAsync(r, "ktp")));
        Langkah(app, "selfie", async (r, p, t) => p.SimpanFoto(t, false, await BerkasAsync(r, "selfie")));
        Langkah(app, "selesai", (_, p, t) =>
        {
            p.SelesaikanAktivasi(t);
            return Task.CompletedTask;
        });

        app.MapGet("/passphrase/{token}", (string token, Pendaftaran p, JamPeraga jam) => HalamanPassphrase(Cari(p, token, JenisTautan.Passphrase), jam));
        app.MapPost("/passphrase/{token}", async (string token, HttpRequest r, Pendaftaran p, JamPeraga jam) =>
        {
            var t = Cari(p, token, JenisTautan.Passphrase);
            var f = await r.ReadFormAsync();
            try
            {
                p.SetelPassphrase(t, f["passphrase"].ToString(), f["ulangi"].ToString());
            }
            catch (DitolakException e)
            {
                return HalamanPassphrase(t, jam, e);
            }
            return Kerangka.Halaman("Pendaftaran lengkap", Potongan.Dari(
                $"<p>Passphrase Anda sudah dibuat. BSrE memverifikasi pendaftaran Anda dan mengirim kabar melalui email dalam 1x24 jam.</p>"));
        });

        app.MapGet("/masuk", () => FormMasuk(null));
        app.MapPost("/masuk", async (HttpContext c, Pendaftaran p, Sesi sesi) =>
        {
            var f = await c.Request.ReadFormAsync();
            var orang = p.CariSurel(f["pengguna"].ToString().Trim());
            if (orang?.SandiAkun is not { } sandi || sandi != f["sandi"])
            {
                return FormMasuk("Nama pengguna atau kata sandi salah. Lihat email dari BSrE.");
            }
            sesi.Masuk(c, orang.Id);
            return Results.LocalRedirect("/akun");
        });
        app.MapPost("/keluar", (HttpContext c, Sesi sesi) =>
        {
            sesi.Keluar(c);
            return Results.LocalRedirect("/masuk");
        });
        app.MapGet("/akun", (HttpContext c, Pendaftaran p, Sesi sesi, JamPeraga jam) => p.CariId(sesi.Siapa(c)) is { } o ? Akun(o, jam) : Results.LocalRedirect("/masuk"));
        app.MapGet("/akun/sertifikat.cer", (HttpContext c, Pendaftaran p, Sesi sesi) => Kendali.Cer(p.CariId(sesi.Siapa(c))?.Sertifikat));
        app.MapGet("/akun/sertifikat.pem", (HttpContext c, Pendaftaran p, Sesi sesi) => Kendali.Pem(p.CariId(sesi.Siapa(c))?.Sertifikat));
    }

    private static void Langkah(WebApplication app, string nama, Func<HttpRequest, Pendaftaran, Tautan, Task> kerja) =>
        app.MapPost("/aktivasi/{token}/" + nama, async (string token, HttpRequest r, Pendaftaran p, JamPeraga jam) =>
        {
            var t = Cari(p, token, JenisTautan.Aktivasi);
            try
            {
                await kerja(r, p, t);
            }
            catch (DitolakException e)
            {
                return HalamanAktivasi(t, jam, e);
            }
            return nama == "selesai"
                ? Kerangka.Halaman("Aktivasi selesai", Potongan.Dari($"<p>Terima kasih. Data Anda menunggu persetujuan verifikator. Setelah disetujui, link passphrase dikirim ke {t.Orang.Data.Surel}.</p>"))
                : Results.LocalRedirect(t.Jalur);
        });

    private static Tautan Cari(Pendaftaran p, string token, JenisTautan jenis) =>
        p.CariTautan(token) is { } t && t.Jenis == jenis ? t : throw new DitolakException(404, "Link tidak dikenal. Salin seluruh alamat dari email.");

    private static async Task<byte[]> BerkasAsync(HttpRequest r, string nama)
    {
        var berkas = (await r.ReadFormAsync()).Files[nama];
        if (berkas is null || berkas.Length is 0 or > BatasBerkas)
        {
            throw new DitolakException(400, "Pilih satu berkas gambar, paling besar 10 MB.");
        }
        using var isi = new MemoryStream();
        await berkas.CopyToAsync(isi);
        return isi.ToArray();
    }

    private static IResult FormDaftar(DataOrang? data, DitolakException? e) => Kerangka.Halaman(
        "Daftar mandiri", Potongan.Dari($"""<form method="post" action="/daftar">{Kerangka.FormData(data)}<p><button>Daftar</button></p></form>"""), e?.KodeHttp ?? 200, e?.Message);

    private static IResult FormMasuk(string? pesan) => Kerangka.Halaman("Masuk pemohon", Potongan.Dari($"""
        <form method="post" action="/masuk">{Kerangka.Bidang("pengguna", "Nama pengguna (email)")}{Kerangka.Bidang("sandi", "Kata sandi", jenis: "password")}<button>Masuk</button></form>
        """), pesan is null ? 200 : 400, pesan);

    private static IResult HalamanAktivasi(Tautan t, JamPeraga jam, DitolakException? e = null)
    {
        if (t.Keberatan(jam.GetUtcNow()) is { } keberatan)
        {
            return Kerangka.Halaman("Link tidak dapat dipakai", Potongan.Kosong, 410, keberatan);
        }
        var o = t.Orang;
        var alasan = o.Alasan is null ? Potongan.Kosong : Potongan.Dari($"<p>Yang perlu diperbaiki: <strong>{o.Alasan}</strong></p>");
        Potongan Foto(string nama, string judul, string petunjuk) => Potongan.Dari($"""
            <h2>{judul}</h2><p>{petunjuk}</p><form method="post" enctype="multipart/form-data" action="{t.Jalur}/{nama}">
            <label for="{nama}">Berkas gambar</label><input id="{nama}" name="{nama}" type="file" accept="image/jpeg,image/png" required><button>Unggah</button></form>
            """);
        var langkah = (o.DataBenar, o.Ktp, o.Selfie) switch
        {
            (false, _, _) => Potongan.Dari($"""
                <h2>Langkah 1 dari 4: periksa data</h2><form method="post" action="{t.Jalur}/data">{Kerangka.FormData(o.Data, true)}
                <p><input id="benar" name="benar" type="checkbox" value="ya" required> <label for="benar">Data saya sudah benar</label></p><button>Lanjut</button></form>
                """),
            (_, null, _) => Foto("ktp", "Langkah 2 dari 4: foto KTP", "Foto seluruh KTP, berwarna dan terbaca."),
            (_, _, null) => Foto("selfie", "Langkah 3 dari 4: swafoto", "Wajah terlihat jelas, tanpa masker dan kacamata."),
            _ => Potongan.Dari($"""<h2>Langkah 4 dari 4: selesai</h2><form method="post" action="{t.Jalur}/selesai"><button>Selesaikan aktivasi</button></form>"""),
        };
        return Kerangka.Halaman("Aktivasi", Potongan.Dari($"{alasan}{langkah}"), e?.KodeHttp ?? 200, e?.Message);
    }

    private static IResult HalamanPassphrase(Tautan t, JamPeraga jam, DitolakException? e = null) => t.Keberatan(jam.GetUtcNow()) is { } keberatan
        ? Kerangka.Halaman("Link tidak dapat dipakai", Potongan.Kosong, 410, keberatan)
        : Kerangka.Halaman("Buat passphrase", Potongan.Dari($"""
            <p>Paling sedikit 8 karakter, memuat huruf dan angka.</p><form method="post" action="{t.Jalur}" autocomplete="off">
            {Kerangka.Bidang("passphrase", "Passphrase", jenis: "password")}{Kerangka.Bidang("ulangi", "Ulangi passphrase", jenis: "password")}<button>Simpan</button></form>
            """), e?.KodeHttp ?? 200, e?.Message);

    private static IResult Akun(Orang o, JamPeraga jam) => Kerangka.Halaman("Akun pemohon", Potongan.Dari($"""
        <p>{o.Data.Nama}</p><p>Status: <strong data-status>{o.StatusBsre(jam.GetUtcNow())}</strong></p>
        {(o.Sertifikat is null ? Potongan.Dari($"<p>Belum ada sertifikat.</p>") : Potongan.Dari($"<p><a href=\"/akun/sertifikat.cer\">Unduh .cer</a> <a href=\"/akun/sertifikat.pem\">Unduh .pem</a></p>"))}
        <form method="post" action="/keluar"><button>Keluar</button></form>
        """));
}
