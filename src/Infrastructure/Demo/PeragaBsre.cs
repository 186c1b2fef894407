using System.Net.Http.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>
/// The demo beside the stand-in for BSrE, which remembers nothing of an earlier start: it is told where each person of the demo stands, and mails
/// the links that people of steps 5 and 7 wait for.
/// </summary>
internal static class PeragaBsre
{
    /// <summary>Points the portal to the stand-in and brings its people there.</summary>
    /// <exception cref="HttpRequestException">The stand-in does not answer, or refuses a person of the demo.</exception>
    public static async Task SiapkanAsync(KlatenDb db, Uri alamat, CancellationToken ct)
    {
        await PengaturanService.TulisAsync(
            db, await PengaturanService.BacaAsync(db, ct) with { AlamatBsre = alamat.ToString().TrimEnd('/') }, null, await db.WaktuKiniAsync(ct), ct);
        await db.SaveChangesAsync(ct);

        using var http = new HttpClient { BaseAddress = alamat };
        // One that outlived the portal begins anew too.
        await KirimAsync(http, "/kendali/ulang", new { }, ct);
        foreach (var p in await db.Permohonan.AsNoTracking().Where(p => p.Layanan == Layanan.Penerbitan).OrderBy(p => p.DibuatPada).ToListAsync(ct))
        {
            if (Keadaan(p) is not { } keadaan)
            {
                continue;
            }

            var d = p.Data;
            await KirimAsync(http, "/kendali/orang", new { d.Nama, d.Nik, d.Nip, d.Surel, d.Ponsel, d.Jabatan, d.UnitKerja, d.Kota, d.Provinsi, keadaan }, ct);
            if (p.Tahap is Tahap.Aktivasi or Tahap.Passphrase)
            {
                await KirimAsync(http, $"/kendali/orang/{d.Nik}/kirim-ulang", new { }, ct);
            }
        }
    }

    /// <summary>The stand-in's word for where a request stands; null for whom BSrE does not know yet, or no more.</summary>
    private static string? Keadaan(Permohonan p) => p.Tahap switch
    {
        Tahap.Aktivasi => "MenungguAktivasi",
        Tahap.VerifikasiData => "MenungguVerifikasi",
        Tahap.Passphrase => "MenungguPassphrase",
        Tahap.LinkKedaluwarsa => p.KedaluwarsaDari == Tahap.Passphrase ? "MenungguPassphrase" : "MenungguAktivasi",
        Tahap.Penerbitan => "Diproses",
        Tahap.Selesai => "Terbit",
        Tahap.Draf or Tahap.MenungguKonfirmasi or Tahap.MenungguDisposisi or Tahap.PenerusanKabid or Tahap.VerifikasiBerkas or Tahap.InputDataBsre => null,
        Tahap.PerluPerbaikan or Tahap.Ditolak or Tahap.Dibatalkan => null,
    };

    // NIK in an address is the stand-in's way, which knows made-up people only.
    private static async Task KirimAsync(HttpClient http, string jalur, object isi, CancellationToken ct)
    {
        using var jawaban = await http.PostAsJsonAsync(jalur, isi, ct);
        if (!jawaban.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"Peraga BSrE menolak ({(int)jawaban.StatusCode}): {await jawaban.Content.ReadAsStringAsync(ct)}");
        }
    }
}
