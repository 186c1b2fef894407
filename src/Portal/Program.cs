using System.Globalization;
using KlatenSE.Portal.Components;
using KlatenSE.Portal.Components.Layout;
using KlatenSE.Portal.Keamanan;

// Background events lose the request's culture: it is set once, for the whole process.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("id-ID");

var builder = WebApplication.CreateBuilder(args);

// Pages
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(ModePortal.Dari(builder.Configuration));

var app = builder.Build();

// Order matters: headers on every answer, then the error pages, then the rest.
app.UseHeaderKeamanan();
app.UseExceptionHandler("/galat/500");
app.UseStatusCodePagesWithReExecute("/galat/{0}");
app.UseGalatSebagaiGet();
app.UseRouting();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapGet("/sehat", () => "ok");
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.DisableWebSocketCompression = true);

app.Run();

public partial class Program;
