using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.TestCommon;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Papan;

public sealed class PeristiwaEndpointTests(PostgresUji postgres) : IAsyncLifetime
{
    private static readonly TimeSpan PalingLama = TimeSpan.FromSeconds(30);

    private PortalUji _portal = null!;
    private SemaiPapan _semai = null!;
    private KlienUji _pemilik = null!;
    private Guid _id;

    private string Alamat => $"/permohonan/{_id}/peristiwa";

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalUji.MulaiAsync(postgres);
        _semai = new SemaiPapan(_portal.BasisData);
        _pemilik = await _portal.MasukAsync(Peran.Pemohon);
        _id = await _semai.PermohonanAsync(Tahap.MenungguDisposisi, _pemilik.Akun!.Id);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_owner_and_an_official_hear_of_a_move()
    {
        foreach (var klien in (KlienUji[])[_pemilik, await _portal.MasukAsync(Peran.Kabid)])
        {
            using var jawaban = await klien.Http.GetAsync(Alamat, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", jawaban.Content.Headers.ContentType!.MediaType);
            using var pembaca = new StreamReader(await jawaban.Content.ReadAsStreamAsync());
            Assert.StartsWith("retry:", await BarisAsync(pembaca), StringComparison.Ordinal);
            await _semai.PindahAsync(_id, Tahap.PenerusanKabid);
            string? baris;
            do
            {
                baris = await BarisAsync(pembaca);
            }
            while (baris?.StartsWith("data: ", StringComparison.Ordinal) == false);
            Assert.NotNull(baris);
        }
    }

    [Fact]
    public async Task Another_applicant_is_not_told_that_the_request_exists()
    {
        var asing = await _portal.MasukAsync(Peran.Pemohon);
        Assert.Equal(HttpStatusCode.NotFound, (await asing.Http.GetAsync(Alamat)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asing.Http.GetAsync($"/permohonan/{Guid.NewGuid()}/peristiwa")).StatusCode);
    }

    [Fact]
    public async Task Nobody_listens_without_signing_in() =>
        Assert.NotEqual(HttpStatusCode.OK, (await _portal.Anonim().Http.GetAsync(Alamat)).StatusCode);

    [Fact]
    public async Task Who_leaves_is_followed_no_longer()
    {
        var papan = _portal.Pabrik.Services.GetRequiredService<PapanStore>();
        // The queue's own feed follows the board too, from the start.
        var lain = papan.JumlahPenonton;
        using (var jawaban = await _pemilik.Http.GetAsync(Alamat, HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(lain + 1, papan.JumlahPenonton);
        }

        var sepi = new TaskCompletionSource();
        using var langganan = papan.Langgan(() =>
        {
            if (papan.JumlahPenonton == lain + 1)
            {
                sepi.TrySetResult();
            }

            return Task.CompletedTask;
        });
        await sepi.Task.WaitAsync(PalingLama);
    }

    [Fact]
    public async Task The_health_check_answers_in_a_word()
    {
        Assert.Equal("ok", await _portal.Anonim().Http.GetStringAsync("/sehat"));
    }

    [Fact]
    public async Task The_board_is_for_officials_alone()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _pemilik.BukaAsync("/papan")).Status);
        var kepala = await (await _portal.MasukAsync(Peran.Kepala)).BukaAsync("/papan?cari=tidak-ada");
        Assert.Equal(HttpStatusCode.OK, kepala.Status);
        Assert.Contains("Menunggu disposisi", kepala.Teks, StringComparison.Ordinal);
        Assert.Empty(kepala.Dokumen.QuerySelectorAll(".papan-kartu"));
    }

    private static async Task<string?> BarisAsync(StreamReader pembaca) => await pembaca.ReadLineAsync().WaitAsync(PalingLama);
}
