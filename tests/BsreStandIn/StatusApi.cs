using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KlatenSE.BsreStandIn;

/// <summary><c>POST /api/v2/user/check/status</c> of the e-Sign Client Service.</summary>
internal static class StatusApi
{
    public static void Petakan(WebApplication app) =>
        app.MapPost("/api/v2/user/check/status", async (HttpContext c, Kebiasaan kebiasaan, CatatanPanggilan catatan) =>
        {
            catatan.Mulai();
            try
            {
                await LayaniAsync(c, kebiasaan, catatan);
            }
            catch (OperationCanceledException) when (c.RequestAborted.IsCancellationRequested)
            {
                // The caller gave up.
            }
            finally
            {
                catatan.Selesai();
            }
        });

    public static IResult TanpaIzin(HttpContext c)
    {
        c.Response.Headers.WWWAuthenticate = "Basic realm=\"esign-client-service\"";
        return Results.Json(new { error = "Unauthorized" }, statusCode: 401);
    }

    private static async Task LayaniAsync(HttpContext c, Kebiasaan kebiasaan, CatatanPanggilan catatan)
    {
        var pendaftaran = c.RequestServices.GetRequiredService<Pendaftaran>();
        using var pembaca = new StreamReader(c.Request.Body);
        var (nik, surel, sah) = Baca(await pembaca.ReadToEndAsync(c.RequestAborted));
        var orang = nik is not null ? pendaftaran.CariNik(nik) : surel is not null ? pendaftaran.CariSurel(surel) : null;
        var kunci = nik ?? orang?.Data.Nik;
        if (kunci is not null)
        {
            catatan.PerNik.AddOrUpdate(kunci, 1, (_, n) => n + 1);
        }
        var aturan = kebiasaan.Ambil(kunci);
        var hasil = aturan is null ? null : await Kebiasaan.JawabanBurukAsync(c, aturan);
        hasil ??= !Izin(c) ? TanpaIzin(c) : Jawab(c, nik, surel, sah, orang, aturan);
        await hasil.ExecuteAsync(c);
    }

    private static IResult Jawab(HttpContext c, string? nik, string? surel, bool sah, Orang? orang, Aturan? aturan)
    {
        if (!sah || (nik is { Length: > 0 } && !DataOrang.NikSah(nik)) || (surel is { Length: > 0 } && !DataOrang.SurelSah(surel)))
        {
            return Galat(4015, "Data tidak sesuai format");
        }
        if (string.IsNullOrEmpty(nik) && string.IsNullOrEmpty(surel))
        {
            return Galat(4014, "NIK tidak boleh kosong");
        }
        var status = orang?.StatusBsre(c.RequestServices.GetRequiredService<JamPeraga>().GetUtcNow()) ?? "NOT_REGISTERED";
        status = aturan?.Jenis switch
        {
            "status" => aturan.Status!,
            "status-asing" => aturan.Status ?? "MENUNGGU_PENGESAHAN",
            _ => status,
        };
        var jawaban = new Dictionary<string, object> { ["status"] = status };
        // Only these two are documented; for the other words the documents name no code.
        if (status is "ISSUE" or "NOT_REGISTERED")
        {
            jawaban["status_code"] = status == "ISSUE" ? 1111 : 1110;
        }
        jawaban["message"] = status == "NOT_REGISTERED" ? "User tidak terdaftar" : $"User terdaftar dengan status {status}";
        if (aturan?.Jenis == "nik-tampil" && (nik ?? orang?.Data.Nik) is { } tampil)
        {
            jawaban["nik"] = tampil;
            jawaban["message"] = $"User dengan NIK {tampil} berstatus {status}";
        }
        return aturan?.Jenis == "jenis-konten" ? Results.Text(JsonSerializer.Serialize(jawaban), "text/plain") : Results.Json(jawaban);
    }

    private static IResult Galat(int kode, string kalimat) => Results.Json(new { status_code = kode, error = kalimat }, statusCode: 400);

    private static (string? Nik, string? Surel, bool Sah) Baca(string isi)
    {
        try
        {
            using var dok = JsonDocument.Parse(isi);
            return (Teks(dok.RootElement, "nik"), Teks(dok.RootElement, "email"), true);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, null, false);
        }
    }

    private static string? Teks(JsonElement akar, string nama) => akar.TryGetProperty(nama, out var nilai) ? nilai.GetString() : null;

    private static bool Izin(HttpContext c)
    {
        var o = c.RequestServices.GetRequiredService<StandInOptions>();
        return AuthenticationHeaderValue.TryParse(c.Request.Headers.Authorization, out var h)
            && string.Equals(h.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(h.Parameter ?? ""), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{o.Pengguna}:{o.Sandi}"))));
    }
}
