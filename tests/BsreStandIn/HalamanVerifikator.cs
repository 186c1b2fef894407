namespace KlatenSE.BsreStandIn;

/// <summary>Pages of the verifikator: steps 4 and 6 of the SOP, and what BSrE itself decides (step 8).</summary>
internal static class HalamanVerifikator
{
    public static void Petakan(WebApplication app)
    {
        app.MapGet("/gaya.css", Kerangka.Css);
        app.MapGet("/verifikator/masuk", () => FormMasuk(null));
        app.MapPost("/verifikator/masuk", async (HttpContext c, StandInOptions o, Sesi sesi) =>
        {
            var f = await c.Request.ReadFormAsync();
            if (f["pengguna"] != o.VerifikatorPengguna || f["sandi"] != o.VerifikatorSandi)
            {
                return FormMasuk("Nama pengguna atau kata sandi salah. Coba lagi.");
            }
            sesi.Masuk(c, "");
            return Results.LocalRedirect("/verifikator");
        });

        var v = app.MapGroup("/verifikator").AddEndpointFilter(async (konteks, lanjut) =>
        {
            var c = konteks.HttpContext;
            return c.RequestServices.GetRequiredService<Sesi>().Verifikator(c) ? await lanjut(konteks) : Results.LocalRedirect("/verifikator/masuk");
        });
        v.MapPost("/keluar", (HttpContext c, Sesi sesi) =>
        {
            sesi.Keluar(c);
            return Results.LocalRedirect("/verifikator/masuk");
        });
        v.MapGet("", (Pendaftaran p, JamPeraga jam) => Daftar(p, jam));
        v.MapGet("/orang/baru", () => FormOrang("Daftarkan orang", "/verifikator/orang/baru", "Kirim link aktivasi", null));
        v.MapPost("/orang/baru", async (HttpRequest r, Pendaftaran p) =>
        {
            var data = DataOrang.Dari(await r.ReadFormAsync());
            try
            {
                return Results.LocalRedirect($"/verifikator/orang/{p.Daftarkan(data, false).Id}");
            }
            catch (DitolakException e)
            {
                return FormOrang("Daftarkan orang", "/verifikator/orang/baru", "Kirim link aktivasi", data, e);
            }
        });
        v.MapGet("/orang/{id}", (string id, Pendaftaran p, JamPeraga jam, KotakSurat s) => Rinci(Cari(p, id), jam, s));
        v.MapGet("/orang/{id}/ubah", (string id, Pendaftaran p) => FormOrang("Ubah data", $"/verifikator/orang/{id}/ubah", "Simpan", Cari(p, id).Data));
        v.MapPost("/orang/{id}/ubah", async (string id, HttpRequest r, Pendaftaran p) =>
        {
            var data = DataOrang.Dari(await r.ReadFormAsync());
            try
            {
                p.Ubah(Cari(p, id), data);
                return Results.LocalRedirect($"/verifikator/orang/{id}");
            }
            catch (DitolakException e)
            {
                return FormOrang("Ubah data", $"/verifikator/orang/{id}/ubah", "Simpan", data, e);
            }
        });
        v.MapGet("/orang/{id}/ktp", (string id, Pendaftaran p) => Gambar(Cari(p, id).Ktp));
        v.MapGet("/orang/{id}/selfie", (string id, Pendaftaran p) => Gambar(Cari(p, id).Selfie));
        v.MapPost("/orang/{id}/{tindakan}", async (string id, string tindakan, HttpRequest r, Pendaftaran p, JamPeraga jam, KotakSurat s) =>
        {
            var orang = Cari(p, id);
            try
            {
                p.Lakukan(orang, tindakan, (await r.ReadFormAsync())["alasan"]);
                return Results.LocalRedirect($"/verifikator/orang/{id}");
            }
            catch (DitolakException e)
            {
                return Rinci(orang, jam, s, e);
            }
        });
    }

    private static Orang Cari(Pendaftaran p, string id) => p.CariId(id) ?? throw new DitolakException(404, "Orang ini tidak ada. Buka dari daftar.");

    private static IResult Gambar(byte[]? isi) => isi is null ? Results.NotFound() : Results.File(isi, isi[0] == 0x89 ? "image/png" : "image/jpeg");

    private static IResult FormMasuk(string? pesan) => Kerangka.Halaman("Masuk verifikator", Potongan.Dari($"""
        <form method="post" action="/verifikator/masuk">{Kerangka.Bidang("pengguna", "Nama pengguna")}{Kerangka.Bidang("sandi", "Kata sandi", jenis: "password")}
        <button>Masuk</button></form>
        """), pesan is null ? 200 : 400, pesan);

