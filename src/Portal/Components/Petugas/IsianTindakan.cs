using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Portal.Components.Bersama;
using BatasTolak = KlatenSE.Domain.Pengajuan.Tolak;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>What is typed into the form of one act. It lives as long as the form is open, whatever happens to the request meanwhile.</summary>
public sealed class IsianTindakan(Aturan aturan, IReadOnlyList<ButirPerbaikan> awal)
{
    private readonly Dictionary<BidangPermohonan, string> perbaikan = awal.ToDictionary(b => b.Bidang, b => b.Catatan);

    /// <summary>One key an opened form: a double click is one act.</summary>
    public Guid Kunci { get; } = Guid.NewGuid();

    public Aturan Aturan => aturan;
    public Tindakan Tindakan => aturan.Tindakan;
    public bool PerluAlasan => aturan.Syarat.HasFlag(Syarat.Alasan);
    public bool PerluDaftar => aturan.Syarat.HasFlag(Syarat.DaftarPerbaikan);
    public bool PilihVerifikator => Tindakan is Tindakan.TunjukVerifikator or Tindakan.GantiVerifikator;

    public string Alasan { get; set; } = "";
    public string Catatan { get; set; } = "";
    public HashSet<InstruksiDisposisi> Instruksi { get; } = [InstruksiDisposisi.ProsesLebihLanjut];
    public SifatSurat Sifat { get; set; } = SifatSurat.Segera;
    public Guid? VerifikatorId { get; set; }

    /// <summary>The form itself chose the verifikator with the least to do; nobody changed it yet.</summary>
    public bool Dipilihkan { get; init; }

    /// <summary>The tick that an act asks for: the end is meant, the data were entered at BSrE.</summary>
    public bool Yakin { get; set; }

    /// <summary>The fields of step 6 ticked Sesuai.</summary>
    public IReadOnlyList<BidangPermohonan> Dicentang { get; init; } = [];

    /// <summary>The sentence beside the tick; null when the act asks for none.</summary>
    public string? KataYakin => Tindakan switch
    {
        Tindakan.Tolak => "Saya mengerti: permohonan berakhir, dan pemohon harus mengajukan dari awal.",
        Tindakan.TerbitkanLinkAktivasi => "Data sudah saya masukkan di Portal Layanan BSrE, sama dengan surat permohonan.",
        _ => null,
    };

    /// <summary>What may be put on the fix-list: at step 6 what was judged there, before it data and documents of the request.</summary>
    public IReadOnlyList<BidangPermohonan> PilihanPerbaikan => Tindakan == Tindakan.TidakSesuai
        ? Permohonan.BidangVerifikasi
        : [.. Enum.GetValues<BidangPermohonan>().Where(b => b is not (BidangPermohonan.FotoKtp or BidangPermohonan.Selfie))];

    public bool Dipilih(BidangPermohonan bidang) => perbaikan.ContainsKey(bidang);

    public string CatatanPerbaikan(BidangPermohonan bidang) => perbaikan.GetValueOrDefault(bidang, "");

    public void Pilih(BidangPermohonan bidang, bool ya)
    {
        if (ya) perbaikan.TryAdd(bidang, "");
        else perbaikan.Remove(bidang);
    }

    public void CatatPerbaikan(BidangPermohonan bidang, string teks) => perbaikan[bidang] = teks;

    /// <summary>What is still missing, by the id of its field; empty when the form may be sent.</summary>
    public IReadOnlyList<GalatIsian> Periksa(string? surelTerbukti)
    {
        var galat = new List<GalatIsian>();
        void Bila(bool salah, string id, string kalimat)
        {
            if (salah) galat.Add(new GalatIsian(id, kalimat));
        }

        Bila(Tindakan == Tindakan.Disposisikan && Instruksi.Count == 0, "form-instruksi", "Pilih paling sedikit satu instruksi disposisi.");
        Bila(PilihVerifikator && VerifikatorId is null, "form-verifikator", "Pilih verifikatornya.");
        Bila(PerluDaftar && perbaikan.Count == 0, "form-perbaikan", "Pilih paling sedikit satu data atau berkas yang harus diperbaiki.");
        Bila(PerluAlasan && string.IsNullOrWhiteSpace(Alasan), "form-alasan", "Tuliskan alasannya, supaya penerima tahu apa yang terjadi.");
        Bila(KataYakin is not null && !Yakin, "form-yakin", "Centang dahulu pernyataan ini.");
        Bila(Tindakan == Tindakan.TerbitkanUlangLink && surelTerbukti is null, "form-surel", "Email akun pemohon belum terbukti aktif. Mintalah pemohon membuktikannya dahulu.");
        return galat;
    }

    /// <summary>The act to be sent through the door.</summary>
    /// <exception cref="InvalidOperationException">The act has no form: a bug.</exception>
    public Perintah Perintah(IReadOnlyList<BebanVerifikator> verifikator, string? surelTerbukti)
    {
        var dipilih = verifikator.FirstOrDefault(v => v.Id == VerifikatorId);
        Perintah perintah = Tindakan switch
        {
            Tindakan.Disposisikan => new Disposisikan(new Disposisi { Instruksi = [.. Instruksi.Order()], Sifat = Sifat, Catatan = Catatan.Trim() }),
            Tindakan.Teruskan => new Teruskan(Catatan.Trim()),
            Tindakan.TunjukVerifikator => new TunjukVerifikator(VerifikatorId ?? Guid.Empty, dipilih?.Nama ?? ""),
            Tindakan.GantiVerifikator => new GantiVerifikator(VerifikatorId ?? Guid.Empty, dipilih?.Nama ?? ""),
            Tindakan.TerbitkanLinkAktivasi => new TerbitkanLinkAktivasi(),
            Tindakan.TerbitkanUlangLink => new TerbitkanUlangLink(surelTerbukti ?? ""),
            Tindakan.Setujui => new Setujui(Dicentang),
            Tindakan.TidakSesuai => new TidakSesuai(),
            Tindakan.Kembalikan => new Kembalikan(),
            Tindakan.Tolak => new BatasTolak(),
            _ => throw new InvalidOperationException($"{Tindakan} has no form."),
        };
        return perintah with
        {
            Alasan = string.IsNullOrWhiteSpace(Alasan) ? null : Alasan.Trim(),
            DaftarPerbaikan = PerluDaftar ? [.. perbaikan.OrderBy(p => p.Key).Select(p => new ButirPerbaikan(p.Key, p.Value.Trim()))] : [],
        };
    }
}
