using System.Text.RegularExpressions;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>A live page does not outlive the right to look at it.</summary>
public sealed partial class SirkuitTests(PortalHidup portal)
{
    [Fact]
    public async Task The_pages_of_a_closed_account_and_of_a_tab_signed_out_elsewhere_end_within_a_minute()
    {
        await using var kasi = await DiPapanAsync("Kasi ditutup", "sirkuit.kasi@contoh.go.id", Peran.Kasi);
        await using var kabid = await DiPapanAsync("Kabid keluar", "sirkuit.kabid@contoh.go.id", Peran.Kabid);
        await using var kepala = await DiPapanAsync("Kepala tetap", "sirkuit.kepala@contoh.go.id", Peran.Kepala);

        Assert.Equal(1, await portal.Basis.JalankanAsync("UPDATE pengguna SET dinonaktifkan_pada = waktu_kini() WHERE email = 'sirkuit.kasi@contoh.go.id'"));
        var tabLain = await kabid.Halaman.Context.NewPageAsync();
        await tabLain.GotoAsync("/akun");
        await tabLain.EvalOnSelectorAsync("form[action='/keluar']", "f => f.requestSubmit()");

        foreach (var orang in (Orang[])[kasi, kabid])
        {
            await Assertions.Expect(orang.Halaman).ToHaveURLAsync(DiPintu(), new() { Timeout = 60_000 });
        }

        await Assertions.Expect(kepala.Halaman.Locator("[data-papan]")).ToHaveCountAsync(1);
    }

