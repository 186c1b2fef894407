using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Berkas;

public sealed class PemeriksaBerkasTests
{
    [Fact]
    public async Task More_uploads_than_turns_are_all_inspected()
    {
        using var pemeriksa = AlatUji.Pemeriksa(new BerkasOptions { PemeriksaanSerentak = 1 });
        var hasil = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            pemeriksa.PeriksaAsync(new MemoryStream(AlatUji.Contoh("ktp-scan.png")), "a.png", JenisBerkas.Ktp, TestContext.Current.CancellationToken)));
        Assert.All(hasil, h => Assert.IsType<HasilPeriksa.Diterima>(h));
    }

    [Fact]
    public async Task A_cancelled_inspection_ends_and_gives_its_turn_back()
    {
        using var pemeriksa = AlatUji.Pemeriksa(new BerkasOptions { PemeriksaanSerentak = 1 });
        using var batal = new CancellationTokenSource();
        await batal.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            pemeriksa.PeriksaAsync(new MemoryStream(AlatUji.Contoh("ktp-scan.png")), "a.png", JenisBerkas.Ktp, batal.Token));
        Assert.IsType<HasilPeriksa.Diterima>(
            await pemeriksa.PeriksaAsync(new MemoryStream(AlatUji.Contoh("ktp-scan.png")), "a.png", JenisBerkas.Ktp, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_machine_too_slow_is_an_outage_and_not_the_documents_fault()
    {
        using var pemeriksa = AlatUji.Pemeriksa(new BerkasOptions { DetikTerlama = 0 });
        await Assert.ThrowsAsync<TimeoutException>(() =>
            pemeriksa.PeriksaAsync(new MemoryStream(AlatUji.Contoh("ktp-scan.png")), "a.png", JenisBerkas.Ktp, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_failing_upload_is_an_error_and_not_a_short_document()
    {
        using var pemeriksa = AlatUji.Pemeriksa();
        await Assert.ThrowsAsync<IOException>(() =>
            pemeriksa.PeriksaAsync(new AliranPutus(), "a.png", JenisBerkas.Ktp, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_kind_of_document_has_a_name() =>
        Assert.All(Enum.GetValues<JenisBerkas>(), j => Assert.NotEmpty(j.Nama()));

    private sealed class AliranPutus : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was closed.");
    }
}
