using System.Globalization;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Papan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Papan;

public sealed partial class KolomLangsung
{
    private IReadOnlyList<KartuPapan> tampil = [];
    private bool terlipat;
    private bool berubah;
    private (KolomPapan?, SaringPapan?, PenontonPapan?, bool?, KalenderKerja?) dasar;

    [Inject] private KartuMarkup Markup { get; set; } = null!;
    [Inject] private TimeProvider Jam { get; set; } = null!;

    [Parameter, EditorRequired] public KolomPapan Kolom { get; set; } = null!;
    [Parameter, EditorRequired] public SaringPapan Saring { get; set; } = null!;
    [Parameter, EditorRequired] public PenontonPapan Penonton { get; set; } = null!;
    [Parameter, EditorRequired] public KalenderKerja Kalender { get; set; } = null!;

    /// <summary>Title of the post for which the stage waits.</summary>
    [Parameter, EditorRequired] public string Jabatan { get; set; } = "";

    /// <summary>Folded or opened by hand; null: as the column itself thinks.</summary>
    [Parameter] public bool? Lipat { get; set; }

    /// <summary>The viewer folds (true) or opens (false) it.</summary>
    [Parameter] public EventCallback<(Tahap Tahap, bool Lipat)> DiLipat { get; set; }

    private string Id => $"kolom-{Kolom.Sop.Tahap}";
    private bool Milik => Penonton.Kolomnya(Kolom.Sop);
    private string Jumlah => Saring.Kosong ? $"{Kolom.Kartu.Length}" : $"{tampil.Count} dari {Kolom.Kartu.Length}";

    protected override void OnParametersSet()
    {
        (KolomPapan?, SaringPapan?, PenontonPapan?, bool?, KalenderKerja?) kini = (Kolom, Saring, Penonton, Lipat, Kalender);
        berubah = !ReferenceEquals(kini.Item1, dasar.Item1) || !ReferenceEquals(kini.Item2, dasar.Item2)
            || !ReferenceEquals(kini.Item3, dasar.Item3) || kini.Item4 != dasar.Item4 || !ReferenceEquals(kini.Item5, dasar.Item5);
        if (!berubah)
        {
            return;
        }

        dasar = kini;
        var saat = Jam.GetUtcNow();
        tampil = Saring.Kosong ? Kolom.Kartu : [.. Kolom.Kartu.Where(k => Saring.Cocok(k, saat))];
        terlipat = !Milik && (Lipat ?? TerlipatSendiri());
    }

    protected override bool ShouldRender() => berubah;

    /// <summary>
    /// Nothing for the office in it: empty, or waiting for somebody outside with nothing late, no link about to run out, and nothing of the viewer's.
    /// </summary>
    private bool TerlipatSendiri() =>
        tampil.Count == 0
        || (Kolom.Sop.Menunggu is Peran.Pemohon or Peran.Bsre && Kolom is { Lewat: 0, HampirHabis: 0 } && Saring.Kosong
            && tampil.All(k => k.VerifikatorId != Penonton.Id));

    internal static string Standar(TahapSop sop) => sop switch
    {
        { BerlakuLink: { } link } => string.Create(CultureInfo.InvariantCulture, $"link 1×{link.TotalHours:0} jam"),
        { Jam: JenisJam.HariKerja, Standar: { } s } => $"{s.Days} hari kerja",
        { Standar: { } s } => string.Create(CultureInfo.InvariantCulture, $"{s.TotalMinutes:0} menit"),
        _ => "",
    };
}
