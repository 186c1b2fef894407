using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Portal.Tests.Pengajuan;
using Xunit;

namespace KlatenSE.Portal.Tests.Akun;

/// <summary>What no database can keep is a sentence at its field, with everything else as it was typed.</summary>
public sealed class KarakterTests(PortalBersama bersama) : IClassFixture<PortalBersama>
{
    private readonly PortalUji portal = bersama.Portal;

    [Theory]
    [InlineData("/masuk", "masuk", "Isian.Surel", "sekar\0@contoh.go.id")]
    [InlineData("/masuk", "masuk", "Isian.Surel", "sekar\uFFFD@contoh.go.id")]
    [InlineData("/masuk", "masuk", "Isian.Sandi", "rahasia\0sekali")]
    [InlineData("/daftar", "daftar", "Isian.Nama", "Sekar\0Wulandari")]
    [InlineData("/daftar", "daftar", "Isian.Email", "sekar\u0007@contoh.go.id")]
    [InlineData("/daftar", "daftar", "Isian.UnitKerja", "Dinas\0")]
    [InlineData("/daftar", "daftar", "Isian.Sandi", "pohon mangga\0 di halaman")]
    [InlineData("/lupa-sandi", "lupa-sandi", "Isian.Email", "\0sekar@contoh.go.id")]
    public async Task A_control_character_is_refused_at_its_field(string halaman, string formulir, string bidang, string nilai)
    {
        var lain = bidang == "Isian.Surel" ? "Isian.Sandi" : "Isian.Surel";
        var hasil = await portal.Anonim().KirimAsync(halaman, formulir, (bidang, nilai), (lain, "tetap@contoh.go.id"));
        Assert.Equal(HttpStatusCode.OK, hasil.Status);
        var galat = hasil.Dokumen.QuerySelector($"#isian-{bidang.Split('.')[1].ToLowerInvariant()}-galat");
        Assert.Matches("tidak dapat disimpan. Hapus lalu ketik ulang|karakter yang rusak", galat!.TextContent);
        if (hasil.Dokumen.QuerySelector("input[name='Isian.Surel']") is { } surel && lain == "Isian.Surel")
        {
            Assert.Equal("tetap@contoh.go.id", surel.GetAttribute("value"));
        }
    }

    [Theory]
    [InlineData("/masuk", "masuk", "Isian.Surel")]
    [InlineData("/lupa-sandi", "lupa-sandi", "Isian.Email")]
    [InlineData("/daftar", "daftar", "Isian.Nama")]
    [InlineData("/daftar", "daftar", "Isian.Email")]
    public async Task An_over_long_text_is_refused_at_its_field(string halaman, string formulir, string bidang)
    {
        var hasil = await portal.Anonim().KirimAsync(halaman, formulir, (bidang, new string('x', 5000) + "@contoh.go.id"));
        Assert.Equal(HttpStatusCode.OK, hasil.Status);
        Assert.NotNull(hasil.Dokumen.QuerySelector($"#isian-{bidang.Split('.')[1].ToLowerInvariant()}-galat"));
    }

    [Fact]
    public async Task A_NUL_cut_by_the_network_is_found_too()
    {
        var klien = portal.Anonim();
        var form = HalamanUji.Isi((await klien.BukaAsync("/lupa-sandi")).Formulir("lupa-sandi")).Where(i => i.Key != "Isian.Email");
        using var awal = new FormUrlEncodedContent(form);
        byte[] isi = [.. await awal.ReadAsByteArrayAsync(), .. "&Isian.Email=sekar%00%000@contoh.go.id"u8];
        using var kirim = new StreamContent(new SatuSatu(isi));
        kirim.Headers.ContentType = new("application/x-www-form-urlencoded");
        var hasil = await HalamanUji.BacaAsync("/lupa-sandi", await klien.Http.PostAsync("/lupa-sandi", kirim));
        Assert.NotNull(hasil.Dokumen.QuerySelector("#isian-email-galat"));
        Assert.Equal("sekar\u0001\u00010@contoh.go.id", hasil.Dokumen.QuerySelector("input[name='Isian.Email']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_reason_with_a_NUL_is_told_and_kept()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        var hasil = await p.Klien.KirimAsync($"/permohonan/{p.Id}", "formulir-batal", ("Alasan", "Pindah\0tugas"), ("Yakin", "ya"));
        Assert.Contains("tidak dapat disimpan", hasil.Dokumen.QuerySelector("#Alasan-galat")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("tugas", hasil.Dokumen.QuerySelector("#Alasan")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Tahap.Draf, (await p.BacaAsync()).Tahap);
    }

    /// <summary>Gives one byte at a time.</summary>
    private sealed class SatuSatu(byte[] isi) : MemoryStream(isi)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => SalinAsync(destination, cancellationToken);

        private async Task SalinAsync(Stream ke, CancellationToken ct)
        {
            foreach (var satu in ToArray())
            {
                await ke.WriteAsync(new[] { satu }, ct);
                await ke.FlushAsync(ct);
            }
        }
    }
}
