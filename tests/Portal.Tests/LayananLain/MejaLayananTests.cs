using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Portal.Components.Petugas;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.LayananLain;

/// <summary>The officials' desk for a change of data and a revocation, on PostgreSQL.</summary>
public sealed class MejaLayananTests(PostgresUji postgres) : BunitTestBase, IAsyncLifetime
{
    private static readonly TimeSpan Lama = TimeSpan.FromSeconds(20);

    private PortalUji portal = null!;
    private PermohonanUji uji = null!;
    private BunitAuthorizationContext masuk = null!;
    private ContohPermohonan lama = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres);
        uji = new PermohonanUji(portal.Pabrik.Services);
        Services.AddFallbackServiceProvider(portal.Pabrik.Services);
        masuk = this.AddAuthorization();
        JSInterop.SetupModule("/js/dialog.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("/js/salin.js").Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
        lama = await uji.SampaiAsync(Tahap.Selesai);
    }

    public new async ValueTask DisposeAsync()
    {
        await DisposeComponentsAsync();
        await portal.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task<IRenderedComponent<RuangKerja>> MejaAsync(Guid id, Peran peran)
    {
        var orang = await uji.PetugasAsync(peran);
        masuk.SetAuthorized(orang.Nama).SetClaims(new Claim(ClaimTypes.NameIdentifier, orang.Id.ToString()));
        return Render<RuangKerja>(p => p.Add(c => c.Id, id).Add(c => c.Alamat, "127.0.0.1"));
    }

    private async Task<ContohPermohonan> CabutAsync()
    {
        var hasil = await portal.Pabrik.Services.GetRequiredService<PencabutanService>().BuatDrafAsync(new() { Alasan = "Pensiun" }, lama.Pemohon.Pelaku);
        return lama with { Id = hasil.Id!.Value };
    }

    private static void Kirim(IRenderedComponent<RuangKerja> meja, Tindakan tindakan)
    {
        meja.WaitForElement($"[data-tindakan='{tindakan}']", Lama).Click();
        meja.WaitForElement("#form-yakin", Lama).Change(true);
        meja.Find("[data-kirim]").Click();
    }

    [Fact]
    public async Task The_Kasi_appoints_on_a_revocation_without_comparing_anything()
    {
        var cabut = await CabutAsync();
        await uji.MajuKeAsync(cabut, Tahap.VerifikasiBerkas);
        var meja = await MejaAsync(cabut.Id, Peran.Kasi);
        meja.WaitForAssertion(() => Assert.Contains("Menunggu Anda memeriksa permohonan pencabutan", meja.Markup, StringComparison.Ordinal), Lama);
        Assert.Contains("Pensiun", meja.Markup, StringComparison.Ordinal);
        Assert.Empty(meja.FindAll("#ktp-nama"));
        Assert.Equal(["TunjukVerifikator", "Tolak"], meja.FindAll("[data-tindakan]").Select(t => t.GetAttribute("data-tindakan")));
        Assert.False(meja.Find("[data-tindakan='TunjukVerifikator']").HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_verifikator_records_when_the_certificate_was_revoked()
    {
        var cabut = await CabutAsync();
        await uji.MajuKeAsync(cabut, Tahap.InputDataBsre);
        var meja = await MejaAsync(cabut.Id, Peran.Verifikator);
        Kirim(meja, Tindakan.CabutSertifikat);
        meja.WaitForAssertion(() => Assert.Contains("Permohonan kini pada tahap “Selesai”", meja.Markup, StringComparison.Ordinal), Lama);
        var s = await portal.DenganDbAsync(db => db.Set<SertifikatTerbit>().SingleAsync());
        Assert.Equal((StatusSertifikat.Dicabut, "Pensiun"), (s.Status, s.AlasanPencabutan));
    }

    [Fact]
    public async Task A_time_of_revocation_in_the_future_is_told_at_its_field_and_stays()
    {
        var cabut = await CabutAsync();
        await uji.MajuKeAsync(cabut, Tahap.InputDataBsre);
        var meja = await MejaAsync(cabut.Id, Peran.Verifikator);
        meja.WaitForElement("[data-tindakan='CabutSertifikat']", Lama).Click();
        meja.WaitForElement("#form-waktu", Lama).Change("2099-01-01T08:00");
        meja.Find("#form-yakin").Change(true);
        meja.Find("[data-kirim]").Click();
        meja.WaitForAssertion(() => Assert.Contains("masa depan", meja.Find("#form-waktu-galat").TextContent, StringComparison.Ordinal), Lama);
        Assert.Equal(Tahap.InputDataBsre, (await uji.BacaAsync(cabut)).Tahap);
    }

    [Fact]
    public async Task The_verifikator_sees_old_and_new_value_of_what_changes_and_sends_it_to_BSrE()
    {
        var ubah = await uji.DrafAsync(lama.Pemohon, Layanan.PerubahanData);
        await uji.WajibAsync(ubah, Peran.Pemohon, new SimpanData(ubah.Data with { UnitKerja = "Kecamatan Trucuk" }, (await uji.BacaAsync(ubah)).Surat));
        await uji.MajuKeAsync(ubah, Tahap.InputDataBsre);
        var meja = await MejaAsync(ubah.Id, Peran.Verifikator);
        meja.WaitForAssertion(() => Assert.Contains($"{lama.Data.UnitKerja} → Kecamatan Trucuk", string.Join(' ', meja.Find("[aria-labelledby=judul-dituju]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal), Lama);
        Assert.NotEmpty(meja.FindAll("[data-salin='Kecamatan Trucuk']"));
        Kirim(meja, Tindakan.KirimKeBsre);
        meja.WaitForAssertion(() => Assert.Contains("Permohonan kini pada tahap “Penerbitan”", meja.Markup, StringComparison.Ordinal), Lama);
    }
}
