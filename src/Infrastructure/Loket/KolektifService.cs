using System.Text.Json;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>A list as its maker sees it: every row judged as of this moment.</summary>
/// <param name="Daftar">The letter.</param>
/// <param name="Orang">The rows; empty once filed.</param>
/// <param name="Agenda">The agenda number of the letter, once it has one: another list may have brought it.</param>
public sealed record LembarKolektif(DaftarKolektif Daftar, IReadOnlyList<OrangDaftar> Orang, string? Agenda)
{
    public IEnumerable<TemuanDaftar> Galat => Orang.SelectMany(o => o.Galat);

    public IEnumerable<TemuanDaftar> Catatan => Orang.SelectMany(o => o.Catatan);

    public bool Bersih => Orang.Count > 0 && Orang.All(o => o.Galat.Count == 0);
}

/// <summary>
/// One letter with many people, as the counter prepares it: letter and scan first, then the rows (from a file, pasted, or typed), checked as often as
/// they change. Nothing is filed here.
/// </summary>
public sealed class KolektifService(IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan, KunciData kunciData, PemeriksaDaftar pemeriksa)
{
    private static readonly byte[] Tujuan = "daftar-kolektif"u8.ToArray();

    /// <summary>Begins a list.</summary>
    /// <param name="surat">The letter as typed.</param>
    /// <param name="asal">The unit that sent it.</param>
    /// <param name="scan">The scanned letter as the inspection took it.</param>
    /// <param name="pelaku">Who asks; the role is read from the database.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<HasilLoket> BuatAsync(DataSurat surat, string asal, HasilPeriksa.Diterima scan, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(scan);
        var atur = await pengaturan.AmbilAsync(ct);
        surat = surat.Rapikan();
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (await PencatatLoket.SebagaiLoketAsync(db, pelaku, kini, ct) is null)
        {
            return new HasilLoket.Ditolak(LoketService.BukanLoket);
        }

        if (PeriksaSurat(surat, asal, atur, kini) is { Count: > 0 } galat)
        {
            return new HasilLoket.BelumLengkap(galat);
        }

