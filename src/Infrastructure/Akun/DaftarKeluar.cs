using System.Collections.Concurrent;
using System.Security.Claims;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>
/// Sessions that were signed out, remembered as long as their cookie could still be shown: a copy of it opens nothing, and another tab's
/// circuit ends. In this process alone: a restart ends all circuits, and the cookie of whoever signed out is gone from the browser.
/// </summary>
public sealed class DaftarKeluar(TimeProvider jam)
{
    /// <summary>How long a cookie lives at most without being renewed.</summary>
    public static TimeSpan UmurKuki { get; } = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _keluar = new();

    /// <summary>This session is over.</summary>
    public void Catat(ClaimsPrincipal orang)
    {
        var kini = jam.GetUtcNow();
        foreach (var (lama, pada) in _keluar)
        {
            if (kini - pada > UmurKuki)
            {
                _keluar.TryRemove(lama, out _);
            }
        }

        if (orang.FindFirstValue(KlaimAkun.Sesi) is { } sesi)
        {
            _keluar[sesi] = kini;
        }
    }

    /// <summary>Whether the session of this person was signed out.</summary>
    public bool Sudah(ClaimsPrincipal? orang) => orang?.FindFirstValue(KlaimAkun.Sesi) is { } sesi && _keluar.ContainsKey(sesi);
}
