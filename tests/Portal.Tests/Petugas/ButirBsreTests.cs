using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Portal.Components.Petugas;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Petugas;

/// <summary>The desk beside BSrE, on PostgreSQL: differences stand on it, one press records what BSrE has done, and a desk that is open follows.</summary>
public sealed class ButirBsreTests(PostgresUji postgres) : BunitTestBase, IAsyncLifetime
{
    private static readonly TimeSpan Sabar = TimeSpan.FromSeconds(20);
    private PortalUji portal = null!;
    private PermohonanUji uji = null!;
    private BunitAuthorizationContext masuk = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres, new Dictionary<string, string> { ["Sertifikat:Mode"] = "Bsre" });
        uji = new PermohonanUji(portal.Pabrik.Services);
        Services.AddFallbackServiceProvider(portal.Pabrik.Services);
        masuk = this.AddAuthorization();
        JSInterop.SetupModule("/js/dialog.js").Mode = JSRuntimeMode.Loose;
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
    }

    public new async ValueTask DisposeAsync()
    {
        await DisposeComponentsAsync();
        await portal.DisposeAsync();
        await base.DisposeAsync();
    }

    private IRenderedComponent<RuangKerja> Meja(ContohPermohonan contoh, OrangUji orang)
    {
        masuk.SetAuthorized(orang.Nama).SetClaims(new Claim(ClaimTypes.NameIdentifier, orang.Id.ToString()));
        return Render<RuangKerja>(p => p.Add(c => c.Id, contoh.Id).Add(c => c.Alamat, "127.0.0.1"));
    }

    /// <summary>As if BSrE had been asked at this moment.</summary>
    private async Task DijawabAsync(ContohPermohonan contoh, StatusBsre status)
    {
        await portal.BasisData.JalankanAsync(
            $"""
             INSERT INTO keadaan_bsre (permohonan_id, giliran_pada, gagal_berturut, nik_sejak) VALUES ('{contoh.Id}', now(), 0, '2020-01-01') ON CONFLICT DO NOTHING;
             UPDATE keadaan_bsre SET ditanya_pada = waktu_kini() WHERE permohonan_id = '{contoh.Id}'
             """);
        var pada = await portal.BasisData.NilaiAsync<DateTimeOffset>($"SELECT ditanya_pada FROM keadaan_bsre WHERE permohonan_id = '{contoh.Id}'");
        await portal.Pabrik.Services.GetRequiredService<PencatatJawaban>().CatatAsync(
            new TiketBsre(contoh.Id, contoh.Data.Nik, pada), new JawabanBsre.Status(status, null, 200), TimeSpan.Zero, null, default);
    }

    private async Task<ContohPermohonan> AktivasiAsync()
    {
        var contoh = await uji.SampaiAsync(Tahap.InputDataBsre);
        await uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi());
        return contoh;
    }

    [Fact]
    public async Task A_difference_appears_on_an_open_desk_and_one_press_records_it()
    {
        var contoh = await AktivasiAsync();
        var meja = Meja(contoh, await uji.PetugasAsync(Peran.Verifikator));
        meja.WaitForElement("#judul-keputusan", Sabar);
        Assert.Empty(meja.FindAll("[data-butir]"));

        await DijawabAsync(contoh, StatusBsre.MenungguVerifikasi);
        var butir = meja.WaitForElement("[data-butir='PerbedaanBsre']", Sabar);
        Assert.Contains("Perbedaan status dengan BSrE", butir.TextContent, StringComparison.Ordinal);
        Assert.Contains("Aktivasi sudah selesai di BSrE.", butir.TextContent, StringComparison.Ordinal);
        Assert.Contains("WAITING_FOR_VERIFICATION", butir.TextContent, StringComparison.Ordinal);

        await meja.Find("[data-bsre='catat']").ClickAsync(new());
        meja.WaitForAssertion(() => Assert.Contains("Tercatat sesuai BSrE. Permohonan kini pada tahap “Verifikasi data”.", meja.Markup, StringComparison.Ordinal), Sabar);
        Assert.Empty(meja.FindAll("[data-butir]"));
        Assert.Equal(Tahap.VerifikasiData, (await uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Who_may_not_record_it_sees_the_difference_without_a_button()
    {
        var contoh = await AktivasiAsync();
        await DijawabAsync(contoh, StatusBsre.MenungguVerifikasi);
        var meja = Meja(contoh, await uji.PetugasAsync(Peran.Kasi));
        meja.WaitForElement("[data-butir='PerbedaanBsre']", Sabar);
        Assert.Empty(meja.FindAll("[data-bsre]"));
    }

    [Fact]
    public async Task Before_an_approval_is_recorded_the_verifikator_reads_what_the_press_declares()
    {
        var contoh = await AktivasiAsync();
        await uji.WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
        await DijawabAsync(contoh, StatusBsre.Baru);
        var meja = Meja(contoh, await uji.PetugasAsync(Peran.Verifikator));
        Assert.Contains("Dengan mencatat ini Anda menyatakan", meja.WaitForElement("[data-butir]", Sabar).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contradiction_is_marked_as_looked_at_and_leaves_the_desk()
    {
        var contoh = await AktivasiAsync();
        await DijawabAsync(contoh, StatusBsre.TidakTerdaftar);
        var meja = Meja(contoh, await uji.PetugasAsync(Peran.Verifikator));
        Assert.Contains("BSrE tidak mengenal NIK ini", meja.WaitForElement("[data-butir]", Sabar).TextContent, StringComparison.Ordinal);
        await meja.Find("[data-bsre='periksa']").ClickAsync(new());
        meja.WaitForAssertion(() => Assert.Empty(meja.FindAll("[data-butir]")), Sabar);
    }

    [Fact]
    public async Task A_holder_of_a_certificate_is_a_warning_before_step_4_and_step_4_is_refused()
    {
        var contoh = await uji.SampaiAsync(Tahap.InputDataBsre);
        await DijawabAsync(contoh, StatusBsre.Aktif);
        var meja = Meja(contoh, await uji.PetugasAsync(Peran.Verifikator));
        meja.WaitForElement("[data-butir='SudahBersertifikat']", Sabar);
        Assert.Contains(
            meja.FindAll(".pemberitahuan"), p => p.TextContent.Contains("pemohon sudah memiliki sertifikat aktif", StringComparison.Ordinal) && p.TextContent.Contains("Dijawab BSrE", StringComparison.Ordinal));
        Assert.Contains(
            "sudah memiliki sertifikat aktif", (await uji.LakukanAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi())).KalimatGagal, StringComparison.Ordinal);
    }
}
