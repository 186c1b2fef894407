using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Administrasi;

/// <summary>Outgoing mail: what waits, what failed, and "send again". Bodies are never shown: they hold other people's links.</summary>
public sealed partial class DaftarSurel(SurelQuery query, KlatenDb db, TimeProvider jam)
{
    private const int PerHalaman = 50;

    private static readonly (StatusSurel Status, string Kata)[] Pilihan =
        [(StatusSurel.Menunggu, "Menunggu"), (StatusSurel.Gagal, "Gagal"), (StatusSurel.Terkirim, "Terkirim"), (StatusSurel.Dibuang, "Dibuang")];

    private IReadOnlyList<BarisSurel> baris = [];
    private RingkasanSurel ringkasan = new(true, 0, 0, null, null);
    private HasilKirimUlang? hasil;
    private StatusSurel? status;
    private int halaman;

    [SupplyParameterFromForm(FormName = "kirim-ulang")]
    private KirimIsian? Kirim { get; set; }

    [SupplyParameterFromQuery(Name = "cari")]
    private string? Cari { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    private string? StatusDicari { get; set; }

    [SupplyParameterFromQuery(Name = "halaman")]
    private int? HalamanKe { get; set; }

    protected override async Task OnInitializedAsync()
    {
        status = Enum.TryParse<StatusSurel>(StatusDicari, out var s) && Enum.IsDefined(s) ? s : null;
        halaman = Math.Clamp(HalamanKe ?? 1, 1, 10_000);
        await MuatAsync();
    }

    private async Task MuatAsync()
    {
        ringkasan = await query.RingkasanAsync(Ct);
        // One more than is shown tells whether there is a next page.
        baris = await query.DaftarAsync(status, Teks.TanpaKendali(Cari), (halaman - 1) * PerHalaman, PerHalaman + 1, Ct);
    }

    private async Task KirimUlangAsync()
    {
        var id = Kirim?.Id ?? Guid.Empty;
        if (await PeranResolver.AdministratorAsync(db, Http.PelakuAudit(), jam.GetUtcNow(), Ct) is not { } oleh)
        {
            hasil = new(false, PenggunaService.BukanAdministrator);
            return;
        }

        // The row goes with the mail's own change; a refusal saves nothing, and a refused "send again" needs no row.
        db.CatatSurel(oleh, $"Surat {id} dikirim ulang: gagal → menunggu", baris.FirstOrDefault(b => b.Id == id)?.PermohonanId, jam.GetUtcNow());
        hasil = await query.KirimUlangAsync(id, Ct);
        db.ChangeTracker.Clear();
        await MuatAsync();
    }

    private static string Kata(StatusSurel s) => s switch
    {
        StatusSurel.Menunggu => "Menunggu",
        StatusSurel.SmtpBelumDiatur => "Menunggu",
        StatusSurel.SedangDikirim => "Sedang dikirim",
        StatusSurel.Terkirim => "Terkirim",
        StatusSurel.Gagal => "Gagal",
        StatusSurel.Dibuang => "Dibuang",
    };

    private static Nada NadaStatus(StatusSurel s) => s switch
    {
        StatusSurel.Menunggu or StatusSurel.SedangDikirim => Nada.Catatan,
        StatusSurel.SmtpBelumDiatur => Nada.Dekat,
        StatusSurel.Terkirim => Nada.Baik,
        StatusSurel.Gagal => Nada.Lewat,
        StatusSurel.Dibuang => Nada.Netral,
    };

    internal sealed class KirimIsian
    {
        public Guid Id { get; set; }
    }
}
