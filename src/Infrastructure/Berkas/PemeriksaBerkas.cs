using KlatenSE.Domain.Pengajuan;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>
/// Inspects an upload and makes of it what may be kept: SOP step 1 (letters, KTP in colour) and step 5d (KTP photo, selfie).
/// What is wrong with a document is said at once, not weeks later. Singleton.
/// </summary>
public sealed class PemeriksaBerkas : IDisposable
{
    private readonly BerkasOptions batas;
    private readonly PemeriksaGambar gambar;
    private readonly PemeriksaPdf pdf;
    private readonly SemaphoreSlim giliran;

    public PemeriksaBerkas(IOptions<BerkasOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        batas = options.Value;
        var alat = new AlatBerkas(options);
        gambar = new PemeriksaGambar(alat, options);
        pdf = new PemeriksaPdf(alat, gambar, options);
        giliran = new SemaphoreSlim(batas.PemeriksaanSerentak ?? Math.Clamp(Environment.ProcessorCount, 1, 4));
    }

    /// <summary>Makes sure at start-up that the tools are there.</summary>
    /// <exception cref="InvalidOperationException">Some are missing; the message names the command that installs them.</exception>
    public static void PastikanAlat()
    {
        if (AlatBerkas.YangKurang() is { Count: > 0 } kurang)
        {
            throw new InvalidOperationException(
                $"Alat pemeriksa berkas belum terpasang: {string.Join(", ", kurang)}. Pasang dengan: {AlatBerkas.PerintahPasang}");
        }
    }

    /// <summary>Reads no more of the stream than the limit allows, inspects it, and says what may be kept or why not.</summary>
    /// <param name="aliran">The upload; read from where it stands, not closed.</param>
    /// <param name="namaAsli">The name that the browser claims; never used on disk.</param>
    /// <param name="jenis">What the document is meant to be.</param>
    /// <param name="ct">Ends the inspection and its processes.</param>
    /// <exception cref="TimeoutException">The machine is too busy; the document itself may be fine.</exception>
    /// <exception cref="InvalidOperationException">A tool is missing.</exception>
    public async Task<HasilPeriksa> PeriksaAsync(Stream aliran, string? namaAsli, JenisBerkas jenis, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(aliran);
        var isi = await BacaAsync(aliran, ct);
        if (isi is null)
        {
            return Tolak.TerlaluBesar(batas.UkuranTerbesar);
        }

        if (isi.Length == 0)
        {
            return Tolak.Kosong();
        }

        if (PengenalTipe.Kenali(isi) is not { } tipe)
        {
            return Tolak.TipeTidakDiterima(jenis);
        }

        return tipe == TipeBerkas.Pdf && jenis.HanyaFoto()
            ? Tolak.HarusFoto(NamaBerkas.MengakuGambar(namaAsli))
            : await PeriksaIsiAsync(isi, tipe, namaAsli, jenis, ct);
    }

    /// <inheritdoc/>
    public void Dispose() => giliran.Dispose();

    private async Task<HasilPeriksa> PeriksaIsiAsync(byte[] isi, TipeBerkas tipe, string? nama, JenisBerkas jenis, CancellationToken ct)
    {
        await giliran.WaitAsync(ct);
        try
        {
            // Only this account can enter it; TMPDIR says where.
            var direktori = Directory.CreateTempSubdirectory("klatense-berkas-").FullName;
            try
            {
                return tipe == TipeBerkas.Pdf
                    ? await pdf.PeriksaAsync(direktori, isi, nama, jenis, ct)
                    : await gambar.PeriksaAsync(direktori, isi, tipe, nama, jenis, ct);
            }
            finally
            {
                Directory.Delete(direktori, recursive: true);
            }
        }
        finally
        {
            giliran.Release();
        }
    }

    /// <summary>The whole stream, or null when it is larger than the limit.</summary>
    private async Task<byte[]?> BacaAsync(Stream aliran, CancellationToken ct)
    {
        using var isi = new MemoryStream();
        var penyangga = new byte[81920];
        int n;
        while ((n = await aliran.ReadAsync(penyangga, ct)) > 0)
        {
            if (isi.Length + n > batas.UkuranTerbesar)
            {
                return null;
            }

            isi.Write(penyangga, 0, n);
        }

        return isi.ToArray();
    }
}
