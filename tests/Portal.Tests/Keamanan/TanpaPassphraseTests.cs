using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Keamanan;

/// <summary>
/// Beside BSrE no page, form or endpoint of the portal takes a passphrase: every address is asked, every form sent, and what the portal reads of them is
/// watched. The same watch over the sandbox finds its passphrase, so it would find one here.
/// </summary>
public sealed partial class TanpaPassphraseTests(PostgresUji postgres)
{
    /// <summary>The portal's own accounts, whose passwords are no passphrase.</summary>
    private static readonly string[] HalamanAkun = ["/masuk", "/daftar", "/atur-sandi", "/akun", "/pertama", "/bukti-surel", "/konfirmasi"];

    // Forms of steps 5 and 7 in the sandbox.
    private static readonly string[] FormulirSandbox = ["Buat", "Data", "FotoKtpAktivasi", "Selfie"];

    private static readonly string[] SemuaFormulir = [.. FormulirSandbox, "Selesai", "Catat", "Lapor", "Batal", "Simpan", "Kirim", "Privasi", "BuatSurat", "UnggahKtp"];

    private static readonly Tahap[] TahapDiuji = [Tahap.Aktivasi, Tahap.Passphrase, Tahap.Penerbitan, Tahap.Selesai];

    private readonly FormulirMata _mata = new();

    [Fact]
    public async Task No_address_reads_a_passphrase_from_a_form()
    {
        await using var portal = await MulaiAsync("Bsre");
        await KirimSemuaAsync(portal);
        Assert.Contains(_mata.Dibaca, d => d.Bidang == "Tindakan");
        Assert.Empty(_mata.Dibaca.Where(d => Rahasia().IsMatch(d.Bidang) && !HalamanAkun.Contains(d.Jalur)).Distinct());
    }

    [Fact]
    public async Task The_same_watch_finds_the_passphrase_of_the_sandbox()
    {
        await using var portal = await MulaiAsync("Sandbox");
        await KirimSemuaAsync(portal);
        Assert.Equal(["passphrase", "sertifikat"], _mata.Dibaca.Where(d => d.Bidang == "Passphrase").Select(d => d.Jalur.Split('/')[^1]).Distinct().Order());
    }

    [Fact]
    public async Task No_page_shows_a_field_for_one_in_any_stage()
    {
        await using var portal = await MulaiAsync("Bsre");
        var (pemohon, permohonan) = await OrangDenganPermohonanAsync(portal);
        var petugas = await portal.MasukAsync(Peran.Verifikator, Peran.Kasi, Peran.Administrator);
        var dilihat = 0;
        foreach (var klien in new[] { pemohon, petugas })
        {
            foreach (var alamat in permohonan.Values.SelectMany(id => Pola(portal).Select(p => Isi(p, id))).Distinct().Where(a => !HalamanAkun.Contains(a)))
            {
                var halaman = await klien.BukaAsync(alamat);
                dilihat += halaman.Status == HttpStatusCode.OK ? 1 : 0;
                var bidang = halaman.Dokumen.QuerySelectorAll("input, textarea, select").Where(b => b.GetAttribute("type") == "password"
                    || Rahasia().IsMatch(b.GetAttribute("name") ?? "") || Rahasia().IsMatch(b.Id ?? "") || (b.GetAttribute("autocomplete") ?? "").Contains("password", StringComparison.Ordinal));
                Assert.True(!bidang.Any(), $"{alamat}: {string.Join(' ', bidang.Select(b => b.OuterHtml))}");
            }
        }

        Assert.InRange(dilihat, 40, int.MaxValue);
    }

