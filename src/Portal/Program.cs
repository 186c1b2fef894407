using System.Globalization;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Infrastructure.Demo;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Components;
using KlatenSE.Portal.Components.Layout;
using KlatenSE.Portal.Components.Papan;
using KlatenSE.Portal.Keamanan;
using KlatenSE.Portal.Kerja;
using KlatenSE.Portal.Loket;
using KlatenSE.Portal.Papan;
using KlatenSE.Portal.Pengajuan;

// Background events lose the request's culture: it is set once, for the whole process.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("id-ID");

var builder = WebApplication.CreateBuilder(args);

// At Information the framework logs every address, and an address of a mailed link is its secret.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

if ((KunciPelindung.Keberatan(builder.Configuration) ?? PilihanOtoritas.Keberatan(builder.Configuration, !builder.Environment.IsDevelopment())) is { } salahSetel)
{
    await Console.Error.WriteLineAsync(salahSetel);
    return 1;
}

builder.Services.AddBasisData(builder.Configuration);
builder.Services.AddSurel(builder.Configuration);
builder.Services.AddLayananSertifikat(builder.Configuration);
builder.Services.AddAlur();
builder.Services.AddLoket().AddKonfirmasi();
builder.Services.AddAntrean();
builder.Services.AddAkunPortal(builder.Configuration);
builder.Services.AddBerkas(builder.Configuration);
builder.Services.AddValiditas(builder.Configuration);
builder.Services.AddBsre(builder.Configuration);
builder.Services.AddPengajuanPortal();
builder.Services.AddPapan(builder.Configuration).AddSingleton<KartuMarkup>();

// Pages
// A paste far beyond a field's length must come in, to be refused with a sentence: at the default of 32 KB the circuit would be cut.
builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = 1024 * 1024);
builder.Services.AddExceptionHandler<PencatatGalat>();
builder.Services.AddSingleton(ModePortal.Dari(builder.Configuration));

PemeriksaBerkas.PastikanAlat();
var app = builder.Build();
await BasisDataServices.MigrasiAsync(app.Configuration);
if ((await GerbangDemo.KeberatanAsync(app.Configuration) ?? await PilihanOtoritas.KeberatanDataAsync(app.Configuration) ?? await PenyegelanUlang.KeberatanAsync(app.Configuration)) is { } keberatan)
{
    await Console.Error.WriteLineAsync(keberatan);
    return 1;
}

if (GerbangDemo.Diminta(app.Configuration))
{
    await PengisiDemo.SiapkanAsync(app.Configuration);
}

await app.Services.SiapkanAkunAsync();

// Order matters: headers on every answer, then the error pages, then the rest.
app.UseHeaderKeamanan();
app.UseExceptionHandler("/galat/500", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/galat/{0}", createScopeForStatusCodePages: true);
app.UseGalatSebagaiGet();
app.UseTanpaNul();
app.UseRouting();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UseAntiforgery();

// Closed by default: what is open to everyone says so.
app.MapStaticAssets().AllowAnonymous();
app.MapSehat();
app.MapPeristiwa();
app.MapAkun();
app.MapPengajuan(PilihanOtoritas.Dari(app.Configuration));
app.MapLoket();
app.MapKerja(PilihanOtoritas.Dari(app.Configuration));
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.DisableWebSocketCompression = true);

await app.RunAsync();
return 0;

public partial class Program;
