using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;

namespace KlatenSE.Portal.Akun;

/// <summary>Sign-in by cookie, policies and the few endpoints of accounts that are no page.</summary>
public static class AkunPortal
{
    /// <summary>Name of the query parameter that says where to go after the sign-in.</summary>
    public const string ParameterKe = "ke";

    public static IServiceCollection AddAkunPortal(this IServiceCollection services, IConfiguration konfigurasi)
    {
        services.AddAkun();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(o => o.ApplicationCookie!.Configure(AturKuki));
        services.AddKebijakan();
        services.AddBatasKirim(konfigurasi);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, KeadaanMasuk>();
        services.AddScoped<CircuitHandler, PenutupSirkuit>();
        services.AddScoped<SirkuitIni>().AddScoped<CircuitHandler>(s => s.GetRequiredService<SirkuitIni>());
        services.AddAntiforgery(o => o.Cookie.Name = "klatense-formulir");
        return services;
    }

    public static void MapAkun(this IEndpointRouteBuilder app)
    {
        app.MapPost("/keluar", async (HttpContext http, MasukService masuk, DaftarKeluar keluar) =>
        {
            keluar.Catat(http.User);
            await masuk.KeluarAsync(http.PelakuAudit(), http.RequestAborted);
            return Results.Redirect("/masuk?sudah=keluar");
        }).PerluAntiforgery();
    }

    /// <summary>The endpoint takes a plain form without bound fields: the token is demanded all the same.</summary>
    public static RouteHandlerBuilder PerluAntiforgery(this RouteHandlerBuilder builder) => builder
        .WithMetadata(new RequireAntiforgeryTokenAttribute(true))
        .AddEndpointFilter(static async (context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(context) : Results.BadRequest());

    /// <summary>The client's network address, for the audit.</summary>
    public static string? AlamatKlien(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    /// <summary>The signed-in person as the audit names them.</summary>
    public static PelakuAudit PelakuAudit(this HttpContext http) =>
        new(http.User.Id(), http.User.FindFirst(KlaimAkun.Nama)?.Value ?? "", http.AlamatKlien());

    /// <summary>An address within the portal, or null: nobody is sent to another host after the sign-in.</summary>
    public static string? AlamatDalam(string? ke) =>
        ke is ['/', ..] && ke is not (['/', '/', ..] or ['/', '\\', ..]) && !ke.Any(char.IsControl) && Uri.IsWellFormedUriString(ke, UriKind.Relative) ? ke : null;

    private static void AturKuki(CookieAuthenticationOptions o)
    {
        o.Cookie.Name = "klatense-masuk";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = DaftarKeluar.UmurKuki;
        o.SlidingExpiration = true;
        // Sessions live by the process's clock: a database whose clock is set right signs nobody out.
        o.TimeProvider = TimeProvider.System;
        o.LoginPath = "/masuk";
        o.ReturnUrlParameter = ParameterKe;
        var cap = o.Events.OnValidatePrincipal;
        o.Events.OnValidatePrincipal = async c =>
        {
            if (c.HttpContext.RequestServices.GetRequiredService<DaftarKeluar>().Sudah(c.Principal))
            {
                c.RejectPrincipal();
                return;
            }

            await cap(c);
        };
        o.Events.OnRedirectToLogin = c => Arahkan(c, StatusCodes.Status401Unauthorized);
        o.Events.OnRedirectToAccessDenied = TolakAsync;
    }

    /// <summary>A script's request is not led to a page: it gets the status and decides itself.</summary>
    private static Task Arahkan(RedirectContext<CookieAuthenticationOptions> c, int status)
    {
        var mode = c.Request.Headers["Sec-Fetch-Mode"].ToString();
        if (mode is "" or "navigate" || c.Request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.Ordinal))
        {
            c.Response.Redirect(c.RedirectUri);
        }
        else
        {
            c.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }

    /// <summary>An applicant who has not proven the mailbox is told how, instead of "not for you".</summary>
    private static async Task TolakAsync(RedirectContext<CookieAuthenticationOptions> c)
    {
        var users = c.HttpContext.RequestServices.GetRequiredService<UserManager<Pengguna>>();
        if (HttpMethods.IsGet(c.Request.Method) && await users.GetUserAsync(c.HttpContext.User) is { EmailConfirmed: false })
        {
            c.RedirectUri = "/bukti-surel";
            await Arahkan(c, StatusCodes.Status403Forbidden);
            return;
        }

        c.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
