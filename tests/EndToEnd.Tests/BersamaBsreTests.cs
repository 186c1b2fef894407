using KlatenSE.Domain.Alur;
using KlatenSE.TestCommon;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>What goes wrong beside BSrE: a link that nobody used or got, a refusal, somebody who registered alone, and statuses that drift apart.</summary>
public sealed class BersamaBsreTests(RuangBsre ruang) : IClassFixture<RuangBsre>
{
    private readonly PermohonanUji uji = new(ruang.Portal.Services);

    private Uri Bsre => ruang.Portal.AlamatBsre;

    [Fact]
    public async Task An_activation_that_expired_is_told_on_both_sides_and_goes_on_with_a_new_link()
    {
        var (akun, verifikatorAkun) = await OrangAsync("Rara Kedaluwarsa", "Vero Kedaluwarsa");
        await using var rara = await ruang.DatangAsync(akun, ponsel: true);
        await using var verifikator = await ruang.DatangAsync(verifikatorAkun);
        var contoh = await uji.SampaiAsync(Tahap.InputDataBsre, akun);
        var resi = await ruang.ResiAsync(contoh.Id);
        await verifikator.DaftarkanDiBsreAsync(Bsre, contoh.Data);
        await verifikator.CatatLinkAsync(resi);
        var lama = await ruang.LinkAsync(akun.Surel, "aktivasi");

        await ruang.MajuAsync(TimeSpan.FromHours(24));
        await rara.BukaAsync(lama);
        await rara.Melihat("Link tidak dapat dipakai").ToBeVisibleAsync();
        await rara.MasukLagiAsync(akun.Surel, PortalHidup.SandiPetugas);
        await rara.BukaAsync($"/permohonan/{contoh.Id}/aktivasi");
        await rara.Melihat("Link aktivasi Anda kedaluwarsa").ToBeVisibleAsync();
        await rara.PeriksaAsync("bsre-kedaluwarsa-360");

        await verifikator.MasukLagiAsync(verifikatorAkun.Surel, PortalHidup.SandiPetugas);
        await verifikator.PutuskanDiBsreAsync(Bsre, contoh.Data, "kirim-ulang");
        await verifikator.TerbitkanUlangAsync(resi);
        await rara.AktivasiDiBsreAsync(await ruang.LinkAsync(akun.Surel, "aktivasi", 2));
        await rara.SudahSelesaiAsync($"/permohonan/{contoh.Id}/aktivasi");
        Assert.Equal(Tahap.VerifikasiData, await ruang.TahapAsync(contoh.Id));
    }

