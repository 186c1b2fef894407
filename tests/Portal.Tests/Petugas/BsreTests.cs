using System.Globalization;
using Bunit;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Portal.Components.Petugas;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Petugas;

/// <summary>The desk beside BSrE's own portal, and that the sandbox's desk asks for none of it.</summary>
public sealed class BsreTests : BunitTestBase
{
    private static readonly DateTimeOffset Kini = LembarUji.Kini;

    private HasilTindakan? jawaban = new HasilTindakan.DitolakSop("Coba lagi.");
    private IsianTindakan? dikirim;

    public BsreTests()
    {
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Kini));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<AntiforgeryStateProvider>(new TokenUji());
    }

    [Fact]
    public void The_copy_sheet_is_BSrEs_form_and_leads_there_and_to_the_documents()
    {
        var lembar = LembarUji.Bsre(Tahap.InputDataBsre);
        var salin = Render<LembarSalin>(p => p.Add(c => c.Data, lembar.Permohonan.Data).Add(c => c.Id, lembar.Permohonan.Id).Add(c => c.AlamatBsre, lembar.Setelan.AlamatBsre));
        Assert.Equal(
            ["Nama (tanpa gelar)", "NIK", "NIP", "Email .go.id", "Nomor ponsel", "Jabatan", "Unit kerja", "Kabupaten/kota", "Provinsi"],
            salin.FindAll("tbody th").Select(t => t.TextContent));
        var bsre = salin.Find("[data-portal-bsre]");
        Assert.Equal(("https://portal-bsre.bssn.go.id", "_blank", "noopener"), (bsre.GetAttribute("href"), bsre.GetAttribute("target"), bsre.GetAttribute("rel")));
        Assert.Equal($"/kerja/{lembar.Permohonan.Id}/berkas.zip", salin.Find("[data-unduh-berkas]").GetAttribute("href"));
        Assert.Contains("pemberitahuan aktivasi untuk ASN (PNS)", salin.Markup, StringComparison.Ordinal);
        Assert.Empty(Render<LembarSalin>(p => p.Add(c => c.Data, lembar.Permohonan.Data)).FindAll("a"));
    }

    [Fact]
    public async Task The_link_is_recorded_with_the_time_that_stands_there_now_unless_changed()
    {
        var form = await BukaAsync(LembarUji.Bsre(Tahap.InputDataBsre), Tindakan.TerbitkanLinkAktivasi);
        Assert.Equal("2026-11-23T10:00", form.Find("#form-waktu").GetAttribute("value"));
        Assert.Contains($"Link berlaku sampai {TeksWaktu.Lengkap(Kini.AddHours(24))}", Teks(form), StringComparison.Ordinal);
        form.Find("#form-yakin").Change(true);
        form.Find("[data-kirim]").Click();
        Assert.Equal(Kini, dikirim!.Perintah([], null).LinkDikirimPada);
        form.Find("#form-waktu").Change("2026-11-23T09:15");
        form.Find("[data-kirim]").Click();
        Assert.Equal(Kini.AddMinutes(-45), dikirim.Perintah([], null).LinkDikirimPada);
    }

    [Theory]
    [InlineData("2026-11-23T10:01", "Waktu tidak boleh di masa depan.")]
    [InlineData("", "Isi tanggal dan jamnya.")]
    public async Task A_time_in_the_future_or_none_is_refused_at_its_field_and_nothing_is_sent(string teks, string kalimat)
    {
        var form = await BukaAsync(LembarUji.Bsre(Tahap.InputDataBsre), Tindakan.TerbitkanLinkAktivasi);
        form.Find("#form-yakin").Change(true);
        form.Find("#form-waktu").Change(teks);
        form.Find("[data-kirim]").Click();
        Assert.Contains(kalimat, form.Find("#form-waktu-galat").TextContent, StringComparison.Ordinal);
        Assert.Null(dikirim);
    }

    [Fact]
    public async Task A_link_that_is_over_already_says_where_the_request_will_go()
    {
        var form = await BukaAsync(LembarUji.Bsre(Tahap.InputDataBsre), Tindakan.TerbitkanLinkAktivasi);
        form.Find("#form-waktu").Change("2026-11-22T09:00");
        Assert.Contains("langsung berpindah ke “Link kedaluwarsa”", Teks(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_asks_for_no_time_and_calls_the_act_as_the_SOP_does()
    {
        var form = await BukaAsync(LembarUji.Verifikator(Tahap.InputDataBsre), Tindakan.TerbitkanLinkAktivasi);
        Assert.Empty(form.FindAll("#form-waktu"));
        Assert.Equal("Terbitkan link aktivasi", form.Find("h2").TextContent);
        form.Find("#form-yakin").Change(true);
        form.Find("[data-kirim]").Click();
        Assert.Null(dikirim!.Perintah([], null).LinkDikirimPada);
    }

    [Fact]
    public async Task An_activation_is_recorded_inside_the_validity_of_its_link_and_with_the_look_at_BSrE_stated()
    {
        var form = await BukaAsync(LembarUji.Bsre(Tahap.Aktivasi), Tindakan.CatatAktivasi);
        form.Find("[data-kirim]").Click();
        Assert.NotNull(form.Find("#form-yakin-galat"));
        form.Find("#form-yakin").Change(true);
        form.Find("#form-waktu").Change("2026-11-23T08:59");
        form.Find("[data-kirim]").Click();
        Assert.Contains("sebelum BSrE mengirim link, 23 Nov 09.00 WIB", form.Find("#form-waktu-galat").TextContent, StringComparison.Ordinal);
        form.Find("#form-waktu").Change("2026-11-23T09:30");
        form.Find("[data-kirim]").Click();
        Assert.Equal(new CatatAktivasi(Kini.AddMinutes(-30)), dikirim!.Perintah([], null));
    }

    [Fact]
    public void A_time_within_the_minute_in_which_the_link_was_sent_counts_as_that_moment()
    {
        var (kirim, kini) = (Kini.AddSeconds(20), Kini.AddSeconds(50));
        Assert.Equal(kirim, new IsianWaktu(kini, kirim).Saat);
        Assert.Equal(Kini, new IsianWaktu(kini, Kini.AddMinutes(1)).Saat);
    }

    [Fact]
    public void After_the_link_expired_the_time_must_be_typed() =>
        Assert.Equal("", new IsianTindakan(Aturan(Tahap.LinkKedaluwarsa, Tindakan.CatatAktivasi), [], ModeOtoritas.Bsre)
            .MulaiWaktu(LembarUji.Bsre(Tahap.Aktivasi), Kini.AddHours(30)).Waktu!.Teks);

    [Fact]
    public void Step_6_judges_the_pictures_on_BSrEs_screen_and_shows_none()
    {
        var tabel = Render<PenilaianData>(p => p.Add(c => c.Lembar, LembarUji.Bsre(Tahap.VerifikasiData)).Add(c => c.Nilai, new IsianPenilaian()));
        Assert.Equal(2, tabel.FindAll("tbody tr").Count(r => r.TextContent.Contains("lihat di layar Portal BSrE", StringComparison.Ordinal)));
        Assert.Equal(Permohonan.BidangVerifikasi.Count, tabel.FindAll(".pilihan-dua").Count);
        Assert.Empty(tabel.FindAll("img"));
        Assert.NotNull(tabel.Find("[data-portal-bsre]"));
    }

    [Fact]
    public async Task A_judgement_carries_the_time_at_which_BSrE_sent_the_next_link()
    {
        foreach (var tindakan in (Tindakan[])[Tindakan.Setujui, Tindakan.TidakSesuai])
        {
            dikirim = null;
            var form = await BukaAsync(LembarUji.Bsre(Tahap.VerifikasiData), tindakan, [new ButirPerbaikan(BidangPermohonan.Selfie, "Buram")]);
            if (tindakan == Tindakan.TidakSesuai)
            {
                form.Find("#form-alasan").Change("Selfie buram.");
            }

            form.Find("[data-kirim]").Click();
            Assert.Equal(Kini, dikirim!.Perintah([], null).LinkDikirimPada);
        }
    }

    [Fact]
    public async Task A_certificate_is_recorded_by_its_file_past_the_circuit_or_by_status_with_a_statement()
    {
        var lembar = LembarUji.Bsre(Tahap.Penerbitan);
        var form = await BukaAsync(lembar, Tindakan.TerbitkanSertifikat);
        var berkas = form.Find("form");
        Assert.Equal(($"/kerja/{lembar.Permohonan.Id}/sertifikat", "multipart/form-data"), (berkas.GetAttribute("action"), berkas.GetAttribute("enctype")));
        Assert.Empty(form.FindAll("#form-yakin"));
        form.FindAll("input[name=cara]")[1].Change("on");
        Assert.Empty(form.FindAll("form"));
        form.Find("[data-kirim]").Click();
        Assert.NotNull(form.Find("#form-yakin-galat"));
        Assert.Null(dikirim);
        form.Find("#form-yakin").Change(true);
        form.Find("[data-kirim]").Click();
        Assert.Equal(new TerbitkanSertifikat(null), dikirim!.Perintah([], null));
    }

    [Fact]
    public async Task What_the_file_was_refused_for_stands_at_the_file()
    {
        jawaban = new HasilTindakan.DitolakSop("NIP pada sertifikat tidak sama dengan data pemohon.");
        var form = await BukaAsync(LembarUji.Bsre(Tahap.Penerbitan), Tindakan.TerbitkanSertifikat);
        form.Find("[data-kirim]").Click();
        Assert.Contains("NIP pada sertifikat tidak sama", form.Find("#form-berkas-galat").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BSrEs_reason_is_picked_written_or_both_and_never_missing()
    {
        var form = await BukaAsync(LembarUji.Bsre(Tahap.Penerbitan), Tindakan.TolakBsre);
        form.Find("[data-kirim]").Click();
        Assert.Contains("Pilih alasannya, atau tuliskan sendiri.", Teks(form), StringComparison.Ordinal);
        Assert.Null(dikirim);
        form.FindAll("#form-alasan-bsre input")[3].Change(true);
        form.Find("#form-alasan").Change("Gelar di depan nama.");
        form.Find("[data-kirim]").Click();
        Assert.Equal("Nama ditulis dengan gelar; Gelar di depan nama.", dikirim!.Perintah([], null).Alasan);
        // Refused by the door: what was picked and written is still there.
        Assert.True(form.FindAll("#form-alasan-bsre input")[3].HasAttribute("checked"));
        Assert.Equal("Gelar di depan nama.", form.Find("#form-alasan").GetAttribute("value"));
    }

    [Theory]
    [InlineData(Tahap.InputDataBsre, "TerbitkanLinkAktivasi=Catat link aktivasi")]
    [InlineData(Tahap.Aktivasi, "CatatAktivasi=Catat aktivasi selesai", "TerbitkanUlangLink=Catat link baru")]
    [InlineData(Tahap.Passphrase, "CatatPassphrase=Catat passphrase selesai", "TerbitkanUlangLink=Catat link baru")]
    [InlineData(Tahap.Penerbitan, "TerbitkanSertifikat=Catat sertifikat terbit", "TolakBsre=Catat penolakan BSrE")]
    public void The_verifikator_is_offered_what_is_recorded_by_its_name(Tahap tahap, params string[] tombol)
    {
        var panel = Render<PanelKeputusan>(p => p.Add(c => c.Lembar, LembarUji.Bsre(tahap)).Add(c => c.Nilai, new IsianPenilaian()));
        Assert.Equal(tombol, panel.FindAll("[data-tindakan]").Select(t => $"{t.GetAttribute("data-tindakan")}={t.TextContent}").Where(t => !t.StartsWith("Kembalikan", StringComparison.Ordinal)));
    }

    private sealed class TokenUji : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }

    private static Aturan Aturan(Tahap tahap, Tindakan tindakan) =>
        AlurSop.Terbaru.Untuk(ModeOtoritas.Bsre).Cari(tahap, tindakan).First(a => a.Oleh == Peran.Verifikator);

    private static string Teks(IRenderedComponent<FormTindakan> form) =>
        string.Join(' ', form.Find("dialog").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IRenderedComponent<FormTindakan>> BukaAsync(LembarKerja lembar, Tindakan tindakan, IReadOnlyList<ButirPerbaikan>? awal = null)
    {
        var form = Render<FormTindakan>(p => p.Add(c => c.Lembar, lembar).Add(c => c.OnKirim, i =>
        {
            dikirim = i;
            return Task.FromResult(jawaban);
        }));
        var isian = new IsianTindakan(Aturan(lembar.Permohonan.Tahap, tindakan), awal ?? [], lembar.Setelan.Sop.Otoritas).MulaiWaktu(lembar, Kini);
        await form.InvokeAsync(() => form.Instance.BukaAsync(isian));
        form.Render(); // as the desk does after the press that opened it
        return form;
    }
}
