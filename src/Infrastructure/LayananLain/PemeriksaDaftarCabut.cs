using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.LayananLain;

/// <summary>Judges the rows of a list of revocations by the rules of a single one: each alone, all against each other, and against the register.</summary>
internal static class PemeriksaDaftarCabut
{
    private const int Nip = 0;
    private const int Nama = 1;
    private const int Alasan = 2;
    private const int Keterangan = 3;

    /// <summary>All rows in their order, with two queries whatever their number.</summary>
    public static async Task<IReadOnlyList<BarisCabut>> PeriksaAsync(
        KlatenDb db, IReadOnlyList<BarisDaftar> baris, DataSurat surat, Guid pengajuId, PengaturanPortal atur, DateTimeOffset kini, CancellationToken ct)
    {
        var isian = baris.Select(b => Isian(b, atur)).ToList();
        var milik = await MilikAsync(db, isian, kini, ct);
        var terbuka = await TerbukaAsync(db, [.. milik.SelectMany(m => m)], pengajuId, ct);
        Dictionary<string, int> pertama = [];
        return [.. baris.Select((b, i) =>
        {
            var (satu, galat) = (isian[i], b.Galat.ToList());
            // One sentence a cell: what the reading found comes first.
            void Salah(int kolom, string kalimat)
            {
                var tempat = b.Tempat(kolom);
                if (!galat.Exists(g => g.Tempat == tempat))
                {
                    galat.Add(new(b.Nomor, tempat, BentukDaftar.Pencabutan.Kolom[kolom].Bidang, kalimat));
                }
            }

            foreach (var (bidang, kalimat) in satu.PeriksaIsi(atur))
            {
                switch (bidang)
                {
                    case nameof(IsianPencabutan.Nip): Salah(Nip, kalimat); break;
                    case nameof(IsianPencabutan.Nama): Salah(Nama, kalimat); break;
                    case nameof(IsianPencabutan.Alasan): Salah(Alasan, KalimatAlasan(satu.Alasan, atur)); break;
                    default: Salah(Keterangan, kalimat); break;
                }
            }

            var temuan = galat.Exists(g => g.Bidang is BidangPermohonan.Nip or BidangPermohonan.Nama)
                ? null
                : milik[satu.Nip].FirstOrDefault(m => NamaOrang.Sama(m.Data.Nama, NamaOrang.TanpaGelar(satu.Nama)));
            if (satu.Nip.Length > 0 && !pertama.TryAdd(satu.Nip, b.Nomor))
            {
                Salah(Nip, $"NIP ini sama dengan NIP pada baris {pertama[satu.Nip]}. Hapus salah satu, atau perbaiki yang keliru.");
            }
            else if (temuan is null)
            {
                if (!galat.Exists(g => g.Bidang is BidangPermohonan.Nip or BidangPermohonan.Nama))
                {
                    Salah(Nip, PencabutanService.TidakCocok);
                }
            }
            else if (temuan.Sertifikat.PemohonId == pengajuId)
            {
                Salah(Nip, "Itu sertifikat Anda sendiri. Hapus dari daftar, lalu buka “Sertifikat saya” untuk mencabutnya tanpa surat atasan.");
            }
            else if (satu.Nip == surat.AtasanNip)
            {
                Salah(Nip, "NIP ini sama dengan NIP Anda pada surat. Periksa keduanya.");
            }
            else if (terbuka.Find(t => t.SertifikatId == temuan.Sertifikat.Id || t.Nik == temuan.Data.Nik) is { } lain)
            {
                Salah(Nip, lain switch
                {
                    { Sendiri: false } => "Pencabutan sertifikat ini sudah diajukan orang lain dan sedang diproses. Hapus dari daftar.",
                    { Draf: true } => "Anda sudah memulai pencabutan sertifikat ini dan belum mengirimnya. Kirim atau batalkan dari “Permohonan saya”, lalu hapus dari daftar atau ajukan lagi.",
                    _ => $"Pencabutan sertifikat ini sudah diajukan (nomor resi {lain.Resi}) dan sedang diproses. Hapus dari daftar.",
                });
            }

            return new BarisCabut(b.Nomor, satu.Nip, satu.Nama, satu.AlasanLengkap, galat, b.Catatan)
            {
                Sertifikat = temuan?.Sertifikat,
                Data = temuan?.Data ?? new(),
            };
        })];
    }

