using System.Text.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>The history row that people see and the audit row that nobody changes, both in the act's transaction.</summary>
internal static class CatatanTindakan
{
    public static void Tulis(Terjadi t, byte[]? kunci)
    {
        var (k, p) = (t.Kejadian, t.Permohonan);
        // A draft is its owner's own: saving it is no event of the SOP.
        if (k.Dari != Tahap.Draf || k.Ke != Tahap.Draf)
        {
            t.Db.Add(new Riwayat
            {
                PermohonanId = p.Id,
                Tindakan = k.Tindakan,
                Dari = k.Dari,
                Ke = k.Ke,
                PelakuId = t.Pelaku.Id,
                PelakuNama = t.Pelaku.Nama,
                Peran = k.Peran.Peran,
                Sebagai = k.Peran.Sebagai,
                NomorSuratMandat = k.Peran.NomorSurat,
                Pada = t.Saat.Kini,
                Alasan = k.Alasan,
                DaftarPerbaikan = k.DaftarPerbaikan,
                BidangBerubah = [.. k.Perubahan.Select(u => u.Bidang)],
                Rincian = Rincian(t),
            });
        }

        t.Db.Add(new CatatanAudit
        {
            Pada = t.Saat.Kini,
            Jenis = JenisAudit.Tindakan,
            Tindakan = k.Tindakan,
            PermohonanId = p.Id,
            PelakuId = t.Pelaku.Id,
            PelakuNama = t.Pelaku.Nama,
            Peran = k.Peran.Peran,
            Sebagai = k.Peran.Sebagai,
            Dari = k.Dari,
            Ke = k.Ke,
            Alasan = k.Alasan,
            Alamat = t.Minta.Pelaku?.Alamat,
            Rincian = Rincian(t),
            PerubahanTersegel = Segel(t, kunci),
        });
    }

    private static byte[]? Segel(Terjadi t, byte[]? kunci)
    {
        object? isi = t.Perintah switch
        {
            CatatPerbandingan c => c.Isi,
            _ when t.Kejadian.Perubahan.Count > 0 => t.Kejadian.Perubahan,
            _ => null,
        };
        return isi is null || kunci is null
            ? null
            : Enkripsi.Segel(kunci, JsonSerializer.SerializeToUtf8Bytes(isi, isi.GetType(), BasisDataServices.Json), t.Permohonan.Id.ToByteArray());
    }

    private static string? Rincian(Terjadi t) => t.Perintah switch
    {
        Disposisikan d => string.Join("; ", d.Isi.Instruksi.Select(i => i.Nama()).Append(d.Isi.Catatan).Where(s => s.Length > 0)),
        Teruskan { Catatan.Length: > 0 } n => n.Catatan,
        TunjukVerifikator v => v.VerifikatorNama,
        GantiVerifikator v => v.VerifikatorNama,
        UnggahBerkas u => u.Jenis.Bidang().Nama(),
        // Beside BSrE: the time that was recorded, which is not the time of recording.
        { LinkDikirimPada: { } kirim } => $"dikirim BSrE {TeksWaktu.Pendek(kirim)} WIB",
        CatatAktivasi c => $"selesai {TeksWaktu.Pendek(c.Pada)} WIB",
        CatatPassphrase c => $"selesai {TeksWaktu.Pendek(c.Pada)} WIB",
        TerbitkanSertifikat { Sertifikat: BerkasSertifikat b } => $"nomor seri {b.Serial}",
        TerbitkanSertifikat { Sertifikat: null } => "menurut status di BSrE",
        _ => null,
    };
}
