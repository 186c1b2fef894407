using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Components.Bersama;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Loket;

/// <summary>A static page of the counter. Its forms all arrive at one receiver, told apart by their name; what was typed stays.</summary>
public abstract class HalamanFormulirLoket : ComponentBase
{
    private readonly List<GalatIsian> galat = [];

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Nav { get; set; } = null!;

    /// <summary>What is wrong with the form just sent.</summary>
    protected IReadOnlyList<GalatIsian> Galat => galat;

    /// <summary>One submit's key, kept when the form is shown again.</summary>
    protected Guid Kunci { get; private set; } = Guid.NewGuid();

    /// <summary>The version that the person saw when sending.</summary>
    protected uint VersiKiriman => Kiriman is { } k ? IsianFormulir.Versi(k) : 0;

    /// <summary>What was posted; null at a GET.</summary>
    protected IFormCollection? Kiriman => HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType ? Http.Request.Form : null;

    protected PelakuPermintaan Pelaku => new(Http.User.Id(), Http.AlamatKlien());

    protected CancellationToken Ct => Http.RequestAborted;

    protected string? GalatDi(string id) => galat.Find(g => g.IdBidang == id)?.Kalimat;

    protected void Salah(string? id, string kalimat) => galat.Add(new GalatIsian(id, kalimat));

    protected void Salah(IEnumerable<(string Bidang, string Kalimat)> semua) => galat.AddRange(semua.Select(g => new GalatIsian(g.Bidang, g.Kalimat)));

    protected string Isi(string nama) => Kiriman?[nama].ToString() ?? "";

    /// <summary>Takes the key of the posted form.</summary>
    protected void TerimaKunci()
    {
        if (Kiriman is { } kiriman)
        {
            Kunci = IsianFormulir.Kunci(kiriman);
        }
    }
}