    /// <summary>Whether somebody tries pairs of name and NIP.</summary>
    public static int TidakCocok(IReadOnlyList<BarisCabut> baris) => baris.Count(b => b.Galat.Any(g => g.Kalimat == PencabutanService.TidakCocok));

    private static IsianPencabutan Isian(BarisDaftar b, PengaturanPortal atur) => new()
    {
        OrangLain = true,
        Nip = PencabutanService.NomorRapi(b.Sel[Nip]),
        Nama = b.Sel[Nama].Trim(),
        Alasan = Kenali(b.Sel[Alasan].Trim(), [.. atur.AlasanPencabutan, IsianPencabutan.Lainnya]),
        Keterangan = string.Join(' ', b.Sel[Keterangan].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
    };

    /// <summary>A reason is understood in any case of letters, and by its first words when only one begins so: "mutasi".</summary>
    private static string Kenali(string alasan, IReadOnlyList<string> pilihan) =>
        pilihan.FirstOrDefault(p => string.Equals(p, alasan, StringComparison.OrdinalIgnoreCase))
        ?? (alasan.Length > 0 && pilihan.Where(p => p.StartsWith(alasan + " ", StringComparison.OrdinalIgnoreCase)).ToList() is [var satu] ? satu : alasan);

    private static string KalimatAlasan(string alasan, PengaturanPortal atur) =>
        $"{(alasan.Length == 0 ? "Alasan belum diisi." : "Alasan itu tidak ada dalam daftar.")} Isilah salah satu: {string.Join("; ", atur.AlasanPencabutan)}; atau {IsianPencabutan.Lainnya} dengan keterangan.";

    private static async Task<ILookup<string, Milik>> MilikAsync(KlatenDb db, List<IsianPencabutan> isian, DateTimeOffset kini, CancellationToken ct)
    {
        var nip = isian.Select(s => s.Nip).Where(n => n.Length > 0).Distinct().ToList();
        var calon = await PencabutanService.Berlaku(db, kini).Join(db.Permohonan.AsNoTracking(), s => s.PermohonanId, p => p.Id, (s, p) => new { s, p })
            .Where(x => nip.Contains(x.p.Data.Nip)).OrderByDescending(x => x.s.BerlakuSampai).Select(x => new { x.s, x.p.Data }).ToListAsync(ct);
        return calon.ToLookup(c => c.Data.Nip, c => new Milik(c.s, c.Data));
    }

    private static async Task<List<Terbuka>> TerbukaAsync(KlatenDb db, List<Milik> milik, Guid pengajuId, CancellationToken ct)
    {
        var (sertifikat, nik) = (milik.ConvertAll(m => m.Sertifikat.Id), milik.ConvertAll(m => m.Data.Nik));
        return await db.Permohonan.AsNoTracking()
            .Where(p => p.Layanan == Layanan.Pencabutan && p.SelesaiPada == null && (p.Tahap != Tahap.Draf || p.PemohonId == pengajuId)
                && (sertifikat.Contains(p.SertifikatId!.Value) || nik.Contains(p.Data.Nik)))
            .OrderBy(p => p.Tahap == Tahap.Draf ? 1 : 0)
            .Select(p => new Terbuka(p.SertifikatId, p.Data.Nik, p.PemohonId == pengajuId, p.Tahap == Tahap.Draf, p.NomorResi)).ToListAsync(ct);
    }

    private sealed record Milik(SertifikatTerbit Sertifikat, DataPemohon Data);

    private sealed record Terbuka(Guid? SertifikatId, string Nik, bool Sendiri, bool Draf, string? Resi);
}
