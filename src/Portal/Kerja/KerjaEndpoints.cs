using System.Globalization;
using System.IO.Compression;
using System.Text;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace KlatenSE.Portal.Kerja;

/// <summary>What the officials' desk asks for that is no page and must not travel over its circuit: all documents at once, a certificate's file.</summary>
internal static class KerjaEndpoints
{
    public static void MapKerja(this IEndpointRouteBuilder app, ModeOtoritas otoritas)
    {
        app.MapGet("/kerja/{id:guid}/berkas.zip", BerkasAsync).RequireAuthorization(Kebijakan.Petugas);
        if (otoritas == ModeOtoritas.Bsre)
        {
            app.MapPost("/kerja/{id:guid}/sertifikat", SertifikatAsync).RequireAuthorization(Kebijakan.Petugas).PerluAntiforgery().WithMetadata(new BatasKiriman(1024 * 1024));
        }
    }

    /// <summary>Step 4: the request's current documents in one download, each opened and audited as if looked at alone. Nothing is kept on disk.</summary>
    private static async Task BerkasAsync(Guid id, HttpContext http, LihatBerkasService lihat, CancellationToken ct)
    {
        var pelaku = new PelakuPermintaan(http.User.Id(), http.AlamatKlien());
        if (await lihat.DaftarAsync(id, pelaku, ct) is not { } semua)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var nama = new ContentDispositionHeaderValue("attachment");
        nama.SetHttpFileName($"{Rapi($"berkas {semua.NomorResi} {semua.Nama}")}.zip");
        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = nama.ToString();
        http.Response.Headers.CacheControl = "no-store";
        // The bytes of documents are written asynchronously; the few around them ZipArchive writes at once when an entry ends.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await using var zip = await ZipArchive.CreateAsync(http.Response.Body, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        foreach (var b in semua.Berkas)
        {
            // Gone meanwhile (replaced, destroyed): the others still come.
            if (await lihat.BukaAsync(b.Id, pratinjau: false, pelaku, ct) is { } terbuka)
            {
                // Photographs and PDFs are compressed already.
                var isi = zip.CreateEntry($"{Rapi($"{semua.NomorResi} {b.Jenis.Nama()}")}{Path.GetExtension(b.NamaAsli)}", CompressionLevel.NoCompression);
                isi.LastWriteTime = b.DiunggahPada.ToOffset(Jakarta.Selisih);
                await using var ke = await isi.OpenAsync(ct);
                await ke.WriteAsync(terbuka.Isi, ct);
            }
        }
    }

    /// <summary>Step 8 beside BSrE: the certificate's file is read, held against the person by the door and entered in the register.</summary>
    private static async Task<IResult> SertifikatAsync(Guid id, HttpContext http, PermohonanService pintu, CancellationToken ct)
    {
        IFormCollection kiriman;
        try
        {
            kiriman = await http.Request.ReadFormAsync(ct);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Jawab(StatusCodes.Status413PayloadTooLarge, TerlaluBesar);
        }

        if (kiriman.Files["Berkas"] is not { Length: > 0 } unggahan)
        {
            return Jawab(StatusCodes.Status422UnprocessableEntity, "Pilih dahulu berkas sertifikatnya.");
        }

        if (unggahan.Length > BerkasSertifikat.PalingBesar)
        {
            return Jawab(StatusCodes.Status413PayloadTooLarge, TerlaluBesar);
        }

        using var isi = new MemoryStream((int)unggahan.Length);
        await unggahan.CopyToAsync(isi, ct);
        if (BerkasSertifikat.Baca(isi.ToArray()) is not { } berkas)
        {
            return Jawab(StatusCodes.Status422UnprocessableEntity, "Berkas ini bukan sertifikat. Unduh sertifikat pemohon dari Portal BSrE (.cer, .crt, atau .pem), lalu pilih berkas itu.");
        }

        return await pintu.LakukanAsync(
            id, IsianFormulir.Versi(kiriman), new TerbitkanSertifikat(berkas), new(http.User.Id(), http.AlamatKlien()), IsianFormulir.Kunci(kiriman), ct) switch
        {
            HasilTindakan.Berhasil => Results.Json(new { kalimat = $"Nomor seri {berkas.Serial}, berlaku sampai {Domain.Kata.TeksWaktu.TanggalPanjang(Jakarta.Tanggal(berkas.BerlakuSampai))}." }),
            HasilTindakan.Bentrok b => Jawab(StatusCodes.Status409Conflict, b.Kalimat),
            HasilTindakan.TidakDitemukan t => Jawab(StatusCodes.Status404NotFound, t.KalimatGagal!),
            var gagal => Jawab(StatusCodes.Status422UnprocessableEntity, gagal.KalimatGagal!),
        };
    }

    private static readonly string TerlaluBesar =
        string.Create(CultureInfo.InvariantCulture, $"Berkas ini terlalu besar untuk sebuah sertifikat, paling besar {BerkasSertifikat.PalingBesar / 1024} KB. Pilih berkas .cer, .crt, atau .pem dari Portal BSrE.");

    private static IResult Jawab(int status, string kalimat) => Results.Json(new { kalimat }, statusCode: status);

    /// <summary>A file name that every system takes: letters, digits and hyphens.</summary>
    private static string Rapi(string teks) =>
        string.Join('-', string.Concat(teks.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How large a form may arrive (bytes); what is larger than a certificate but smaller than this gets its own sentence.</summary>
    private sealed record BatasKiriman(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
