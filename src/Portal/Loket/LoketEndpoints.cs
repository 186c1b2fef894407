using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Akun;

namespace KlatenSE.Portal.Loket;

/// <summary>Files to take away: the empty lists of the counter and of revocations, and the receipt numbers of a filed one. All cells are text.</summary>
internal static class LoketEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapLoket(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sertifikat/cabut/daftar/templat.xlsx", async (PengaturanService pengaturan, CancellationToken ct) =>
            Results.File(LembarDaftarCabut.Templat((await pengaturan.AmbilAsync(ct)).AlasanPencabutan), Xlsx, "daftar-pencabutan.xlsx")).RequireAuthorization(Kebijakan.Pemohon);
        app.MapGet("/loket/templat.xlsx", () => Results.File(PenulisXlsx.Templat(), Xlsx, "daftar-kolektif.xlsx")).RequireAuthorization(Kebijakan.PetugasLoket);
        app.MapGet("/loket/kolektif/{id:guid}/resi.xlsx", async (Guid id, HttpContext http, LoketQuery query, CancellationToken ct) =>
            await query.ResiAsync(id, http.User.Id(), ct) is { Count: > 0 } baris
                ? Results.File(PenulisXlsx.Tulis(("Resi", baris)), Xlsx, "nomor-resi.xlsx")
                : Results.NotFound()).RequireAuthorization(Kebijakan.PetugasLoket);
    }
}
