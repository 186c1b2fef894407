using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Portal.Akun;

namespace KlatenSE.Portal.Loket;

/// <summary>Files that the counter takes away: the empty list, and the receipt numbers of a filed one. All cells are text.</summary>
internal static class LoketEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapLoket(this IEndpointRouteBuilder app)
    {
        app.MapGet("/loket/templat.xlsx", () => Results.File(PenulisXlsx.Templat(), Xlsx, "daftar-kolektif.xlsx")).RequireAuthorization(Kebijakan.PetugasLoket);
        app.MapGet("/loket/kolektif/{id:guid}/resi.xlsx", async (Guid id, HttpContext http, LoketQuery query, CancellationToken ct) =>
            await query.ResiAsync(id, http.User.Id(), ct) is { Count: > 0 } baris
                ? Results.File(PenulisXlsx.Tulis(("Resi", baris)), Xlsx, "nomor-resi.xlsx")
                : Results.NotFound()).RequireAuthorization(Kebijakan.PetugasLoket);
    }
}
