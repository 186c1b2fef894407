using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;

namespace KlatenSE.Portal.Pengajuan;

/// <summary>Makes the "Surat Permohonan" from the data, as the act that keeps it among the documents (SOP step 1).</summary>
public sealed class PembuatSurat(PemeriksaBerkas pemeriksa, PengaturanService pengaturan, TimeProvider waktu)
{
    /// <summary>The letter as it stands for these data today.</summary>
    public async ValueTask<SuratPermohonan> SuratAsync(Layanan layanan, DataPemohon data, DataSurat surat, CancellationToken ct) =>
        new(data, surat, (await pengaturan.AmbilAsync(ct)).NamaInstansi, Jakarta.Tanggal(waktu.GetUtcNow()), layanan);

    /// <summary>The act that stores the letter; it passes the same inspection as an upload.</summary>
    /// <exception cref="InvalidOperationException">The inspection refuses the portal's own letter: a bug.</exception>
    public async Task<UnggahBerkas> BuatAsync(Layanan layanan, DataPemohon data, DataSurat surat, CancellationToken ct)
    {
        var naskah = await SuratAsync(layanan, data, surat, ct);
        using var pdf = new MemoryStream(naskah.Pdf());
        return await pemeriksa.PeriksaAsync(pdf, naskah.NamaBerkas, JenisBerkas.SuratPermohonan, ct) is HasilPeriksa.Diterima diterima
            ? new UnggahBerkas(JenisBerkas.SuratPermohonan, diterima)
            : throw new InvalidOperationException("Surat permohonan buatan portal tidak lolos pemeriksaan berkas.");
    }
}