        var isi = IsiSurat.Baru(kunciData, scan, kini);
        db.Add(isi);
        var daftar = new DaftarKolektif
        {
            LoketId = pelaku.Id,
            DibuatPada = kini,
            Surat = surat,
            Asal = asal.Trim(),
            IsiSuratId = isi.Id,
            Berkas = RingkasanSurat.Dari(scan),
            Terbungkus = kunciData.Bungkus(),
        };
        db.Add(daftar);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return new HasilLoket.Tercatat(daftar.Id);
    }

    /// <summary>The list with every row judged now; null when there is none of this person.</summary>
    public async Task<LembarKolektif?> BacaAsync(Guid id, Guid loketId, CancellationToken ct = default)
    {
        var atur = await pengaturan.AmbilAsync(ct);
        await using var db = await factory.CreateDbContextAsync(ct);
        if (await db.Set<DaftarKolektif>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.LoketId == loketId, ct) is not { } daftar)
        {
            return null;
        }

        var kini = await db.WaktuKiniAsync(ct);
        var orang = daftar.DiajukanPada is null ? await pemeriksa.PeriksaAsync(db, Buka(daftar), daftar.Surat, loketId, atur, kini, ct) : [];
        var kunci = SuratMasuk.Kunci(daftar.Surat);
        var surat = await db.SuratMasuk.AsNoTracking().SingleOrDefaultAsync(s => s.KunciSurat == kunci, ct);
        return new LembarKolektif(daftar, orang, surat?.Agenda);
    }

    /// <summary>Lists of a person that are not filed yet, newest first.</summary>
    public async Task<IReadOnlyList<DaftarKolektif>> BelumDiajukanAsync(Guid loketId, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        return await db.Set<DaftarKolektif>().AsNoTracking().Where(d => d.LoketId == loketId && d.DiajukanPada == null).OrderByDescending(d => d.DibuatPada).ToListAsync(ct);
    }

    /// <summary>Puts these rows in the place of all rows.</summary>
    /// <returns>A sentence when it could not be done.</returns>
    public Task<string?> GantiAsync(Guid id, IReadOnlyList<BarisDaftar> baris, Guid loketId, CancellationToken ct = default) => UbahAsync(id, loketId, _ => baris, ct);

    /// <summary>Saves one row as typed on the page; number 0 adds one at the end.</summary>
    /// <returns>A sentence when it could not be done.</returns>
    public Task<string?> SimpanBarisAsync(Guid id, int nomor, IReadOnlyList<string> sel, Guid loketId, CancellationToken ct = default) => UbahAsync(id, loketId, ada =>
    {
        var satu = BarisDaftar.Diketik(nomor > 0 ? nomor : ada.Select(b => b.Nomor).DefaultIfEmpty(1).Max() + 1, sel);
        return nomor > 0 ? [.. ada.Select(b => b.Nomor == nomor ? satu : b)] : [.. ada, satu];
    }, ct);

    /// <summary>Takes one row out.</summary>
    /// <returns>A sentence when it could not be done.</returns>
    public Task<string?> HapusBarisAsync(Guid id, int nomor, Guid loketId, CancellationToken ct = default) =>
        UbahAsync(id, loketId, ada => [.. ada.Where(b => b.Nomor != nomor)], ct);

    /// <summary>Throws an unfinished list away.</summary>
    public async Task BuangAsync(Guid id, Guid loketId, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var surat = await db.Set<DaftarKolektif>().Where(d => d.Id == id && d.LoketId == loketId && d.DiajukanPada == null).Select(d => (Guid?)d.IsiSuratId).SingleOrDefaultAsync(ct);
        if (surat is { } isi)
        {
            await db.Set<DaftarKolektif>().Where(d => d.Id == id).ExecuteDeleteAsync(ct);
            await db.Set<IsiSurat>().Where(s => s.Id == isi).ExecuteDeleteAsync(ct);
            await transaksi.CommitAsync(ct);
        }
    }

    /// <summary>What is wrong with the letter as it stands on the page, by field.</summary>
    public async Task<IReadOnlyList<(string Bidang, string Kalimat)>> PeriksaSuratAsync(DataSurat surat, string asal, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        return PeriksaSurat(surat.Rapikan(), asal, await pengaturan.AmbilAsync(ct), await db.WaktuKiniAsync(ct));
    }

    /// <summary>What is wrong with the letter, by field.</summary>
    internal static List<(string Bidang, string Kalimat)> PeriksaSurat(DataSurat surat, string asal, PengaturanPortal atur, DateTimeOffset kini)
    {
        var bidangSurat = BidangPermohonanKata.Surat.Select(b => b.ToString()).ToHashSet();
        List<(string, string)> galat = [.. IsianLengkap.Periksa(new DataPemohon(), surat, atur, kini).Where(g => bidangSurat.Contains(g.Bidang))];
        if (!Domain.Identitas.TeksAman.Coba(asal, "Asal surat", 160, Domain.Identitas.JenisTeks.Baris, out var bersih, out var alasan))
        {
            galat.Add(("Asal", alasan));
        }
        else if (bersih.Length == 0)
        {
            galat.Add(("Asal", "Asal surat belum diisi. Isilah unit kerja yang mengirim surat."));
        }

        return galat;
    }

    /// <summary>The rows of a list in clear; none once its key was destroyed.</summary>
    internal IReadOnlyList<BarisDaftar> Buka(DaftarKolektif daftar) => daftar is { BarisTersegel: { } segel, Terbungkus: { } kunci }
        ? JsonSerializer.Deserialize<List<BarisDaftar>>(Enkripsi.Buka(kunciData.Buka(kunci), segel, [.. Tujuan, .. daftar.Id.ToByteArray()]), BasisDataServices.Json)!
        : [];

    private async Task<string?> UbahAsync(Guid id, Guid loketId, Func<IReadOnlyList<BarisDaftar>, IReadOnlyList<BarisDaftar>> ubah, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM daftar_kolektif WHERE id = {id} AND loket_id = {loketId} FOR UPDATE", ct);
        if (await db.Set<DaftarKolektif>().SingleOrDefaultAsync(d => d.Id == id && d.LoketId == loketId, ct) is not { } daftar)
        {
            return "Daftar ini tidak ada lagi. Buat daftar baru.";
        }

        if (daftar.DiajukanPada is not null)
        {
            return "Daftar ini sudah diajukan, sehingga tidak dapat diubah. Buat daftar baru untuk orang lain.";
        }

        var baris = ubah(Buka(daftar));
        if (baris.Count > PembacaDaftar.BarisTerbanyak)
        {
            return $"Satu daftar memuat paling banyak {PembacaDaftar.BarisTerbanyak} orang. Buat daftar lain untuk surat yang sama; nomor agendanya tetap satu.";
        }

        daftar.BarisTersegel = Enkripsi.Segel(
            kunciData.Buka(daftar.Terbungkus!), JsonSerializer.SerializeToUtf8Bytes(baris, BasisDataServices.Json), [.. Tujuan, .. daftar.Id.ToByteArray()]);
        daftar.Jumlah = baris.Count;
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return null;
    }
}
