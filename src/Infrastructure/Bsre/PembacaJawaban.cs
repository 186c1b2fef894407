using System.Globalization;
using System.Text.Json;
using KlatenSE.Domain.Pencocokan;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>Reads the body of an answer (domain facts: the API table with its codes). Says nothing of what stands in it but status and code.</summary>
internal static class PembacaJawaban
{
    private const int Berstatus = 1111, TidakDikenal = 1110, PenggunaTidakTerdaftar = 2011, NikKosong = 4014, DataRusak = 4015;

    public static JawabanBsre Baca(int http, string? jenisKonten, ReadOnlyMemory<byte> isi)
    {
        if (jenisKonten is null || !(jenisKonten.Equals("application/json", StringComparison.OrdinalIgnoreCase) || jenisKonten.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
        {
            return new JawabanBsre.Gagal(http == 200 ? GagalBsre.JenisKontenSalah : GagalBsre.AlamatSalah, http);
        }

        string? kata;
        int? kode;
        bool galat;
        try
        {
            using var dokumen = JsonDocument.Parse(isi);
            if (dokumen.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new JawabanBsre.Gagal(GagalBsre.JsonRusak, http);
            }

            kode = Kode(dokumen.RootElement);
            galat = dokumen.RootElement.TryGetProperty("error", out var e) && e.ValueKind is not (JsonValueKind.Null or JsonValueKind.False);
            kata = dokumen.RootElement.TryGetProperty("status", out var s) && s.ValueKind == JsonValueKind.String ? s.GetString() : null;
        }
        // Text that is no UTF-8 passes the parser and is noticed only when it is read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new JawabanBsre.Gagal(GagalBsre.JsonRusak, http);
        }

        return kode switch
        {
            PenggunaTidakTerdaftar => new JawabanBsre.Status(StatusBsre.TidakTerdaftar, kode, http),
            NikKosong or DataRusak => new JawabanBsre.Gagal(GagalBsre.DataDitolak, http, kode),
            _ when http != 200 => new JawabanBsre.Gagal(GagalBsre.AlamatSalah, http, kode),
            _ when galat => new JawabanBsre.Gagal(GagalBsre.GalatDalamJawaban, http, kode),
            _ => Status(kata, kode, http),
        };
    }

    private static JawabanBsre Status(string? kata, int? kode, int http)
    {
        StatusBsre? menurutKode = kode switch
        {
            Berstatus => StatusBsre.Aktif,
            TidakDikenal => StatusBsre.TidakTerdaftar,
            _ => null,
        };
        // A code without its word says enough; a word that its code denies says nothing.
        var status = kata is null ? menurutKode : KataStatusBsre.Baca(kata);
        return status is { } s && (menurutKode ?? s) == s
            ? new JawabanBsre.Status(s, kode, http)
            : new JawabanBsre.Gagal(GagalBsre.StatusAsing, http, kode);
    }

    private static int? Kode(JsonElement akar)
    {
        if (!akar.TryGetProperty("status_code", out var k))
        {
            return null;
        }

        return k.ValueKind switch
        {
            JsonValueKind.Number when k.TryGetInt32(out var n) => n,
            JsonValueKind.String when int.TryParse(k.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) => n,
            _ => null,
        };
    }
}
