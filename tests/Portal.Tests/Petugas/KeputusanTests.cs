using AngleSharp.Dom;
using Bunit;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Portal.Components.Bersama;
using KlatenSE.Portal.Components.Petugas;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace KlatenSE.Portal.Tests.Petugas;

/// <summary>What the request's desk offers, marks and keeps closed.</summary>
public sealed class KeputusanTests : BunitTestBase
{
    [Fact]
    public void Tunjuk_verifikator_is_closed_until_letter_and_ktp_are_recorded_and_says_so()
    {
        var panel = Panel(LembarUji.Kasi());
        Assert.True(Tombol(panel, Tindakan.TunjukVerifikator).HasAttribute("disabled"));
        Assert.Contains("Terbuka setelah isi surat dan KTP dicatat dan disimpan.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Tunjuk_verifikator_opens_when_everything_matches()
    {
        var panel = Panel(LembarUji.Kasi(DataUji.Cocok));
        Assert.False(Tombol(panel, Tindakan.TunjukVerifikator).HasAttribute("disabled"));
    }

    [Fact]
    public void Tunjuk_verifikator_asks_that_the_originals_were_shown()
    {
        var panel = Panel(LembarUji.Kasi(d => DataUji.Cocok(d) with { AsliDitunjukkan = false }));
        Assert.True(Tombol(panel, Tindakan.TunjukVerifikator).HasAttribute("disabled"));
        Assert.Contains("dokumen asli sudah ditunjukkan", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Differing_data_make_sending_back_the_main_act_with_their_count()
    {
        var panel = Panel(LembarUji.Kasi(d => DataUji.Cocok(d) with { KtpNama = "Sekar Wulan", KtpNik = "3399015507900030" }));
        Assert.Contains("tombol--utama", Tombol(panel, Tindakan.Kembalikan).ClassName, StringComparison.Ordinal);
        Assert.Contains("(2)", Tombol(panel, Tindakan.Kembalikan).TextContent, StringComparison.Ordinal);
        Assert.Contains("Terbuka bila semua data sesuai.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Approval_needs_every_field_ticked_sesuai()
    {
        var (lembar, nilai) = (LembarUji.Verifikator(), new IsianPenilaian());
        foreach (var b in Permohonan.BidangVerifikasi)
        {
            Assert.True(Tombol(Panel(lembar, nilai), Tindakan.Setujui).HasAttribute("disabled"));
            nilai[b] = true;
        }

        Assert.False(Tombol(Panel(lembar, nilai), Tindakan.Setujui).HasAttribute("disabled"));
        Assert.True(Tombol(Panel(lembar, nilai), Tindakan.TidakSesuai).HasAttribute("disabled"));
        nilai[BidangPermohonan.Selfie] = false;
        Assert.True(Tombol(Panel(lembar, nilai), Tindakan.Setujui).HasAttribute("disabled"));
        Assert.False(Tombol(Panel(lembar, nilai), Tindakan.TidakSesuai).HasAttribute("disabled"));
    }

    [Fact]
    public void Fields_judged_tidak_become_the_fix_list_with_their_notes()
    {
        var nilai = new IsianPenilaian();
        var tabel = Render<PenilaianData>(p => p.Add(c => c.Lembar, LembarUji.Verifikator()).Add(c => c.Nilai, nilai));
        tabel.FindAll("input[name='nilai-Selfie']")[1].Change("on");
        tabel.Render();
        tabel.Find("input[aria-label^='Apa yang tidak sesuai']").Change("Wajah tidak terlihat jelas");
        Assert.Equal([new ButirPerbaikan(BidangPermohonan.Selfie, "Wajah tidak terlihat jelas")], nilai.DaftarPerbaikan);
    }

    [Fact]
    public void A_ktp_that_differs_is_marked_at_the_very_digits()
    {
        var lembar = LembarUji.Kasi();
        var isian = IsianPerbandingan.Dari(DataUji.Cocok(lembar.Permohonan.Data) with { KtpNik = "3399 0155 0790 0030" });
        var tabel = Render<CocokkanBerkas>(p => p.Add(c => c.Lembar, lembar).Add(c => c.Isian, isian));
        Assert.Equal(["30"], tabel.FindAll("mark.beda").Select(m => m.TextContent));
        Assert.Single(tabel.FindAll("tr.berbeda"));
        Assert.Equal(4, tabel.FindAll(".lencana--baik").Count);
        Assert.Contains("15 Juli 1990, perempuan: NIK dan NIP cocok", tabel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_only_lacks_letters_says_which()
    {
        var p = Banding.Tandai(BidangPermohonan.Nama, "Sekar Wulandari", "SEKAR WULAN");
        Assert.Equal("SEKAR WULAN (kurang “dari”)", string.Concat(p.Select(t => t.Teks)));
        Assert.Contains(p, t => t.Beda);
    }

    [Fact]
    public void The_comparison_is_not_saved_with_a_source_unread()
    {
        var disimpan = 0;
        var isian = new IsianPerbandingan { KtpNama = "SEKAR WULANDARI" };
        var tabel = Render<CocokkanBerkas>(p => p.Add(c => c.Lembar, LembarUji.Kasi()).Add(c => c.Isian, isian).Add(c => c.OnSimpan, () => disimpan++));
        tabel.Find("button.tombol--kedua").Click();
        Assert.Equal(0, disimpan);
        Assert.Contains("Isi dahulu semua data", tabel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_nip_is_compared_without_one_and_nothing_looks_amiss()
    {
        var disimpan = 0;
        var lembar = LembarUji.Kasi(data: TanpaNip);
        var isian = IsianPerbandingan.Dari(DataUji.Cocok(lembar.Permohonan.Data));
        var tabel = Render<CocokkanBerkas>(p => p.Add(c => c.Lembar, lembar).Add(c => c.Isian, isian).Add(c => c.OnSimpan, () => disimpan++));
        Assert.Contains("tanpa NIP", tabel.Markup, StringComparison.Ordinal);
        Assert.Empty(tabel.FindAll("tr.berbeda"));
        Assert.Equal(5, tabel.FindAll(".lencana--baik").Count);
        tabel.Find("button.tombol:not(.tombol--kecil)").Click();
        Assert.Equal(1, disimpan);
    }

    [Fact]
    public void A_nip_on_the_letter_of_somebody_who_entered_none_is_a_difference()
    {
        var lembar = LembarUji.Kasi(data: TanpaNip);
        var isian = IsianPerbandingan.Dari(DataUji.Cocok(lembar.Permohonan.Data) with { SuratNip = "199007152015032002" });
        var tabel = Render<CocokkanBerkas>(p => p.Add(c => c.Lembar, lembar).Add(c => c.Isian, isian));
        Assert.Single(tabel.FindAll("tr.berbeda"));
    }

    [Fact]
    public void Every_text_box_of_an_act_takes_no_more_than_the_door()
    {
        var disposisi = Render<IsianDisposisi>(p => p.Add(c => c.Isian, Isian(Tindakan.Disposisikan, Tahap.MenungguDisposisi)));
        Assert.Equal($"{BatasTeks.Catatan}", disposisi.Find("textarea").GetAttribute("maxlength"));
        var kembali = Isian(Tindakan.Kembalikan, Tahap.MenungguDisposisi);
        kembali.Pilih(BidangPermohonan.Nama, true);
        Assert.Equal($"{BatasTeks.Catatan}", Render<DaftarPerbaikanIsian>(p => p.Add(c => c.Isian, kembali)).Find("input.masukan").GetAttribute("maxlength"));
        var nilai = new IsianPenilaian { [BidangPermohonan.Selfie] = false };
        Assert.Equal($"{BatasTeks.Catatan}", Render<PenilaianData>(p => p.Add(c => c.Lembar, LembarUji.Verifikator()).Add(c => c.Nilai, nilai)).Find("input.masukan").GetAttribute("maxlength"));
    }

    [Fact]
    public void Documents_of_identity_that_are_closed_to_who_looks_are_a_sentence_and_no_picture()
    {
        SetRendererInfo(new RendererInfo("Server", true));
        BerkasPermohonan[] berkas = [new() { Jenis = JenisBerkas.Ktp }, new() { Jenis = JenisBerkas.SuratRekomendasi }];
        var tertutup = Render<BerkasBerdampingan>(p => p.Add(c => c.Berkas, berkas).Add(c => c.Kini, LembarUji.Kini));
        Assert.Contains("Hanya petugas yang memproses permohonan ini", tertutup.Find("figure").TextContent, StringComparison.Ordinal);
        Assert.Equal([$"/berkas/{berkas[1].Id}?pratinjau=1"], tertutup.FindAll("img").Select(i => i.GetAttribute("src")));
        var terbuka = Render<BerkasBerdampingan>(p => p.Add(c => c.Berkas, berkas).Add(c => c.Kini, LembarUji.Kini).Add(c => c.BolehIdentitas, true));
        Assert.Equal(2, terbuka.FindAll("img").Count);
    }

    [Fact]
    public void A_letter_that_alone_differs_from_the_ktp_is_what_must_be_mended()
    {
        var lembar = LembarUji.Kasi(d => DataUji.Cocok(d) with { SuratNama = "Sekar Wulan", SuratNip = "199007152015032003" });
        Assert.Equal([BidangPermohonan.BerkasSuratRekomendasi, BidangPermohonan.Nip], SaranPerbaikan.Dari(lembar.Permohonan).Select(b => b.Bidang));
        Assert.DoesNotContain(SaranPerbaikan.Dari(lembar.Permohonan), b => b.Catatan.Any(char.IsAsciiDigit));
    }

    [Fact]
    public void The_copy_sheet_holds_the_data_in_the_order_of_bsre_without_blanks_in_numbers()
    {
        JSInterop.SetupModule("/js/salin.js");
        var lembar = Render<LembarSalin>(p => p.Add(c => c.Data, LembarUji.Kasi().Permohonan.Data));
        var nilai = lembar.FindAll("[data-salin]").Select(t => t.GetAttribute("data-salin")).ToList();
        Assert.Equal(["Sekar Wulandari", "3399015507900003", "199007152015032002"], nilai.Take(3));
        Assert.Equal(lembar.FindAll("tbody tr").Count, nilai.Count);
    }

    [Fact]
    public void History_names_the_acting_officer_and_the_detail()
    {
        var r = new Riwayat { Tindakan = Tindakan.Disposisikan, Peran = Peran.Kepala, PelakuNama = "Rina Astuti", Sebagai = "Plh", Rincian = "Proses lebih lanjut" };
        Assert.Equal("Memberi disposisi: Proses lebih lanjut", KalimatRiwayat.Judul(r));
        Assert.Equal("Plh. Kepala Diskominfo, Rina Astuti", KalimatRiwayat.Oleh(r));
    }

    [Fact]
    public void The_comparison_keeps_every_letter_as_it_was_read_off_the_paper()
    {
        var isian = new IsianPerbandingan { KtpNama = " SEKAR  WULANDARI ", SuratNama = "sekar Wulandari", SuratSurel = "Sekar@Contoh.go.id", KtpNik = "3399 0155-0790 0003" };
        var p = isian.KePerbandingan();
        Assert.Equal(("SEKAR WULANDARI", "sekar Wulandari", "Sekar@Contoh.go.id", "3399015507900003"), (p.KtpNama, p.SuratNama, p.SuratSurel, p.KtpNik));
    }

    [Fact]
    public void What_was_recorded_opens_the_next_act_however_it_was_written()
    {
        var p = DataUji.Cocok(LembarUji.Kasi().Permohonan.Data) with { KtpNama = "SEKAR  WULANDARI", KtpNik = "3399 0155 0790 0003" };
        var isian = IsianPerbandingan.Dari(p);
        Assert.False(isian.BelumDisimpan);
        isian.KtpNama = "SEKAR WULAN";
        Assert.True(isian.BelumDisimpan);
    }

    [Fact]
    public void A_comparison_that_differs_or_lacks_the_originals_is_saved_but_not_told_as_done()
    {
        Assert.Equal(Nada.Baik, KabarMeja.Perbandingan(LembarUji.Kasi(DataUji.Cocok).Permohonan).Nada);
        Assert.Equal(Nada.Dekat, KabarMeja.Perbandingan(LembarUji.Kasi(d => DataUji.Cocok(d) with { AsliDitunjukkan = false }).Permohonan).Nada);
        var beda = KabarMeja.Perbandingan(LembarUji.Kasi(d => DataUji.Cocok(d) with { KtpNama = "Sekar Wulan" }).Permohonan);
        Assert.Equal((Nada.Dekat, "Tersimpan. 1 data berbeda: Nama (tanpa gelar)."), (beda.Nada, beda.Judul));
    }

    [Fact]
    public void Uploads_of_one_person_one_after_the_other_are_one_line_that_opens()
    {
        var orang = Guid.NewGuid();
        Riwayat Unggah(long id, string apa) => new() { Id = id, Tindakan = Tindakan.UnggahBerkas, Dari = Tahap.PerluPerbaikan, Ke = Tahap.PerluPerbaikan, Peran = Peran.Pemohon, PelakuId = orang, PelakuNama = "Sekar", Rincian = apa, Pada = LembarUji.Kini };
        var ajukan = new Riwayat { Id = 3, Tindakan = Tindakan.Ajukan, Dari = Tahap.PerluPerbaikan, Ke = Tahap.PenerusanKabid, Peran = Peran.Pemohon, PelakuId = orang, PelakuNama = "Sekar", Pada = LembarUji.Kini };
        var riwayat = Render<RiwayatPermohonan>(p => p.Add(c => c.Riwayat, [ajukan, Unggah(2, "Surat permohonan"), Unggah(1, "KTP elektronik")]).Add(c => c.Kini, LembarUji.Kini));
        Assert.Equal(2, riwayat.FindAll("section > ol > li").Count);
        Assert.StartsWith("Mengunggah berkas, 2 kali: KTP elektronik, Surat permohonan", riwayat.Find("summary").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(2, riwayat.FindAll("details li").Count);
    }

    [Fact]
    public void A_document_whose_bytes_retention_destroyed_says_so_instead_of_a_broken_picture()
    {
        SetRendererInfo(new RendererInfo("Server", true));
        BerkasPermohonan[] berkas =
        [
            new() { Jenis = JenisBerkas.Ktp, DihapusPada = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero) }, new() { Jenis = JenisBerkas.SuratRekomendasi },
        ];
        var halaman = Render<BerkasBerdampingan>(p => p.Add(c => c.Berkas, berkas).Add(c => c.Kini, LembarUji.Kini));
        Assert.Contains("Dihapus sesuai masa simpan, 24 November 2026.", halaman.FindAll("figure")[0].TextContent, StringComparison.Ordinal);
        Assert.Empty(halaman.FindAll("figure")[0].QuerySelectorAll("img, a"));
        Assert.Equal(2, halaman.FindAll("figure")[1].QuerySelectorAll("img, a").Length);
    }

    private static DataPemohon TanpaNip(DataPemohon d) => d with { Status = Domain.Identitas.StatusKepegawaian.Lainnya, Nip = "" };

    private static IsianTindakan Isian(Tindakan tindakan, Tahap tahap) => new(AlurSop.Versi(1).Cari(tahap, tindakan).First(), []);

    private IRenderedComponent<PanelKeputusan> Panel(LembarKerja lembar, IsianPenilaian? nilai = null) =>
        Render<PanelKeputusan>(p => p.Add(c => c.Lembar, lembar).Add(c => c.Nilai, nilai ?? new IsianPenilaian()));

    private static IElement Tombol(IRenderedComponent<PanelKeputusan> panel, Tindakan tindakan) => panel.Find($"[data-tindakan='{tindakan}']");
}
