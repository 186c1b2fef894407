using KlatenSE.Domain.Alur;

namespace KlatenSE.Domain.Pengajuan;

/// <summary>A request for a certificate on its way through the SOP. Changed by <see cref="Lakukan"/> alone.</summary>
public sealed partial class Permohonan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Receipt number, for example "2026-0412"; null while a draft.</summary>
    public string? NomorResi { get; set; }

    /// <summary>The version of <see cref="AlurSop"/> under which the request began.</summary>
    public int VersiAlur { get; init; } = AlurSop.Terbaru.Nomor;

    public Layanan Layanan { get; init; }

    /// <summary>Who files and follows the request: the holder to be, or for a revocation also the superior or the counter.</summary>
    public Guid PemohonId { get; init; }

    /// <summary>The certificate that is renewed, changed or revoked; null for an issue.</summary>
    public Guid? SertifikatId { get; init; }

    /// <summary>The account of the certificate's holder, where somebody else files; null when the applicant is the holder.</summary>
    public Guid? PemegangId { get; init; }

    /// <summary>Why the certificate is to be revoked; null for the other services.</summary>
    public string? AlasanPencabutan { get; private set; }

    /// <summary>Who filed it at the counter; null when the applicant files alone.</summary>
    public Guid? LoketId { get; init; }

    public string? LoketNama { get; init; }

    public Tahap Tahap { get; private set; } = Tahap.Draf;

    /// <summary>When the present stage began.</summary>
    public DateTimeOffset SejakTahap { get; private set; }

    /// <summary>The next deadline: end of the standard, of the link, or of the time to mend. Set by the door for every open stage.</summary>
    public DateTimeOffset? BatasBerikutnya { get; set; }

    /// <summary>Step 8: word of success is due within 1x24 hours (SOP 7c); the second clock.</summary>
    public DateTimeOffset? BatasKabarBerhasil { get; set; }

    public DateTimeOffset DibuatPada { get; init; }
    public DateTimeOffset? DiajukanPada { get; private set; }
    public DateTimeOffset? SelesaiPada { get; private set; }

    public Guid? VerifikatorId { get; private set; }
    public string? VerifikatorNama { get; private set; }

    /// <summary>Who appointed the verifikator at step 3.</summary>
    public Guid? KasiId { get; private set; }

    /// <summary>All who worked on step 3, in any round: none of them may do step 6 (setting).</summary>
    public List<Guid> PemeriksaBerkas { get; private set; } = [];

    public Guid? SuratMasukId { get; set; }

    /// <summary>What the Kepala said of this request; null until then. Requests on one letter may be told different things.</summary>
    public DisposisiTercatat? Disposisi { get; private set; }

    public DataPemohon Data { get; private set; } = new();
    public DataSurat Surat { get; private set; } = new();

    /// <summary>From which stage the request was sent back.</summary>
    public Tahap? DikembalikanDari { get; private set; }

    /// <summary>In which stage the link expired.</summary>
    public Tahap? KedaluwarsaDari { get; private set; }

    public List<ButirPerbaikan> DaftarPerbaikan { get; private set; } = [];

    /// <summary>Fields and documents changed since the request was sent back; marked for the official.</summary>
    public List<BidangPermohonan> BidangBerubah { get; private set; } = [];

    public string? AlasanTerakhir { get; private set; }
    public List<string> Peringatan { get; private set; } = [];
    public Perbandingan? Perbandingan { get; private set; }
    public DateTimeOffset? DataDiperiksaPada { get; private set; }
    public DateTimeOffset? FotoKtpPada { get; private set; }
    public DateTimeOffset? SelfiePada { get; private set; }
    public DateTimeOffset? DataLoginDiterimaPada { get; private set; }

    public int PutaranKembali { get; private set; }
    public int PutaranTidakSesuai { get; private set; }
    public int PutaranKedaluwarsa { get; private set; }
    public int PutaranTolakBsre { get; private set; }

    /// <summary>PostgreSQL's xmin: what the user saw is what is changed, or the act is refused.</summary>
    public uint Version { get; private set; }

    /// <summary>The table that governs this request.</summary>
    public AlurSop Alur => AlurSop.Versi(Layanan, VersiAlur);

    /// <summary>What the table says of the present stage.</summary>
    public TahapSop TahapSop => Alur.Dari(Tahap);

    /// <summary>A new draft of an applicant.</summary>
    public static Permohonan Baru(Guid pemohonId, Layanan layanan, DataPemohon data, DateTimeOffset kini, Guid? sertifikatId = null) => new()
    {
        PemohonId = pemohonId,
        Layanan = layanan,
        VersiAlur = AlurSop.TerbaruUntuk(layanan).Nomor,
        SertifikatId = sertifikatId,
        Data = data,
        DibuatPada = kini,
        SejakTahap = kini,
    };

    /// <summary>A new draft of a revocation.</summary>
    /// <param name="pengajuId">Who files.</param>
    /// <param name="pemegangId">The holder's account.</param>
    /// <param name="sertifikatId">The certificate.</param>
    /// <param name="data">The holder's data as the certificate was issued on them.</param>
    /// <param name="surat">The superior's letter; empty when the holder files.</param>
    /// <param name="alasan">Why.</param>
    /// <param name="kini">The database's clock.</param>
    public static Permohonan BaruPencabutan(
        Guid pengajuId, Guid pemegangId, Guid sertifikatId, DataPemohon data, DataSurat surat, string alasan, DateTimeOffset kini) => new()
        {
            PemohonId = pengajuId,
            PemegangId = pemegangId == pengajuId ? null : pemegangId,
            Layanan = Layanan.Pencabutan,
            VersiAlur = AlurSop.TerbaruUntuk(Layanan.Pencabutan).Nomor,
            SertifikatId = sertifikatId,
            AlasanPencabutan = alasan,
            Data = data,
            Surat = surat,
            DibuatPada = kini,
            SejakTahap = kini,
        };

    /// <summary>Whether the request concerns this person's own certificate, whoever filed it.</summary>
    public bool Menyangkut(Guid? penggunaId) => penggunaId is { } id && (id == PemohonId || id == PemegangId);

    /// <summary>Reason and letter of a revocation typed anew while it is a draft.</summary>
    /// <exception cref="InvalidOperationException">It was sent already.</exception>
    public void GantiPencabutan(string alasan, DataSurat surat) => (AlasanPencabutan, Surat) = Tahap == Tahap.Draf
        ? (alasan, surat)
        : throw new InvalidOperationException($"Pencabutan {Id} sudah dikirim.");

    /// <summary>The documents that must be there before sending: those of SOP step 1; for a revocation only the letter of whoever files for the holder.</summary>
    public IReadOnlyList<JenisBerkas> BerkasWajib => (Layanan, PemegangId) switch
    {
        (Layanan.Pencabutan, null) => [],
        (Layanan.Pencabutan, _) => [JenisBerkas.SuratRekomendasi],
        _ => BerkasSop.WajibSaatAjukan,
    };

    /// <summary>What the counter begins for an applicant; <see cref="AjukanLoket"/> follows in the same transaction.</summary>
    public static Permohonan BaruDiLoket(Guid pemohonId, Layanan layanan, DataPemohon data, DataSurat surat, Pelaku loket, DateTimeOffset kini) => new()
    {
        PemohonId = pemohonId,
        LoketId = loket.Id,
        LoketNama = loket.Nama,
        Layanan = layanan,
        VersiAlur = AlurSop.TerbaruUntuk(layanan).Nomor,
        Data = data,
        Surat = surat,
        DibuatPada = kini,
        SejakTahap = kini,
    };

    /// <summary>The fields and documents that may be put on a fix-list: of a revocation the letter alone, since its data are the certificate's.</summary>
    public IReadOnlyList<BidangPermohonan> BidangDapatDiperbaiki => Layanan == Layanan.Pencabutan
        ? [.. BerkasWajib.Select(b => b.Bidang())]
        : [.. Enum.GetValues<BidangPermohonan>().Where(b => b is not (BidangPermohonan.FotoKtp or BidangPermohonan.Selfie))];

    /// <summary>Whether a field or document may be changed now: all in a draft, just those of the fix-list afterwards.</summary>
    public bool BolehDiubah(BidangPermohonan bidang) => Tahap switch
    {
        Tahap.Draf => true,
        // The letter was received on paper, has its number, and may carry others too.
        Tahap.MenungguKonfirmasi => !BidangPermohonanKata.Surat.Contains(bidang),
        // The applicant's letter states the data: with them it may be made anew.
        Tahap.PerluPerbaikan => DaftarPerbaikan.Exists(b => b.Bidang == bidang || (bidang == BidangPermohonan.BerkasSuratPermohonan && !BidangPermohonanKata.Berkas.Contains(b.Bidang))),
        _ => false,
    };
}
