using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>Healthy while the database answers; degraded (still served) when the board is behind or a request fell between the queues.</summary>
internal sealed class PapanHealthCheck(PapanStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((store.Keadaan, store.Invarian) switch
        {
            (KeadaanPapan.Terputus, _) => HealthCheckResult.Unhealthy("Basis data tidak menjawab."),
            (KeadaanPapan.Tertinggal, _) => HealthCheckResult.Degraded("Papan tertinggal."),
            (_, { Utuh: false } i) => HealthCheckResult.Degraded($"{i.Pelanggaran.Count} permohonan tidak berada pada tepat satu antrean; lihat kaki papan."),
            _ => HealthCheckResult.Healthy(),
        });
}
