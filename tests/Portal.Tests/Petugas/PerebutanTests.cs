using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Portal.Components.Petugas;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.Petugas;

/// <summary>Two officials with the same request on their desks, on PostgreSQL, with the board's real doorbell between them.</summary>
public sealed class PerebutanTests(PostgresUji postgres) : BunitTestBase, IAsyncLifetime
{
    private PortalUji portal = null!;
    private PermohonanUji uji = null!;
    private BunitAuthorizationContext masuk = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres);
        uji = new PermohonanUji(portal.Pabrik.Services);
        Services.AddFallbackServiceProvider(portal.Pabrik.Services);
        masuk = this.AddAuthorization();
        JSInterop.SetupModule("/js/dialog.js").Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
    }

    public new async ValueTask DisposeAsync()
    {
        await DisposeComponentsAsync();
        await portal.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task The_slower_one_is_told_who_was_faster_keeps_the_text_and_may_load_the_newest_state()
    {
        var contoh = await uji.SampaiAsync(Tahap.MenungguDisposisi);
        var lambat = await uji.OrangAsync("Kepala Lambat", Peran.Kepala);
        var meja = Meja(contoh.Id, lambat);
        Buka(meja, Tindakan.Kembalikan);
        meja.Find("#form-alasan").Change("Tanggal surat belum ditulis.");
        meja.FindAll("#form-perbaikan input[type=checkbox]")[0].Change(true);

        await uji.MajuKeAsync(contoh, Tahap.PenerusanKabid);
        meja.WaitForAssertion(() => Assert.Contains("baru saja berubah", meja.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal("Tanggal surat belum ditulis.", Teks(meja));

        meja.Find("[data-kirim]").Click();
        meja.WaitForAssertion(() => Assert.Contains("Petugas Kepala (Kepala Diskominfo) sudah memberi disposisi", meja.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal("Tanggal surat belum ditulis.", Teks(meja));
        Assert.Equal(Tahap.PenerusanKabid, (await uji.BacaAsync(contoh)).Tahap);

        meja.Find("dialog .pemberitahuan button").Click();
        meja.WaitForAssertion(() => Assert.Contains("tidak terbuka lagi untuk Anda", meja.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal("Tanggal surat belum ditulis.", Teks(meja));
        Assert.Empty(meja.FindAll("[data-kirim]"));
    }

    [Fact]
    public async Task A_half_typed_comparison_stays_to_be_copied_when_somebody_else_moved_the_request()
    {
        var contoh = await uji.SampaiAsync(Tahap.VerifikasiBerkas);
        var meja = Meja(contoh.Id, await uji.OrangAsync("Kasi Lambat", Peran.Kasi));
        meja.WaitForElement("#ktp-nama").FocusIn();
        meja.Find("#ktp-nama").Change("SEKAR WULANDARI");
        await uji.MajuKeAsync(contoh, Tahap.InputDataBsre);
        meja.WaitForAssertion(() => Assert.Contains("Muat keadaan terbaru", meja.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal("SEKAR WULANDARI", meja.Find("#ktp-nama").GetAttribute("value"));

        meja.FindAll(".pemberitahuan button").First(b => b.TextContent == "Muat keadaan terbaru").Click();
        meja.WaitForAssertion(() => Assert.Contains("Nama di KTP: SEKAR WULANDARI", meja.Find("#tertinggal textarea").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Empty(meja.FindAll("#ktp-nama"));
        meja.Find("#tertinggal button").Click();
        meja.WaitForAssertion(() => Assert.Empty(meja.FindAll("#tertinggal")), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_verifikator_who_cannot_sign_in_yet_is_marked_and_not_proposed()
    {
        var baru = await uji.OrangAsync("Verifikator Baru", Peran.Verifikator);
        var siap = await portal.BuatPenggunaAsync("Verifikator Siap", Peran.Verifikator);
        var contoh = await uji.SampaiAsync(Tahap.VerifikasiBerkas);
        var meja = Meja(contoh.Id, await uji.OrangAsync("Kasi Menunjuk", Peran.Kasi));
        await uji.WajibAsync(contoh, Peran.Kasi, new CatatPerbandingan(DataUji.Cocok(contoh.Data)));
        meja.WaitForAssertion(() => Assert.False(meja.Find("[data-tindakan='TunjukVerifikator']").HasAttribute("disabled")), TimeSpan.FromSeconds(20));
        Buka(meja, Tindakan.TunjukVerifikator);
        var pilihan = meja.FindAll("#form-verifikator label").ToList();
        Assert.StartsWith(siap.Nama, pilihan[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.True(pilihan[0].QuerySelector("input")!.HasAttribute("checked"));
        var belum = pilihan.Single(p => p.TextContent.Contains(baru.Nama, StringComparison.Ordinal));
        Assert.Contains("belum mengatur kata sandi", belum.TextContent, StringComparison.Ordinal);
        Assert.False(belum.QuerySelector("input")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_desk_on_which_nothing_is_typed_follows_the_change_by_itself()
    {
        var contoh = await uji.SampaiAsync(Tahap.MenungguDisposisi);
        var meja = Meja(contoh.Id, await uji.OrangAsync("Kabid Menunggu", Peran.Kabid));
        meja.WaitForAssertion(() => Assert.Contains("Permohonan menunggu Kepala Diskominfo", meja.Markup, StringComparison.Ordinal));
        await uji.MajuKeAsync(contoh, Tahap.PenerusanKabid);
        meja.WaitForAssertion(() => Assert.NotEmpty(meja.FindAll("[data-tindakan='Teruskan']")), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Pressing_twice_is_one_act()
    {
        var contoh = await uji.SampaiAsync(Tahap.PenerusanKabid);
        var kabid = await uji.OrangAsync("Kabid Cepat", Peran.Kabid);
        var meja = Meja(contoh.Id, kabid);
        Buka(meja, Tindakan.Teruskan);
        var tombol = meja.Find("[data-kirim]");
        await Task.WhenAll(tombol.ClickAsync(new()), tombol.ClickAsync(new()));
        meja.WaitForAssertion(() => Assert.Contains("Permohonan kini pada tahap “Verifikasi berkas”", meja.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        meja.WaitForAssertion(() => JSInterop.VerifyFocusAsyncInvoke(), TimeSpan.FromSeconds(20));
        Assert.Equal(1, await portal.DenganDbAsync(db => db.Set<Riwayat>().CountAsync(r => r.PermohonanId == contoh.Id && r.Tindakan == Tindakan.Teruskan)));
    }

    [Fact]
    public async Task One_disposition_for_several_requests_tells_the_result_of_each()
    {
        var (satu, dua) = (await uji.SampaiAsync(Tahap.MenungguDisposisi), await uji.SampaiAsync(Tahap.MenungguDisposisi));
        var kepala = await uji.OrangAsync("Kepala Banyak", Peran.Kepala);
        masuk.SetAuthorized(kepala.Nama).SetClaims(new Claim(ClaimTypes.NameIdentifier, kepala.Id.ToString()));
        var antrean = Render<RuangAntrean>();
        antrean.WaitForElement(".antrean-bersama input").Change(true);
        antrean.Find(".antrean-bersama button").Click();
        antrean.WaitForElement("dialog textarea").Change("Mohon didahulukan.");
        await uji.MajuKeAsync(dua, Tahap.PenerusanKabid);
        antrean.WaitForElement("dialog .tombol--utama").Click();
        antrean.WaitForAssertion(() => Assert.Contains("Disposisi: 1 dari 2 permohonan berhasil.", antrean.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Contains("sudah memberi disposisi", antrean.Find("dialog .pemberitahuan li:nth-child(2)").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mohon didahulukan.", antrean.Find("dialog textarea").GetAttribute("value"));
        antrean.WaitForAssertion(() => Assert.Empty(antrean.FindAll("dialog .tombol--utama")), TimeSpan.FromSeconds(20));
        Assert.Equal(Tahap.PenerusanKabid, (await uji.BacaAsync(satu)).Tahap);
    }

    [Fact]
    public async Task A_disposition_refused_for_its_note_keeps_the_note_and_the_choice_until_it_is_right()
    {
        await uji.SampaiAsync(Tahap.MenungguDisposisi);
        await uji.SampaiAsync(Tahap.MenungguDisposisi);
        var kepala = await uji.OrangAsync("Kepala Panjang", Peran.Kepala);
        masuk.SetAuthorized(kepala.Nama).SetClaims(new Claim(ClaimTypes.NameIdentifier, kepala.Id.ToString()));
        var antrean = Render<RuangAntrean>();
        antrean.WaitForElement(".antrean-bersama input").Change(true);
        antrean.Find(".antrean-bersama button").Click();
        var panjang = new string('a', BatasTeks.Catatan + 1);
        antrean.WaitForElement("dialog textarea").Change(panjang);
        antrean.Find("dialog .tombol--utama").Click();
        antrean.WaitForAssertion(() => Assert.Contains("Disposisi: 0 dari 2 permohonan berhasil.", antrean.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.All(antrean.FindAll("dialog .pemberitahuan li"), li => Assert.Contains("Ringkaslah", li.TextContent, StringComparison.Ordinal));
        Assert.Equal(panjang, antrean.Find("dialog textarea").GetAttribute("value"));

        antrean.Find("dialog textarea").Change("Mohon didahulukan.");
        antrean.Find("dialog .tombol--utama").Click();
        antrean.WaitForAssertion(() => Assert.Contains("Disposisi: 2 dari 2 permohonan berhasil.", antrean.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        antrean.WaitForAssertion(() => Assert.Empty(antrean.FindAll("dialog textarea")), TimeSpan.FromSeconds(20));
        antrean.WaitForAssertion(() => JSInterop.VerifyFocusAsyncInvoke(2), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Who_has_no_nip_is_carried_past_step_three()
    {
        var contoh = await uji.DrafAsync();
        var data = contoh.Data with { Status = Domain.Identitas.StatusKepegawaian.Lainnya, Nip = "" };
        await uji.WajibAsync(contoh, Peran.Pemohon, new SimpanData(data, (await uji.BacaAsync(contoh)).Surat));
        await uji.MajuKeAsync(contoh, Tahap.VerifikasiBerkas);
        var meja = Meja(contoh.Id, await uji.OrangAsync("Kasi Tanpa Nip", Peran.Kasi));
        foreach (var (id, nilai) in new[] { ("surat-nama", data.Nama), ("ktp-nama", data.Nama), ("surat-NIK", data.Nik), ("ktp-NIK", data.Nik), ("surat-email", data.Surel) })
        {
            meja.WaitForElement($"#{id}").Change(nilai);
        }

        meja.Find(".pilihan input[type=checkbox]").Change(true);
        meja.FindAll("button").First(b => b.TextContent == "Simpan hasil pencocokan").Click();
        meja.WaitForAssertion(() => Assert.Contains("Tersimpan. Semua data sesuai.", meja.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.False(meja.Find("[data-tindakan='TunjukVerifikator']").HasAttribute("disabled"));
        Assert.Equal(Tahap.InputDataBsre, await uji.LanjutAsync(contoh));
    }

    private static string? Teks(IRenderedComponent<RuangKerja> meja) => meja.Find("#form-alasan").GetAttribute("value");

    private static void Buka(IRenderedComponent<RuangKerja> meja, Tindakan tindakan)
    {
        meja.WaitForElement($"[data-tindakan='{tindakan}']").Click();
        meja.WaitForElement("[data-kirim]");
    }

    private IRenderedComponent<RuangKerja> Meja(Guid id, OrangUji orang)
    {
        masuk.SetAuthorized(orang.Nama).SetClaims(new Claim(ClaimTypes.NameIdentifier, orang.Id.ToString()));
        return Render<RuangKerja>(p => p.Add(c => c.Id, id).Add(c => c.Alamat, "127.0.0.1"));
    }
}
