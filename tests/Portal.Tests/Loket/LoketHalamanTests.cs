using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Loket;

/// <summary>The counter's pages and the confirmation in a browser with scripts off.</summary>
public sealed class LoketHalamanTests(PostgresUji postgres) : IAsyncLifetime
{
    private static int nomor = 600_000;
    private PortalUji _portal = null!;
    private KlienUji _loket = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalUji.MulaiAsync(postgres);
        _loket = await _portal.MasukAsync(Peran.PetugasLoket);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/loket")]
    [InlineData("/loket/baru")]
    [InlineData("/loket/kolektif/baru")]
    [InlineData("/loket/templat.xlsx")]
    public async Task Only_the_counter_opens_its_pages(string alamat)
    {
        Assert.Equal(HttpStatusCode.OK, (await _loket.BukaAsync(alamat)).Status);
        foreach (var peran in (Peran[])[Peran.Kasi, Peran.Pemohon, Peran.Administrator])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.MasukAsync(peran)).BukaAsync(alamat)).Status);
        }
    }

    [Fact]
    public async Task Wrong_data_are_named_at_their_fields_before_anything_is_scanned_and_what_was_typed_stays()
    {
        var salah = await _loket.KirimAsync("/loket/baru", "formulir-lanjut", Isian(Orang() with { Nik = "123", Surel = "sekar@gmail.com" }));
        Assert.Contains("NIK harus 16 angka", salah.Teks, StringComparison.Ordinal);
        Assert.Contains("harus berakhiran .go.id", salah.Teks, StringComparison.Ordinal);
        Assert.Equal("sekar@gmail.com", salah.Dokumen.QuerySelector("#Surel")!.GetAttribute("value"));
        var benar = await _loket.KirimAsync("/loket/baru", "formulir-lanjut", Isian(Orang()));
        Assert.Contains("Surat rekomendasi", benar.Teks, StringComparison.Ordinal);
        Assert.NotNull(benar.Dokumen.QuerySelector("input[type=file][name=SuratRekomendasi]"));
        var tanpa = await _loket.KirimAsync(benar, "formulir-ajukan");
        Assert.Contains("Pilih dahulu pindaian surat rekomendasi", tanpa.Teks, StringComparison.Ordinal);
        Assert.Contains("Sekar", (await _loket.KirimAsync(benar, "formulir-ubah")).Dokumen.QuerySelector("#Nama")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_sends_again_the_receipt_cancels_and_the_reason_stands_in_what_became_of_it()
    {
        var id = await CatatAsync(Orang());
        var daftar = await _loket.BukaAsync("/loket");
        Assert.Contains("Menunggu konfirmasi", daftar.Teks, StringComparison.Ordinal);
        Assert.Equal($"/loket/{id}?ulang=1", (await _loket.KirimAsync(daftar, $"/loket/{id}")).Tujuan);
        Assert.Contains("Link dalam email sebelumnya tidak berlaku lagi", (await _loket.BukaAsync($"/loket/{id}?ulang=1")).Teks, StringComparison.Ordinal);
        Assert.Contains("Tuliskan alasan", (await _loket.KirimAsync($"/loket/{id}", "formulir-batal")).Teks, StringComparison.Ordinal);
        Assert.NotNull((await _loket.KirimAsync($"/loket/{id}", "formulir-batal", ("Alasan", "Salah ketik NIK."))).Tujuan);
        Assert.Contains("Salah ketik NIK.", (await _loket.BukaAsync("/loket?lihat=riwayat")).Teks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _loket.BukaAsync($"/loket/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Somebody_new_sets_a_password_by_the_mail_signs_in_and_confirms()
    {
        var orang = Orang();
        var id = await CatatAsync(orang);
        var link = await LinkAsync(id);
        var tamu = _portal.Anonim();
        Assert.Contains("Paling sedikit 10 karakter", (await tamu.KirimAsync(link, "sandi", ("Isian.Sandi", "pendek"))).Teks, StringComparison.Ordinal);
        var masuk = (await tamu.KirimAsync(link, "sandi", ("Isian.Sandi", PortalUji.Sandi))).Tujuan;
        Assert.Equal($"/masuk?ke=%2Fpermohonan%2F{id}%2Fkonfirmasi&sudah=sandi", masuk);
        Assert.Equal($"/permohonan/{id}/konfirmasi", (await tamu.KirimAsync(masuk!, "masuk", ("Isian.Surel", orang.Surel), ("Isian.Sandi", PortalUji.Sandi))).Tujuan);
        var halaman = await tamu.BukaAsync($"/permohonan/{id}/konfirmasi");
        Assert.Contains(orang.Nip[..8], halaman.Teks, StringComparison.Ordinal);
        Assert.Contains("Centang dahulu persetujuan", (await tamu.KirimAsync(halaman, "formulir-privasi")).Teks, StringComparison.Ordinal);
        Assert.NotNull((await tamu.KirimAsync(halaman, "formulir-privasi", ("Setuju", "ya"))).Tujuan);
        Assert.Equal($"/permohonan/{id}?terkirim=1", (await tamu.KirimAsync($"/permohonan/{id}/konfirmasi", "formulir-konfirmasi")).Tujuan);
        Assert.Equal(Tahap.MenungguDisposisi, await _portal.DenganDbAsync(db => db.Permohonan.Where(p => p.Id == id).Select(p => p.Tahap).SingleAsync()));
        Assert.Contains("tidak berlaku lagi", (await tamu.BukaAsync(link)).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_an_account_is_asked_to_sign_in_and_opening_the_link_changes_nothing()
    {
        var pemohon = await _portal.BuatPenggunaAsync("Sekar Wulandari", Peran.Pemohon);
        var id = await CatatAsync(Orang() with { Surel = pemohon.Email! });
        var link = await LinkAsync(id);
        var halaman = await _portal.Anonim().BukaAsync(link);
        Assert.Contains("Masuk untuk memeriksa", halaman.Teks, StringComparison.Ordinal);
        Assert.Null(halaman.Dokumen.QuerySelector("input[type=password]"));
        Assert.Equal(Tahap.MenungguKonfirmasi, await _portal.DenganDbAsync(db => db.Permohonan.Where(p => p.Id == id).Select(p => p.Tahap).SingleAsync()));
        var lain = await _portal.MasukAsync(Peran.Pemohon);
        Assert.Equal(HttpStatusCode.NotFound, (await lain.BukaAsync($"/permohonan/{id}/konfirmasi")).Status);
        var sendiri = await _portal.MasukAsync(pemohon);
        Assert.Contains($"/permohonan/{id}/konfirmasi", (await sendiri.BukaAsync(link)).Dokumen.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull((await sendiri.KirimAsync($"/permohonan/{id}/konfirmasi", "formulir-batal", ("Alasan", "Sudah punya sertifikat."))).Tujuan);
        Assert.Equal(Tahap.Dibatalkan, await _portal.DenganDbAsync(db => db.Permohonan.Where(p => p.Id == id).Select(p => p.Tahap).SingleAsync()));
    }

    [Fact]
    public async Task Rows_are_pasted_named_where_wrong_mended_on_the_page_and_filed_together()
    {
        var kolektif = _portal.Pabrik.Services.GetRequiredService<KolektifService>();
        var pelaku = new Infrastructure.Alur.PelakuPermintaan(_loket.Akun!.Id, null);
        var id = ((HasilLoket.Tercatat)await kolektif.BuatAsync(Surat(), "Dinas Kesehatan", PermohonanUji.Berkas, pelaku)).Id;
        var (a, b) = (Orang(), Orang());
        var tempel = string.Join('\t', KolomDaftar.Isi(a)) + "\n" + string.Join('\t', KolomDaftar.Isi(b with { Nik = "12" }));
        var halaman = await _loket.KirimAsync($"/loket/kolektif/{id}", "formulir-tempel", ("Tempelan", tempel));
        Assert.Contains("1 hal perlu diperbaiki pada 1 baris", halaman.Teks, StringComparison.Ordinal);
        Assert.Null(halaman.Dokumen.QuerySelector("#formulir-ajukan"));
        Assert.Contains("NIK harus 16 angka", (await _loket.BukaAsync($"/loket/kolektif/{id}/baris/2")).Teks, StringComparison.Ordinal);
        Assert.Equal($"/loket/kolektif/{id}", (await _loket.KirimAsync($"/loket/kolektif/{id}/baris/2", "formulir-simpan", ("Nik", b.Nik))).Tujuan);
        Assert.Equal($"/loket/kolektif/{id}", (await _loket.KirimAsync($"/loket/kolektif/{id}", "formulir-ajukan")).Tujuan);
        Assert.Contains("2 permohonan dicatat", (await _loket.BukaAsync($"/loket/kolektif/{id}")).Teks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _loket.BukaAsync($"/loket/kolektif/{id}/resi.xlsx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _portal.MasukAsync(Peran.PetugasLoket)).BukaAsync($"/loket/kolektif/{id}")).Status);
    }

    private static DataPemohon Orang()
    {
        var n = Interlocked.Increment(ref nomor);
        return DataUji.Pemohon(n, $"loket{n}@contoh.go.id") with { Nama = "Sekar Wulandari" };
    }

    private static DataSurat Surat() => DataUji.Surat(Interlocked.Increment(ref nomor), new DateOnly(2026, 1, 5));

    private static (string, string)[] Isian(DataPemohon d)
    {
        var s = Surat();
        return [.. d.Nilai().Select(n => (n.Bidang.ToString(), n.Nilai)), .. s.Nilai().Select(n => (n.Bidang.ToString(), n.Nilai))];
    }

    private async Task<Guid> CatatAsync(DataPemohon orang) => ((HasilLoket.Tercatat)await _portal.Pabrik.Services.GetRequiredService<LoketService>().AjukanAsync(
        orang, Surat(), new BerkasLoket(PermohonanUji.Berkas, null, PermohonanUji.Berkas), new(_loket.Akun!.Id, null), Guid.NewGuid())).Id;

    private async Task<string> LinkAsync(Guid id)
    {
        var isi = await _portal.DenganDbAsync(db => db.Set<OutboxMessage>().Where(m => m.PermohonanId == id && m.Jenis == JenisSurel.KonfirmasiLoket).Select(m => m.IsiTeks).SingleAsync());
        var teks = _portal.Pabrik.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("KlatenSE.Surel.Isi").Unprotect(isi!);
        return new Uri(teks.Split((char[]?)null).First(k => k.Contains("/konfirmasi?k=", StringComparison.Ordinal))).PathAndQuery;
    }
}
