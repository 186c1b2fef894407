using System.Security.Cryptography.X509Certificates;

namespace KlatenSE.BsreStandIn;

internal sealed record PermintaanJam(TimeSpan? Geser, TimeSpan? Maju);

internal sealed record PermintaanKali(int Kali);

internal sealed record PermintaanAlasan(string? Alasan);

internal sealed record PermintaanOrang(
    string Nama, string Nik, string? Nip, string Surel, string Ponsel, string Jabatan, string UnitKerja, string Kota, string Provinsi,
    string? Status, string? Keadaan, bool Mandiri);

/// <summary>Control endpoints for tests and demo: JSON, without sign-in. Listen on loopback only.</summary>
internal static class Kendali
{
    public static void Petakan(WebApplication app)
    {
        app.MapGet("/sehat", () => Results.Text("sehat"));
        var k = app.MapGroup("/kendali");

        k.MapGet("/kebiasaan", (Kebiasaan b) => Results.Json(new { semua = b.Semua, jenis = Kebiasaan.Jenis }));
        k.MapPost("/kebiasaan", (Aturan a, Kebiasaan b) =>
        {
            b.Tambah(a);
            return Results.Json(b.Semua);
        });
        k.MapDelete("/kebiasaan", (Kebiasaan b) =>
        {
            b.Kosongkan();
            return Results.NoContent();
        });
        k.MapGet("/panggilan", (CatatanPanggilan p) => Results.Json(new { p.Jumlah, p.BersamaanTerbanyak, p.PerNik }));

        k.MapGet("/jam", (JamPeraga j) => Jam(j));
        k.MapPost("/jam", (PermintaanJam p, JamPeraga j) =>
        {
            j.Geser = (p.Geser ?? j.Geser) + (p.Maju ?? TimeSpan.Zero);
            return Jam(j);
        });

        k.MapGet("/orang", (Pendaftaran p, JamPeraga j, KotakSurat s) => Results.Json(p.Semua.Select(o => Ringkas(o, j, s))));
        k.MapPost("/orang", (PermintaanOrang r, Pendaftaran p, JamPeraga j, KotakSurat s) =>
        {
            if (!Enum.TryParse<Keadaan>(r.Keadaan ?? nameof(Keadaan.MenungguAktivasi), true, out var keadaan))
            {
                throw new DitolakException(400, $"Keadaan tidak dikenal. Yang ada: {string.Join(", ", Enum.GetNames<Keadaan>())}.");
            }
            var data = new DataOrang(r.Nama, r.Nik, r.Nip ?? "", r.Surel, r.Ponsel, r.Jabatan, r.UnitKerja, r.Kota, r.Provinsi, r.Status).Rapi();
            return Results.Json(Ringkas(p.Tanam(data, keadaan, r.Mandiri), j, s));
        });
        k.MapDelete("/orang/{nik}", (string nik, Pendaftaran p) => p.Hapus(nik) ? Results.NoContent() : Results.NotFound());
        k.MapPost("/orang/{nik}/{tindakan}", (string nik, string tindakan, PermintaanAlasan? r, Pendaftaran p, JamPeraga j, KotakSurat s) =>
        {
            var orang = p.CariNik(nik) ?? throw new DitolakException(404, "Orang tidak terdaftar.");
            p.Lakukan(orang, tindakan, r?.Alasan);
            return Results.Json(Ringkas(orang, j, s));
        });

        k.MapGet("/sertifikat/{nik}.cer", (string nik, Pendaftaran p) => Cer(p.CariNik(nik)?.Sertifikat));
        k.MapGet("/sertifikat/{nik}.pem", (string nik, Pendaftaran p) => Pem(p.CariNik(nik)?.Sertifikat));
        k.MapGet("/ca.pem", (Otoritas o) => Results.Text(o.CaTls, "application/x-pem-file"));
        k.MapGet("/ca-penerbit.pem", (Otoritas o) => Results.Text(o.CaPenerbit, "application/x-pem-file"));

        k.MapGet("/surat.json", (KotakSurat s) => Results.Json(s.Semua));
        k.MapGet("/surat", (KotakSurat s) => Kerangka.Halaman("Surat keluar", Potongan.Dari($"""
            {s.Semua.Reverse().Select(x => Potongan.Dari($"""
                <article><h2>{x.Perihal}</h2><p>Kepada {x.Nama} ({x.Kepada}), {x.Waktu.ToOffset(TimeSpan.FromHours(7)):dd-MM-yyyy HH.mm.ss} WIB, {x.Keadaan}</p>
                <pre>{x.Isi}</pre>{x.Tautan.Select(t => Potongan.Dari($"<p><a href=\"{t}\">{t}</a></p>"))}</article>
                """))}
            """)));
        k.MapPost("/surat/hilang", (PermintaanKali r, KotakSurat s) =>
        {
            s.Hilangkan(r.Kali);
            return Results.NoContent();
        });

        k.MapPost("/ulang", (Pendaftaran p, KotakSurat s, Kebiasaan b, CatatanPanggilan c, JamPeraga j, Sesi sesi) =>
        {
            p.Kosongkan();
            s.Kosongkan();
            b.Kosongkan();
            c.Kosongkan();
            sesi.Kosongkan();
            j.Geser = TimeSpan.Zero;
            return Results.NoContent();
        });
    }

    public static IResult Cer(X509Certificate2? s) =>
        s is null ? Results.NotFound() : Results.File(s.RawData, "application/pkix-cert", "sertifikat.cer");

    public static IResult Pem(X509Certificate2? s) =>
        s is null ? Results.NotFound() : Results.File(System.Text.Encoding.ASCII.GetBytes(s.ExportCertificatePem() + "\n"), "application/x-pem-file", "sertifikat.pem");

    private static IResult Jam(JamPeraga j) => Results.Json(new { kini = j.GetUtcNow(), geser = j.Geser });

    private static object Ringkas(Orang o, JamPeraga j, KotakSurat s) => new
    {
        o.Id,
        o.Data.Nama,
        o.Data.Nik,
        o.Data.Surel,
        status = o.StatusBsre(j.GetUtcNow()),
        keadaan = o.Keadaan.ToString(),
        o.Mandiri,
        o.Alasan,
        tautan = o.Tautan is { Dipakai: false } t ? s.AlamatPublik + t.Jalur : null,
        batas = o.Tautan?.Batas,
        berlakuSampai = o.Sertifikat?.NotAfter.ToUniversalTime(),
    };
}
