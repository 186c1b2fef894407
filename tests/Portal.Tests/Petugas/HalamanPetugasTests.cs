using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.Petugas;

/// <summary>Officials' pages over HTTP, on PostgreSQL: who may open what, and what stands there.</summary>
public sealed class HalamanPetugasTests(PostgresUji postgres) : IAsyncLifetime
{
    private PortalUji portal = null!;
    private PermohonanUji uji = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres);
        uji = new PermohonanUji(portal.Pabrik.Services);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("/antrean")]
    [InlineData("/petugas/permohonan")]
    [InlineData("/kerja/01900000-0000-7000-8000-000000000000")]
    public async Task An_applicant_may_not_open_officials_pages(string alamat)
    {
        var pemohon = await portal.MasukAsync(Peran.Pemohon);
        Assert.Equal(HttpStatusCode.Forbidden, (await pemohon.BukaAsync(alamat)).Status);
        Assert.StartsWith("/masuk", (await portal.Anonim().BukaAsync(alamat)).Tujuan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_unknown_or_still_a_draft_is_not_found()
    {
        var kasi = await portal.MasukAsync(Peran.Kasi);
        var draf = await uji.SampaiAsync(Tahap.Draf);
        Assert.Equal(HttpStatusCode.NotFound, (await kasi.BukaAsync($"/kerja/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await kasi.BukaAsync($"/kerja/{draf.Id}")).Status);
        Assert.Equal(0, await portal.DenganDbAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.Jenis == JenisAudit.LihatData)));
    }

    [Fact]
    public async Task Opening_a_request_is_noted_once_with_role_and_shows_the_acts_of_this_person_only()
    {
        var contoh = await uji.SampaiAsync(Tahap.MenungguDisposisi);
        var kepala = await portal.MasukAsync(Peran.Kepala);
        var halaman = await kepala.BukaAsync($"/kerja/{contoh.Id}");
        Assert.Equal(HttpStatusCode.OK, halaman.Status);
        Assert.Contains(contoh.Data.Nama, halaman.Teks, StringComparison.Ordinal);
        Assert.Equal(
            ["Disposisikan", "Kembalikan", "Tolak"],
            halaman.Dokumen.QuerySelectorAll("[data-tindakan]").Select(t => t.GetAttribute("data-tindakan")));
        var catatan = await portal.DenganDbAsync(db => db.Set<CatatanAudit>().SingleAsync(a => a.Jenis == JenisAudit.LihatData));
        Assert.Equal((contoh.Id, kepala.Akun!.Id, Peran.Kepala), (catatan.PermohonanId, catatan.PelakuId, catatan.Peran));

        var kabid = await portal.MasukAsync(Peran.Kabid);
        var lain = await kabid.BukaAsync($"/kerja/{contoh.Id}");
        Assert.Empty(lain.Dokumen.QuerySelectorAll("[data-tindakan]"));
        Assert.Contains("Permohonan menunggu Kepala Diskominfo.", lain.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_cannot_act_on_the_own_request_and_does_not_find_it_in_the_queue()
    {
        var klien = await portal.MasukAsync(Peran.Kepala, Peran.Pemohon);
        var contoh = await uji.SampaiAsync(Tahap.MenungguDisposisi, new OrangUji(klien.Akun!.Id, klien.Akun.Nama, klien.Akun.Email!));
        var halaman = await klien.BukaAsync($"/kerja/{contoh.Id}");
        Assert.Empty(halaman.Dokumen.QuerySelectorAll("[data-tindakan]"));
        Assert.Contains("permohonan Anda sendiri", halaman.Teks, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang menunggu Anda", (await klien.BukaAsync("/antrean")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_shows_what_waits_with_its_reason_and_the_count_in_the_navigation()
    {
        var pertama = await uji.SampaiAsync(Tahap.VerifikasiBerkas);
        var kedua = await uji.SampaiAsync(Tahap.VerifikasiBerkas);
        await uji.SampaiAsync(Tahap.PenerusanKabid);
        var kasi = await portal.MasukAsync(Peran.Kasi);
        var halaman = await kasi.BukaAsync("/antrean");
        Assert.Equal(
            [$"/kerja/{pertama.Id}", $"/kerja/{kedua.Id}"],
            halaman.Dokumen.QuerySelectorAll(".antrean-butir h2 a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Menunggu verifikasi berkas oleh Anda", halaman.Teks, StringComparison.Ordinal);
        Assert.Equal($"/kerja/{pertama.Id}", halaman.Dokumen.QuerySelector("a.tombol--utama")?.GetAttribute("href"));
        Assert.StartsWith("2", halaman.Dokumen.QuerySelector(".nav-jumlah")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_requests_are_found_by_number_name_unit_and_stage_and_drafts_are_not()
    {
        var buka = await uji.SampaiAsync(Tahap.PenerusanKabid);
        var tutup = await uji.SampaiAsync(Tahap.Ditolak);
        await uji.SampaiAsync(Tahap.Draf);
        var resi = (await uji.BacaAsync(tutup)).NomorResi;
        var klien = await portal.MasukAsync(Peran.Administrator);
        async Task<string[]> CariAsync(string kueri) =>
            [.. (await klien.BukaAsync($"/petugas/permohonan{kueri}")).Dokumen.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)];

        Assert.Equal([$"/kerja/{tutup.Id}", $"/kerja/{buka.Id}"], await CariAsync(""));
        Assert.Equal([$"/kerja/{tutup.Id}"], await CariAsync($"?cari={resi}"));
        Assert.Equal([$"/kerja/{buka.Id}"], await CariAsync($"?cari={Uri.EscapeDataString(buka.Data.Nama.ToUpperInvariant())}"));
        Assert.Equal([$"/kerja/{tutup.Id}"], await CariAsync("?tahap=Ditolak"));
        Assert.Empty(await CariAsync("?cari=%25%00tidak-ada"));
        Assert.Equal(2, (await CariAsync("?halaman=99&tahap=entah")).Length);
    }

    [Fact]
    public async Task The_sop_is_open_to_everyone_with_an_anchor_for_each_step_and_its_notes()
    {
        var halaman = await portal.Anonim().BukaAsync("/sop");
        Assert.Equal(HttpStatusCode.OK, halaman.Status);
        Assert.All(LangkahSop.Semua, l => Assert.StartsWith($"{l.Nomor}. {l.Judul}", halaman.Dokumen.QuerySelector($"#langkah-{l.Nomor} h2")?.TextContent, StringComparison.Ordinal));
        Assert.Contains(TeksSop.CatatanPenafsiran[^1], halaman.Teks, StringComparison.Ordinal);
        var kasi = await (await portal.MasukAsync(Peran.Kasi)).BukaAsync("/sop");
        Assert.NotNull(kasi.Dokumen.QuerySelector("a[href='/antrean']"));
    }
}
