using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Components.Galat;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>The landing page of a mailed link. The token stays in the address, so that a sign-in in between does not lose it.</summary>
public sealed partial class HalamanLink(PengajuanQuery query, PermohonanService pintu, NavigationManager nav)
{
    // An unknown token and somebody else's get the same answer: which of both is not told.
    private const string TidakDikenal = "Link tidak dikenali untuk akun ini. Buka link utuh dari email terakhir yang Anda terima, atau masuk dengan akun yang menerima email itu.";

    private LinkMasuk? link;
    private string? kalimat;
    private string judul = "";

    [SupplyParameterFromQuery(Name = "k")]
    private string? Token { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var jenis = Http.Request.Path.StartsWithSegments("/aktivasi") ? JenisLink.Aktivasi : JenisLink.Passphrase;
        judul = jenis == JenisLink.Aktivasi ? "Link aktivasi" : "Link passphrase";
        link = await query.CariLinkAsync(Token, Http.User.Id(), Http.RequestAborted);
        if (link is null || link.Link.Jenis != jenis)
        {
            link = null;
            if (HttpMethods.IsPost(Http.Request.Method))
            {
                await PakaiAsync();
            }

            Http.Items[HalamanGalat.KunciSaran] = TidakDikenal;
            nav.NotFound();
            return;
        }

        kalimat = Sebab(link);
    }

    private async Task BukaAsync()
    {
        // A dead link goes to the door too: it refuses, and writes the attempt down.
        if (link is not null && await PakaiAsync() is { } hasil)
        {
            if (hasil is HasilTindakan.Berhasil)
            {
                nav.NavigateTo($"/permohonan/{link.Link.PermohonanId}/{(link.Link.Jenis == JenisLink.Aktivasi ? "aktivasi" : "passphrase")}");
            }

            kalimat ??= hasil.KalimatGagal;
        }
    }

    private async Task<HasilTindakan?> PakaiAsync() =>
        await query.PermohonanLinkAsync(Token, Http.RequestAborted) is { } id
            ? await pintu.LakukanAsync(id, null, new BukaLink(TokenLink.Hash(Token)!), new(Http.User.Id(), Http.AlamatKlien()), Guid.NewGuid(), Http.RequestAborted)
            : null;

    private static string? Sebab(LinkMasuk masuk) => (masuk.Link.Sebab, masuk.Link.Berlaku(masuk.Kini)) switch
    {
        (SebabTutup.Digunakan, _) => $"Link ini sudah dipakai pada {TeksWaktu.Lengkap(masuk.Link.DitutupPada!.Value)}. Lihat kelanjutannya di halaman permohonan.",
        (SebabTutup.Diganti, _) => "Link ini sudah diganti dengan link yang lebih baru. Buka link pada email terakhir yang Anda terima.",
        (SebabTutup.Dibatalkan, _) => "Link ini tidak berlaku lagi karena permohonannya berubah. Lihat keadaannya di halaman permohonan.",
        (SebabTutup.Kedaluwarsa, _) or (null, false) =>
            $"Link ini berlaku sampai {TeksWaktu.Lengkap(masuk.Link.Batas)} dan sudah kedaluwarsa. Verifikator akan mengirim link baru ke email Anda; data Anda tetap tersimpan.",
        (null, true) => null,
    };
}