    [Fact]
    public async Task The_sandboxs_forms_and_addresses_are_not_there_and_change_nothing()
    {
        await using var portal = await MulaiAsync("Bsre");
        var (klien, permohonan) = await OrangDenganPermohonanAsync(portal);
        var token = await TokenAsync(klien);
        foreach (var (tahap, id) in permohonan)
        {
            var sebelum = await KeadaanAsync(portal, id);
            foreach (var jalur in new[] { "aktivasi", "passphrase" })
            {
                foreach (var formulir in FormulirSandbox)
                {
                    Assert.Equal((tahap, jalur, formulir, HttpStatusCode.NotFound), (tahap, jalur, formulir, await KirimAsync(klien, $"/permohonan/{id}/{jalur}", token, formulir)));
                }
            }

            Assert.Contains(await KirimAsync(klien, $"/permohonan/{id}/sertifikat", token, "Unduh"), new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
            Assert.Equal(sebelum, await KeadaanAsync(portal, id));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await klien.Http.GetAsync("/sertifikat-akar.pem")).StatusCode);
        Assert.Equal(0, await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().CountAsync(b => b.Jenis == JenisBerkas.Selfie || b.Jenis == JenisBerkas.FotoKtpAktivasi)));
    }

    [Fact]
    public void Only_account_pages_map_a_password_from_their_form()
    {
        var peta = typeof(Components.App).Assembly.GetTypes().Where(t => typeof(IComponent).IsAssignableFrom(t))
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(p => p.GetCustomAttribute<SupplyParameterFromFormAttribute>() is not null).Select(p => (Halaman: t, Model: p)))
            .ToList();
        Assert.InRange(peta.Count, 10, int.MaxValue);
        var bersandi = peta.Where(p => Rahasia().IsMatch(p.Model.Name) || p.Model.PropertyType.GetProperties().Any(b => Rahasia().IsMatch(b.Name))).Select(p => p.Halaman).ToList();
        Assert.InRange(bersandi.Count, 4, int.MaxValue);
        Assert.All(bersandi.SelectMany(t => t.GetCustomAttributes<RouteAttribute>()), r => Assert.Contains(r.Template, HalamanAkun));
    }

    [Fact]
    public void A_password_field_stands_in_the_source_of_account_pages_and_of_the_sandboxs_two_components_alone()
    {
        var akar = Path.Combine(Akar(), "src", "Portal", "Components");
        var berkas = Directory.EnumerateFiles(akar, "*.razor", SearchOption.AllDirectories).Where(f => BidangSandi().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(akar, f)).Where(f => !f.StartsWith("Akun", StringComparison.Ordinal)).Order();
        Assert.Equal([Path.Combine("Bersama", "BidangPassphrase.razor"), Path.Combine("Pengajuan", "UnduhSertifikat.razor")], berkas);
    }

    private async Task<PortalUji> MulaiAsync(string mode) =>
        await PortalUji.MulaiAsync(postgres, new Dictionary<string, string> { ["Sertifikat:Mode"] = mode }, s => s.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(_mata));

    /// <summary>Every form to every address that takes a POST, as the owner of a request in each stage.</summary>
    private static async Task KirimSemuaAsync(PortalUji portal)
    {
        var (klien, permohonan) = await OrangDenganPermohonanAsync(portal);
        var token = await TokenAsync(klien);
        var pola = Pola(portal).ToList();
        Assert.InRange(pola.Count, 30, int.MaxValue);
        foreach (var alamat in permohonan.Values.SelectMany(id => pola.Select(p => Isi(p, id))).Distinct())
        {
            // A page of an own request tells its forms apart by name; the others have one, found by their handler.
            foreach (var nama in alamat.StartsWith("/permohonan/", StringComparison.Ordinal) ? SemuaFormulir : ["Buat"])
            {
                await KirimAsync(klien, alamat, token, nama);
            }
        }
    }

    private static async Task<(KlienUji Klien, Dictionary<Tahap, Guid> Permohonan)> OrangDenganPermohonanAsync(PortalUji portal)
    {
        var uji = new PermohonanUji(portal.Pabrik.Services);
        var akun = await portal.BuatPenggunaAsync("Sekar Wulandari", Peran.Pemohon);
        var pemilik = new OrangUji(akun.Id, akun.Nama, akun.Email!);
        var permohonan = new Dictionary<Tahap, Guid>();
        foreach (var tahap in TahapDiuji)
        {
            // One open request a person: each is made by another and handed over.
            var contoh = await uji.SampaiAsync(tahap);
            if (tahap == Tahap.Passphrase && (await uji.LinkAsync(contoh))!.HashToken is not null)
            {
                // In the sandbox the form stands behind the mailed link.
                await uji.BukaLinkAsync(contoh);
            }

            await using var db = await portal.Pabrik.Services.GetRequiredService<IDbContextFactory<Infrastructure.BasisData.KlatenDb>>().CreateDbContextAsync();
            permohonan[tahap] = contoh.Id;
            await db.Permohonan.Where(p => p.Id == contoh.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.PemohonId, pemilik.Id));
        }

        return (await portal.MasukAsync(akun), permohonan);
    }

    private static async Task<string> TokenAsync(KlienUji klien) =>
        (await klien.BukaAsync("/akun")).Dokumen.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<HttpStatusCode> KirimAsync(KlienUji klien, string alamat, string token, string formulir)
    {
        using var isi = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "tindakan",
            ["__RequestVerificationToken"] = token,
            ["Tindakan"] = formulir,
            ["Kunci"] = Guid.NewGuid().ToString(),
            ["Versi"] = "0",
            ["Passphrase"] = "Melati9Wangi",
            ["DataLogin"] = "ya",
        });
        using var jawaban = await klien.Http.PostAsync(alamat, isi);
        return jawaban.StatusCode;
    }

    private static IEnumerable<string> Pola(PortalUji portal) => portal.Pabrik.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
        // Files, the circuit's own addresses, the stream that does not end, and signing out.
        .Where(p => !p.Contains('.', StringComparison.Ordinal) && !p.StartsWith("/_", StringComparison.Ordinal) && !p.Contains("peristiwa", StringComparison.Ordinal) && p != "/keluar")
        .Distinct();

    private static string Isi(string pola, Guid id) => Parameter().Replace(pola, m => m.Value.Contains("int", StringComparison.Ordinal) ? "404" : m.Value.Contains("guid", StringComparison.Ordinal) ? id.ToString() : "x");

    private static async Task<(uint, int, int)> KeadaanAsync(PortalUji portal, Guid id) => await portal.DenganDbAsync(async db => (
        await db.Permohonan.Where(p => p.Id == id).Select(p => p.Version).SingleAsync(), await db.Set<Riwayat>().CountAsync(r => r.PermohonanId == id),
        await db.Set<BerkasPermohonan>().CountAsync(b => b.PermohonanId == id)));

    private static string Akar()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KlatenSE.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository was not found above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("passphrase|sandi|password|frasa", RegexOptions.IgnoreCase)]
    private static partial Regex Rahasia();

    [GeneratedRegex("""type="password"|(?<!form)name="[^"]*([Pp]assphrase|[Ss]andi)""")]
    private static partial Regex BidangSandi();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
