using KlatenSE.Domain;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;

namespace KlatenSE.Infrastructure.LayananLain;

/// <summary>A revocation as it was typed.</summary>
public sealed record IsianPencabutan
{
    /// <summary>The choice beside the office's list of reasons: the note says it all.</summary>
    public const string Lainnya = "Lainnya";

    /// <summary>The most characters of a note.</summary>
    public const int PanjangKeterangan = 200;

    /// <summary>A superior or the counter files for somebody else, with a letter.</summary>
    public bool OrangLain { get; init; }

    /// <summary>The holder's NIP, where somebody else files.</summary>
    public string Nip { get; init; } = "";

    /// <summary>The holder's name, where somebody else files: it must belong to the NIP.</summary>
    public string Nama { get; init; } = "";

    /// <summary>One of the office's reasons (setting), or <see cref="Lainnya"/>.</summary>
    public string Alasan { get; init; } = "";

    public string Keterangan { get; init; } = "";

    /// <summary>The superior's letter, where somebody else files.</summary>
    public DataSurat Surat { get; init; } = new();

    /// <summary>Reason and note in one line.</summary>
    internal string AlasanLengkap => Alasan == Lainnya ? Keterangan.Trim() : Keterangan.Trim().Length == 0 ? Alasan : $"{Alasan}: {Keterangan.Trim()}";

    /// <summary>What is wrong with the form, one sentence a field, in its order.</summary>
    internal IEnumerable<(string Bidang, string Kalimat)> Periksa(PengaturanPortal atur, DateTimeOffset kini) =>
        OrangLain ? PeriksaIsi(atur).Concat(PeriksaSurat(Surat, Nip, kini)) : PeriksaIsi(atur);

    /// <summary>What is wrong with a superior's letter.</summary>
    internal static IEnumerable<(string Bidang, string Kalimat)> PeriksaSurat(DataSurat surat, string nip, DateTimeOffset kini) =>
        DataSuratValidator.Ketat.Validate(new IsianSurat(surat, nip, Jakarta.Tanggal(kini))).Errors.DistinctBy(g => g.PropertyName).Select(g => (g.PropertyName, g.ErrorMessage));

    /// <summary>What is wrong with holder and reason.</summary>
    internal IEnumerable<(string Bidang, string Kalimat)> PeriksaIsi(PengaturanPortal atur)
    {
        if (OrangLain)
        {
            if (!Domain.Identitas.Nip.Coba(Nip, out _, out var salahNip))
            {
                yield return (nameof(Nip), salahNip!);
            }

            if (NamaOrang.Kunci(Nama).Length == 0)
            {
                yield return (nameof(Nama), "Nama pemegang sertifikat belum diisi. Isilah seperti di KTP, tanpa gelar.");
            }
        }

        if (Alasan != Lainnya && !atur.AlasanPencabutan.Contains(Alasan))
        {
            yield return (nameof(Alasan), "Pilih alasan pencabutan.");
        }

        if (Alasan == Lainnya && string.IsNullOrWhiteSpace(Keterangan))
        {
            yield return (nameof(Keterangan), "Tuliskan alasannya pada keterangan.");
        }
        else if (Keterangan.Length > PanjangKeterangan)
        {
            yield return (nameof(Keterangan), $"Keterangan paling panjang {PanjangKeterangan} huruf; tulisan Anda {Keterangan.Length} huruf. Ringkaslah.");
        }
        else if (Keterangan.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            yield return (nameof(Keterangan), TeksAman.TidakDapatDisimpan("Keterangan"));
        }
    }
}