    [Fact]
    public async Task A_link_that_never_came_is_told_to_the_verifikator_at_once()
    {
        var (akun, verifikatorAkun) = await OrangAsync("Sari Hilang", "Vino Hilang");
        await using var sari = await ruang.DatangAsync(akun, ponsel: true, gelap: true);
        await using var verifikator = await ruang.DatangAsync(verifikatorAkun);
        var contoh = await uji.SampaiAsync(Tahap.InputDataBsre, akun);
        var resi = await ruang.ResiAsync(contoh.Id);
        (await ruang.Kendali.PostAsync("/kendali/surat/hilang", new StringContent("{\"kali\":1}", System.Text.Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        await verifikator.DaftarkanDiBsreAsync(Bsre, contoh.Data);
        await verifikator.CatatLinkAsync(resi);

        await sari.BukaAsync($"/permohonan/{contoh.Id}/aktivasi");
        await sari.Halaman.GetByText("Email BSrE tidak ada?").ClickAsync();
        await sari.TekanAsync("Link belum diterima");
        await sari.Melihat("Verifikator sudah diberi tahu").ToBeVisibleAsync();
        await sari.PeriksaAsync("bsre-dilaporkan-360");
        await ruang.Portal.Surel.WaitForAsync(m => m.To.Contains(verifikatorAkun.Surel) && m.Subject.Contains("belum menerima link aktivasi", StringComparison.Ordinal), TimeSpan.FromSeconds(60));

        await verifikator.BukaTugasAsync(resi);
        await verifikator.MelihatButirAsync(contoh.Id, "LinkBelumDiterima");
        await verifikator.PutuskanDiBsreAsync(Bsre, contoh.Data, "kirim-ulang");
        await verifikator.TerbitkanUlangAsync(resi);
        // The first mail was lost: the one that comes is the new link's.
        await sari.AktivasiDiBsreAsync(await ruang.LinkAsync(akun.Surel, "aktivasi"));
        await sari.SudahSelesaiAsync($"/permohonan/{contoh.Id}/aktivasi");
        Assert.Equal(Tahap.VerifikasiData, await ruang.TahapAsync(contoh.Id));
    }

    [Fact]
    public async Task A_refusal_at_step_8_goes_back_to_the_Kasi_with_BSrEs_reason()
    {
        var (akun, verifikatorAkun) = await OrangAsync("Tika Ditolak", "Vira Ditolak");
        var kasiAkun = await ruang.AkunAsync("Kirana Kasi", Peran.Kasi);
        uji.Pakai(Peran.Kasi, kasiAkun);
        await using var verifikator = await ruang.DatangAsync(verifikatorAkun);
        await using var kasi = await ruang.DatangAsync(kasiAkun);
        var contoh = await uji.SampaiAsync(Tahap.Penerbitan, akun);
        var resi = await ruang.ResiAsync(contoh.Id);
        await ruang.TaruhAsync(contoh.Data, "Diproses");
        await verifikator.PutuskanDiBsreAsync(Bsre, contoh.Data, "tolak", "Foto KTP buram");

        await verifikator.BukaTugasAsync(resi);
        await verifikator.BukaFormAsync(Tindakan.TolakBsre);
        await verifikator.CentangAsync("Foto KTP buram, terpotong, atau tidak berwarna");
        await verifikator.PeriksaAsync("bsre-tolak");
        await verifikator.KirimFormAsync();
        await kasi.BukaTugasAsync(resi);
        await kasi.Melihat("Foto KTP buram, terpotong, atau tidak berwarna").ToBeVisibleAsync();
        Assert.Equal(Tahap.VerifikasiBerkas, await ruang.TahapAsync(contoh.Id));
    }

    [Fact]
    public async Task Somebody_who_registered_alone_is_found_before_step_4()
    {
        var (akun, _) = await OrangAsync("Ulfa Mandiri", "Vito Mandiri");
        var kasiAkun = await ruang.AkunAsync("Karsa Kasi", Peran.Kasi);
        uji.Pakai(Peran.Kasi, kasiAkun);
        await using var ulfa = await ruang.DatangAsync(akun, ponsel: true);
        await using var kasi = await ruang.DatangAsync(kasiAkun);
        var contoh = await uji.SampaiAsync(Tahap.VerifikasiBerkas, akun);
        await ulfa.DaftarSendiriDiBsreAsync(Bsre, contoh.Data);
        await ruang.TanyakanAsync(contoh.Id);
        await kasi.MelihatButirAsync(contoh.Id, "PerbedaanBsre");
        await kasi.PeriksaAsync("bsre-mandiri");

        await ulfa.AktivasiDiBsreAsync(await ruang.LinkAsync(akun.Surel, "aktivasi"));
        await ruang.DiBsreAsync(contoh.Data.Nik, "setujui", "passphrase", "terbit");
        await ruang.TanyakanAsync(contoh.Id);
        await kasi.MelihatButirAsync(contoh.Id, "SudahBersertifikat");
        await kasi.PeriksaAsync("bsre-bersertifikat");
        Assert.Equal(Tahap.VerifikasiBerkas, await ruang.TahapAsync(contoh.Id));
    }

    [Fact]
    public async Task Where_BSrE_is_ahead_one_press_records_what_happened_there()
    {
        var (akun, verifikatorAkun) = await OrangAsync("Wati Maju", "Viktor Maju");
        await using var verifikator = await ruang.DatangAsync(verifikatorAkun);
        var contoh = await uji.SampaiAsync(Tahap.Aktivasi, akun);
        await ruang.TaruhAsync(contoh.Data, "MenungguAktivasi");
        await ruang.TanyakanAsync(contoh.Id);
        await ruang.DiBsreAsync(contoh.Data.Nik, "aktivasi", "setujui");
        await ruang.TanyakanAsync(contoh.Id);
        await verifikator.MelihatButirAsync(contoh.Id, "PerbedaanBsre");
        await verifikator.PeriksaAsync("bsre-mendahului");
        await verifikator.Halaman.Locator("[data-bsre=catat]").ClickAsync();
        await Assertions.Expect(verifikator.Halaman.Locator("[data-butir=PerbedaanBsre]")).ToHaveCountAsync(0);
        Assert.Equal(Tahap.Passphrase, await ruang.TahapAsync(contoh.Id));
    }

    [Fact]
    public async Task Where_BSrE_is_behind_nothing_moves_and_the_difference_closes_by_itself()
    {
        var (akun, verifikatorAkun) = await OrangAsync("Yuni Mundur", "Vanya Mundur");
        await using var verifikator = await ruang.DatangAsync(verifikatorAkun);
        var contoh = await uji.SampaiAsync(Tahap.Passphrase, akun);
        await ruang.TaruhAsync(contoh.Data, "MenungguAktivasi");
        await ruang.TanyakanAsync(contoh.Id);
        await verifikator.MelihatButirAsync(contoh.Id, "PerbedaanBsre");
        await Assertions.Expect(verifikator.Halaman.Locator("[data-bsre=catat]")).ToHaveCountAsync(0);
        await verifikator.PeriksaAsync("bsre-bertentangan");
        Assert.Equal(Tahap.Passphrase, await ruang.TahapAsync(contoh.Id));

        await ruang.DiBsreAsync(contoh.Data.Nik, "aktivasi", "setujui");
        await ruang.TanyakanAsync(contoh.Id);
        await verifikator.BukaAsync($"/kerja/{contoh.Id}");
        await Assertions.Expect(verifikator.Halaman.Locator("fieldset.pulau:enabled #judul-keputusan")).ToBeVisibleAsync();
        await Assertions.Expect(verifikator.Halaman.Locator("[data-butir=PerbedaanBsre]")).ToHaveCountAsync(0);
    }

    private async Task<(OrangUji Pemohon, OrangUji Verifikator)> OrangAsync(string pemohon, string verifikator)
    {
        var v = await ruang.AkunAsync(verifikator, Peran.Verifikator);
        uji.Pakai(Peran.Verifikator, v);
        return (await ruang.AkunAsync(pemohon, Peran.Pemohon), v);
    }
}