    /// <summary>The network goes away under a page and comes back: sockets are closed, and the way to new ones is barred meanwhile.</summary>
    [Fact]
    public async Task What_is_ticked_while_the_connection_is_away_counts_when_it_is_back()
    {
        var uji = new PermohonanUji(portal.Services);
        uji.Pakai(Peran.Verifikator, await PetugasAsync("Verifikator Terputus", "sirkuit.verifikator@contoh.go.id", Peran.Verifikator));
        var contoh = await uji.SampaiAsync(Tahap.VerifikasiData);
        await using var orang = await Orang.DatangAsync(portal, "Verifikator Terputus");
        await orang.Halaman.AddInitScriptAsync(CatatSoket);
        await orang.MasukAsync("sirkuit.verifikator@contoh.go.id", PortalHidup.SandiPetugas);
        await orang.BukaAsync($"/kerja/{contoh.Id}");
        var setujui = orang.Halaman.Locator($"fieldset.pulau:enabled [data-tindakan={Tindakan.Setujui}]");
        await Assertions.Expect(setujui).ToBeDisabledAsync();

        await orang.Halaman.RouteAsync("**/_blazor/**", r => r.AbortAsync());
        await orang.Halaman.EvaluateAsync("() => soket.forEach(s => s.close())");
        await Assertions.Expect(orang.Halaman.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await Assertions.Expect(orang.Halaman.Locator("[data-status-sambungan]")).ToContainTextAsync("Terputus");
        await orang.NilaiSemuaSesuaiAsync();
        await Assertions.Expect(setujui).ToBeDisabledAsync();
        await orang.Halaman.UnrouteAllAsync();
        await Assertions.Expect(orang.Halaman.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await Assertions.Expect(setujui).ToBeEnabledAsync();

        // A server that has forgotten the page is told, and nothing is thrown away.
        await orang.Halaman.EvaluateAsync("() => { window.masihSini = true; document.activeElement.blur(); document.getElementById('components-reconnect-modal').className = 'components-reconnect-rejected'; }");
        await orang.Melihat("Halaman ini perlu dimuat ulang.").ToBeVisibleAsync();
        Assert.True(await orang.Halaman.EvaluateAsync<bool>("() => window.masihSini === true"));
        await orang.TekanAsync("Muat ulang halaman");
        await Assertions.Expect(setujui).ToBeDisabledAsync();

        // With nothing filled in it loads by itself.
        await orang.Halaman.EvaluateAsync("() => { window.masihSini = true; document.getElementById('components-reconnect-modal').className = 'components-reconnect-rejected'; }");
        await orang.Halaman.WaitForFunctionAsync("() => window.masihSini === undefined");
    }

    [Fact]
    public async Task The_state_says_Menyambung_until_the_page_lives_and_tells_when_the_link_is_only_half_open()
    {
        await PetugasAsync("Kabid Setengah", "sirkuit.setengah@contoh.go.id", Peran.Kabid);
        await using var orang = await Orang.DatangAsync(portal, "Kabid Setengah");
        await orang.Halaman.AddInitScriptAsync(CatatSoket);
        await orang.MasukAsync("sirkuit.setengah@contoh.go.id", PortalHidup.SandiPetugas);
        var keadaan = orang.Halaman.Locator("[data-status-sambungan]");
        var lepas = new TaskCompletionSource();
        await orang.Halaman.RouteAsync("**/_blazor/negotiate**", async r =>
        {
            await lepas.Task;
            await r.ContinueAsync();
        });
        await orang.BukaAsync("/antrean");
        await Assertions.Expect(keadaan).ToContainTextAsync("Menyambung");
        lepas.SetResult();
        await Assertions.Expect(keadaan).ToContainTextAsync("Langsung");
        await Assertions.Expect(orang.Halaman.Locator("fieldset.pulau:enabled")).ToHaveCountAsync(1);

        await orang.Halaman.EvaluateAsync("() => { window.bisu = true; }");
        await Assertions.Expect(keadaan).ToContainTextAsync(TakLangsung());
    }

    [Fact]
    public async Task A_paste_of_a_hundred_thousand_letters_gets_a_sentence_and_the_page_lives_on()
    {
        var uji = new PermohonanUji(portal.Services);
        var contoh = await uji.SampaiAsync(Tahap.PenerusanKabid);
        await PetugasAsync("Kabid Tempel", "sirkuit.tempel@contoh.go.id", Peran.Kabid);
        await using var orang = await Orang.DatangAsync(portal, "Kabid Tempel");
        await orang.MasukAsync("sirkuit.tempel@contoh.go.id", PortalHidup.SandiPetugas);
        await orang.BukaAsync($"/kerja/{contoh.Id}");
        await orang.Halaman.Locator("fieldset.pulau:enabled #judul-keputusan").WaitForAsync();
        await orang.BukaFormAsync(Tindakan.Kembalikan);
        await orang.CentangAsync("Jabatan");
        // As from a browser that does not keep to maxlength.
        await orang.Dialog().Locator("#form-alasan").EvaluateAsync("el => { el.value = 'é'.repeat(100000); el.dispatchEvent(new Event('change', { bubbles: true })); }");
        await orang.Dialog().Locator("[data-kirim]").ClickAsync();
        await Assertions.Expect(orang.Dialog()).ToContainTextAsync("Alasan paling panjang 2000 huruf; tulisan Anda 100000 huruf.");
        await orang.Dialog().Locator("#form-alasan").FillAsync("Jabatan belum sesuai surat.");
        await orang.KirimFormAsync();
        // Who works by keyboard goes on at what came of it.
        await Assertions.Expect(orang.Halaman.Locator(".pemberitahuan--baik:focus")).ToContainTextAsync("tersimpan. Permohonan kini pada tahap “Perlu perbaikan”.");
    }

    /// <summary>A column is torn out of the page while it is being unfolded, so that the next drawing fails and the circuit with it.</summary>
    [Fact]
    public async Task The_reference_of_a_circuit_that_failed_stands_in_the_log()
    {
        await using var kasi = await DiPapanAsync("Kasi galat", "sirkuit.galat@contoh.go.id", Peran.Kasi);
        await kasi.Halaman.EvaluateAsync("() => { const kolom = document.querySelector('.papan-kolom--lipat'); kolom.querySelector('button').click(); kolom.remove(); }");
        var rujukan = kasi.Halaman.Locator("#blazor-error-ui [data-rujukan]");
        await Assertions.Expect(rujukan).ToBeVisibleAsync();
        var nomor = await rujukan.InnerTextAsync();
        Assert.NotEmpty(nomor);
        Assert.Contains(portal.Log.Baris, b => b.StartsWith("Error", StringComparison.Ordinal) && b.Contains($"circuit '{nomor}", StringComparison.Ordinal));
    }

    // Sockets can be closed (soket) and their messages swallowed in both directions (bisu), as by a network that says nothing.
    private const string CatatSoket = """
        window.soket = [];
        window.WebSocket = class extends WebSocket {
          constructor(...a) { super(...a); soket.push(this); super.addEventListener('message', e => { if (window.bisu) e.stopImmediatePropagation(); }); }
          send(isi) { if (!window.bisu) super.send(isi); }
        };
        """;

    [GeneratedRegex("Tertinggal|Terputus")]
    private static partial Regex TakLangsung();

    private async Task<OrangUji> PetugasAsync(string nama, string surel, Peran peran)
    {
        await portal.BuatPetugasAsync(nama, surel, peran);
        await using var lingkup = portal.Services.CreateAsyncScope();
        var akun = (await lingkup.ServiceProvider.GetRequiredService<UserManager<Pengguna>>().FindByEmailAsync(surel))!;
        return new OrangUji(akun.Id, akun.Nama, surel);
    }

    [GeneratedRegex("/masuk\\?ke=")]
    private static partial Regex DiPintu();

    private async Task<Orang> DiPapanAsync(string nama, string surel, Peran peran)
    {
        var orang = await Orang.DatangAsync(portal, nama);
        await orang.MasukAsync(await portal.BuatPetugasAsync(nama, surel, peran), PortalHidup.SandiPetugas);
        await orang.BukaAsync("/papan");
        await Assertions.Expect(orang.Halaman.Locator("[data-papan][data-siap]")).ToHaveCountAsync(1);
        return orang;
    }
}
