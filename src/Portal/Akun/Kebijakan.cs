using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using Microsoft.AspNetCore.Authorization;

namespace KlatenSE.Portal.Akun;

/// <summary>Names of the authorization policies: who may open a page. What may be done on it is the table's to say.</summary>
public static class Kebijakan
{
    /// <summary>Anyone with a role in the office.</summary>
    public const string Petugas = "Petugas";

    public const string Pemohon = nameof(Peran.Pemohon);
    public const string Kepala = nameof(Peran.Kepala);
    public const string Kabid = nameof(Peran.Kabid);
    public const string Kasi = nameof(Peran.Kasi);
    public const string Verifikator = nameof(Peran.Verifikator);
    public const string Administrator = nameof(Peran.Administrator);

    public const string PetugasLoket = nameof(Peran.PetugasLoket);

    /// <summary>The roles that make an official.</summary>
    public static IReadOnlyList<Peran> PeranPetugas { get; } = [Peran.Kepala, Peran.Kabid, Peran.Kasi, Peran.Verifikator, Peran.PetugasLoket, Peran.Administrator];

    /// <summary>Registers the policies; whatever names none asks for a sign-in.</summary>
    public static IServiceCollection AddKebijakan(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, PeranHandler>();
        var builder = services.AddAuthorizationBuilder();
        builder.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.AddPolicy(Petugas, p => p.RequireAuthenticatedUser().AddRequirements(new PerluPeran(PeranPetugas)));
        foreach (var peran in PeranPetugas.Prepend(Peran.Pemohon))
        {
            builder.AddPolicy(peran.ToString(), p => p.RequireAuthenticatedUser().AddRequirements(new PerluPeran([peran])));
        }

        return services;
    }
}

/// <summary>One of these roles, held now.</summary>
internal sealed record PerluPeran(IReadOnlyList<Peran> SalahSatu) : IAuthorizationRequirement;

/// <summary>Resolves roles from the database, not from the cookie: a grant that began after the sign-in counts, an ended one does not.</summary>
internal sealed class PeranHandler(PeranAktif peran) : AuthorizationHandler<PerluPeran>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PerluPeran requirement)
    {
        if (context.User.IdAtauNull() is { } id && (await peran.AmbilAsync(id)).Any(p => requirement.SalahSatu.Contains(p.Peran)))
        {
            context.Succeed(requirement);
        }
    }
}