    private static IResult FormOrang(string judul, string tujuan, string tombol, DataOrang? data, DitolakException? e = null) => Kerangka.Halaman(
        judul, Potongan.Dari($"""<form method="post" action="{tujuan}">{Kerangka.FormData(data)}<p><button>{tombol}</button></p></form>"""), e?.KodeHttp ?? 200, e?.Message);

    private static IResult Daftar(Pendaftaran p, JamPeraga jam) => Kerangka.Halaman("Daftar pendaftaran", Potongan.Dari($"""
        <p><a href="/verifikator/orang/baru">Daftarkan orang</a></p>
        <table><thead><tr><th scope="col">Nama</th><th scope="col">NIK</th><th scope="col">Email</th><th scope="col">Keadaan</th><th scope="col">Status</th></tr></thead><tbody>
        {p.Semua.Select(o => Potongan.Dari($"""
            <tr data-nik="{o.Data.Nik}"><td><a href="/verifikator/orang/{o.Id}">{o.Data.Nama}</a>{(o.Mandiri ? " (mandiri)" : "")}</td><td>{o.Data.Nik}</td><td>{o.Data.Surel}</td>
            <td>{o.NamaKeadaan}</td><td data-status>{o.StatusBsre(jam.GetUtcNow())}</td></tr>
            """))}
        </tbody></table><form method="post" action="/verifikator/keluar"><button>Keluar</button></form>
        """));

    private static IResult Rinci(Orang o, JamPeraga jam, KotakSurat s, DitolakException? e = null)
    {
        var d = o.Data;
        (string, string)[] baris =
        [
            ("Nama", d.Nama), ("NIK", d.Nik), ("NIP", d.Nip), ("Email", d.Surel), ("Nomor ponsel", d.Ponsel), ("Jabatan", d.Jabatan), ("Unit kerja", d.UnitKerja),
            ("Kota/Kabupaten", d.Kota), ("Provinsi", d.Provinsi), ("Status kepegawaian", d.StatusPegawai), ("Keadaan", o.NamaKeadaan), ("Alasan", o.Alasan ?? "-"),
            ("Link", o.Tautan is not { Dipakai: false } t ? "-" : $"{s.AlamatPublik}{t.Jalur} (sampai {t.Batas.ToOffset(TimeSpan.FromHours(7)):dd-MM-yyyy HH.mm} WIB)"),
        ];
        Potongan Tombol(string tindakan, string teks, bool alasan = false) => Potongan.Dari($"""
            <form method="post" action="/verifikator/orang/{o.Id}/{tindakan}">
            {(alasan ? Kerangka.Bidang("alasan", $"Alasan ({teks})", id: $"alasan-{tindakan}") : Potongan.Kosong)}
            <button>{teks}</button></form>
            """);
        Potongan[] tombol = o.Keadaan switch
        {
            Keadaan.MenungguAktivasi or Keadaan.Ditolak => [Tombol("kirim-ulang", "Kirim ulang link aktivasi"), Potongan.Dari($"<p><a href=\"/verifikator/orang/{o.Id}/ubah\">Ubah data</a></p>")],
            Keadaan.MenungguVerifikasi => [Tombol("setujui", "Setujui"), Tombol("kembalikan", "Kembalikan", true), Potongan.Dari($"<p><a href=\"/verifikator/orang/{o.Id}/ubah\">Ubah data</a></p>")],
            Keadaan.MenungguPassphrase => [Tombol("kirim-ulang", "Kirim ulang link passphrase")],
            Keadaan.Diproses => [Tombol("terbit", "Terbitkan"), Tombol("tolak", "Tolak penerbitan", true)],
            Keadaan.Terbit => [Tombol("perpanjang", "Perpanjang"), Tombol("tangguhkan", "Tangguhkan", true), Tombol("cabut", "Cabut", true)],
            Keadaan.Ditangguhkan => [Tombol("pulihkan", "Pulihkan"), Tombol("cabut", "Cabut", true)],
            Keadaan.Dicabut => [],
        };
        Potongan Foto(byte[]? isi, string nama, string teks) => isi is null ? Potongan.Kosong : Potongan.Dari(
            $"""<figure><img src="/verifikator/orang/{o.Id}/{nama}" alt="{teks}"><figcaption>{teks}</figcaption></figure>""");
        return Kerangka.Halaman(d.Nama, Potongan.Dari($"""
            <p>Status: <strong data-status>{o.StatusBsre(jam.GetUtcNow())}</strong></p>
            <table>{baris.Select(b => Potongan.Dari($"<tr><th scope=\"row\">{b.Item1}</th><td>{b.Item2}</td></tr>"))}</table>
            {Foto(o.Ktp, "ktp", "Foto KTP")}{Foto(o.Selfie, "selfie", "Swafoto")}
            {tombol}<p><a href="/verifikator">Kembali ke daftar</a></p>
            """), e?.KodeHttp ?? 200, e?.Message);
    }
}
