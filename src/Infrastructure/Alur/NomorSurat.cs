using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>Receipt and agenda numbers, when the letter is received (at sending, or at the counter): per year, no gaps, no doubles, since they are taken under one lock and commit with the act.</summary>
internal static class NomorSurat
{
    private const string Agenda = "agenda";
    private const string Resi = "resi";
    private const string Giliran = "giliran";

    public static async Task BeriAsync(KlatenDb db, Permohonan permohonan, bool pertama, DateTimeOffset kini, CancellationToken ct)
    {
        var tahun = Jakarta.Tanggal(kini).Year;
        // One lock for all sends, also at the turn of a year: whoever holds it sees every letter that is already in the book.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO penomoran (jenis, tahun, terakhir) VALUES ({Giliran}, 0, 0) ON CONFLICT (jenis, tahun) DO UPDATE SET terakhir = penomoran.terakhir", ct);
        if (pertama)
        {
            permohonan.NomorResi = $"{tahun}-{await BerikutAsync(db, Resi, tahun, ct):0000}";
        }

        if (permohonan.Surat.Nomor.Length == 0)
        {
            // A holder asks for the revocation without a letter: there is nothing to enter in the book.
            return;
        }

        var kunci = SuratMasuk.Kunci(permohonan.Surat);
        var sama = await db.SuratMasuk.SingleOrDefaultAsync(s => s.KunciSurat == kunci, ct);
        var sendiri = permohonan.SuratMasukId is { } lama && !await db.Permohonan.AnyAsync(p => p.SuratMasukId == lama && p.Id != permohonan.Id, ct);
        if (sama is not null)
        {
            if (sendiri && sama.Id != permohonan.SuratMasukId)
            {
                // Entered twice under two spellings: the book keeps both numbers, and says where the letter goes on.
                var kembar = await db.SuratMasuk.SingleAsync(s => s.Id == permohonan.SuratMasukId, ct);
                kembar.Keterangan = $"Surat yang sama dengan nomor agenda {sama.Agenda}.";
            }

            permohonan.SuratMasukId = sama.Id;
            return;
        }

        if (sendiri)
        {
            // A letter of this request alone was mended: it keeps its agenda number.
            var surat = await db.SuratMasuk.SingleAsync(s => s.Id == permohonan.SuratMasukId, ct);
            (surat.Surat, surat.KunciSurat, surat.Asal) = (permohonan.Surat, kunci, permohonan.Data.UnitKerja);
            return;
        }

        var baru = new SuratMasuk
        {
            TahunAgenda = tahun,
            NomorAgenda = await BerikutAsync(db, Agenda, tahun, ct),
            DiterimaPada = kini,
            Asal = permohonan.Data.UnitKerja,
            Perihal = $"Permohonan {permohonan.Layanan.Perihal()}",
            Surat = permohonan.Surat,
            KunciSurat = kunci,
        };
        db.Add(baru);
        permohonan.SuratMasukId = baru.Id;
    }

    private static async Task<int> BerikutAsync(KlatenDb db, string jenis, int tahun, CancellationToken ct) =>
        await db.Database.SqlQuery<int>($"SELECT nomor_berikut({jenis}, {tahun}) AS \"Value\"").SingleAsync(ct);
}
