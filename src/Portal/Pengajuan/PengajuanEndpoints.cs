using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Components.Galat;
using Microsoft.Net.Http.Headers;

namespace KlatenSE.Portal.Pengajuan;

/// <summary>What applicants' pages ask for that is no page: autosave, bytes of documents, the certificate.</summary>
public static class PengajuanEndpoints
{
    public static IServiceCollection AddPengajuanPortal(this IServiceCollection services) => services.AddPengajuan().AddSingleton<PembuatSurat>();

    /// <summary>Beside BSrE what only the sandbox can do has no address: no passphrase comes in, no key goes out.</summary>
    public static void MapPengajuan(this IEndpointRouteBuilder app, ModeOtoritas otoritas)
    {
        app.MapPost("/permohonan/{id:guid}/data/simpan", SimpanAsync).PerluAntiforgery();
        app.MapGet("/berkas/{id:guid}", BerkasAsync);
        if (otoritas != ModeOtoritas.Sandbox)
        {
            return;
        }

        app.MapPost("/permohonan/{id:guid}/sertifikat", UnduhAsync).PerluAntiforgery();
        app.MapGet("/sertifikat-akar.pem", async (ILayananSertifikat sertifikat, CancellationToken ct) =>
            Results.File(await sertifikat.AkarSertifikatPemAsync(ct), "application/x-pem-file", "sertifikat-akar-sandbox.pem"));
    }

    /// <summary>Autosave of the data page: the same act as its button, answered for a script.</summary>
    private static async Task<IResult> SimpanAsync(Guid id, HttpContext http, PengajuanQuery query, PermohonanService pintu, PenolakanAudit penolakan, CancellationToken ct)
    {
        if (await query.AmbilAsync(id, http.User.Id(), ct) is not { } milik)
        {
            await penolakan.CatatBukanMilikAsync(id, Tindakan.SimpanData, new(http.User.Id(), http.AlamatKlien()));
            return Results.NotFound();
        }

        var (kiriman, p) = (http.Request.Form, milik.Permohonan);
        var perintah = new SimpanData(IsianFormulir.Data(kiriman, p.Data, p.BolehDiubah), IsianFormulir.Surat(kiriman, p.Surat, p.BolehDiubah));
        return await pintu.LakukanAsync(id, IsianFormulir.Versi(kiriman), perintah, new(http.User.Id(), http.AlamatKlien()), Guid.NewGuid(), ct) switch
        {
            HasilTindakan.Berhasil b => Results.Json(new { pukul = TeksWaktu.Jam(milik.Kini), versi = b.Versi }),
            HasilTindakan.TidakDitemukan => Results.NotFound(),
            HasilTindakan.BelumLengkap b => Results.Json(new { kalimat = b.KalimatGagal }, statusCode: StatusCodes.Status422UnprocessableEntity),
            var gagal => Results.Json(new { kalimat = gagal.KalimatGagal }, statusCode: StatusCodes.Status409Conflict),
        };
    }

    /// <summary>Bytes of a document, for the owner and for officials; 410 when retention destroyed them; everybody else: 404. Each view is in the audit.</summary>
    private static async Task<IResult> BerkasAsync(Guid id, int? pratinjau, HttpContext http, LihatBerkasService lihat, CancellationToken ct)
    {
        var pelaku = new PelakuPermintaan(http.User.Id(), http.AlamatKlien());
        if (await lihat.BukaAsync(id, pratinjau == 1, pelaku, ct) is not { } terbuka)
        {
            if (await lihat.YangDihapusAsync(id, pelaku, ct) is not { DihapusPada: { } pada } dihapus)
            {
                // The same words to everybody, whether there is such a document or not.
                http.Items[HalamanGalat.KunciSaran] = "Periksa kembali alamatnya. Dokumen identitas hanya dapat dilihat petugas yang memproses permohonannya, selama permohonan masih berjalan.";
                return Results.NotFound();
            }

            http.Items[HalamanGalat.KunciSaran] = $"{dihapus.Jenis.Bidang().Nama()} ini dihapus sesuai masa simpan pada {TeksWaktu.TanggalPanjang(Jakarta.Tanggal(pada))}. Yang disimpan hanya catatan bahwa berkasnya pernah ada.";
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        var nama = new ContentDispositionHeaderValue("inline");
        nama.SetHttpFileName(terbuka.Berkas.NamaAsli);
        http.Response.Headers.ContentDisposition = nama.ToString();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // Looked at and saved, never run. Chromium (tried with 156) shows a PDF in a sandboxed answer too; PDFs were stripped of active content besides.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-downloads";
        return Results.Bytes(terbuka.Isi, terbuka.TipeMedia);
    }

    /// <summary>The certificate with its key (step 8). The passphrase lives as long as this call.</summary>
    private static async Task<IResult> UnduhAsync(Guid id, HttpContext http, UnduhSertifikatService unduh, CancellationToken ct)
    {
        using var passphrase = new Passphrase(http.Request.Form["Passphrase"].ToString());
        var hasil = await unduh.UnduhAsync(id, passphrase, new(http.User.Id(), http.AlamatKlien()), ct);
        http.Response.Headers.CacheControl = "no-store";
        return hasil.Sebab switch
        {
            null => Results.File(hasil.Isi!, "application/x-pkcs12", hasil.NamaBerkas),
            SebabUnduhGagal.TidakDitemukan => Results.NotFound(),
            var sebab => Results.Redirect($"/permohonan/{id}?unduh={sebab}#unduh"),
        };
    }
}
