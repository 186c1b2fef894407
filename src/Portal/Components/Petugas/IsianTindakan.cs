using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Portal.Components.Bersama;
using BatasTolak = KlatenSE.Domain.Pengajuan.Tolak;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>What is typed into the form of one act. It lives as long as the form is open, whatever happens to the request meanwhile.</summary>
public sealed class IsianTindakan(Aturan aturan, IReadOnlyList<ButirPerbaikan> awal, ModeOtoritas otoritas = ModeOtoritas.Sandbox)
{
    private readonly Dictionary<BidangPermohonan, string> perbaikan = awal.ToDictionary(b => b.Bidang, b => b.Catatan);

    /// <summary>One key an opened form: a double click is one act.</summary>
    public Guid Kunci { get; } = Guid.NewGuid();

    public Aturan Aturan => aturan;
    public Tindakan Tindakan => aturan.Tindakan;
    public bool PerluAlasan => aturan.Syarat.HasFlag(Syarat.Alasan);
    public bool PerluDaftar => aturan.Syarat.HasFlag(Syarat.DaftarPerbaikan);
    public bool PilihVerifikator => Tindakan is Tindakan.TunjukVerifikator or Tindakan.GantiVerifikator;

    /// <summary>The act's name beside the office's authority.</summary>
    public string Nama => Tindakan.Nama(otoritas);

    /// <summary>The work is done on BSrE's own portal and recorded here.</summary>
    public bool Bsre => otoritas == ModeOtoritas.Bsre;

    /// <summary>BSrE sends a link with this act: when it did is recorded.</summary>
    public bool CatatWaktuLink => Bsre && Tindakan is Tindakan.TerbitkanLinkAktivasi or Tindakan.TidakSesuai or Tindakan.Setujui or Tindakan.TerbitkanUlangLink;

    /// <summary>The applicant finished something on BSrE's portal: when is recorded.</summary>
    public bool CatatWaktuSelesai => Tindakan is Tindakan.CatatAktivasi or Tindakan.CatatPassphrase;

    /// <summary>The certificate was revoked at BSrE: when is recorded.</summary>
    public bool CatatWaktuCabut => Tindakan == Tindakan.CabutSertifikat;

    /// <summary>The time to record; null where none is asked for.</summary>
    public IsianWaktu? Waktu { get; private set; }

    /// <summary>Step 8 beside BSrE: the certificate's file is there; else only BSrE's status tells of it.</summary>
    public bool DenganBerkas { get; set; } = true;

    /// <summary>Reasons of BSrE's refusal picked from the office's list.</summary>
    public HashSet<string> AlasanDipilih { get; } = [];

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
        Tindakan.TerbitkanLinkAktivasi when Bsre => "Data sudah saya masukkan di Portal BSrE, sama dengan surat permohonan, dan BSrE sudah mengirim linknya.",
        Tindakan.CatatAktivasi => "Saya sudah melihat di Portal BSrE bahwa aktivasi pemohon selesai.",
        Tindakan.CatatPassphrase => "Saya sudah melihat di Portal BSrE bahwa passphrase pemohon sudah dibuat.",
        Tindakan.TerbitkanSertifikat when !DenganBerkas => "Saya sudah melihat di Portal BSrE bahwa sertifikat pemohon sudah terbit.",
        Tindakan.KirimKeBsre => "Data sertifikat sudah saya ubah di Portal Layanan BSrE, sama dengan surat permohonan.",
        Tindakan.CabutSertifikat => "Sertifikat ini sudah saya cabut di Portal Layanan BSrE.",
        Tindakan.Tolak => "Saya mengerti: permohonan berakhir, dan pemohon harus mengajukan dari awal.",
        Tindakan.TerbitkanLinkAktivasi => "Data sudah saya masukkan di Portal Layanan BSrE, sama dengan surat permohonan.",
        _ => null,
    };

    /// <summary>What may be put on the fix-list: at step 6 what was judged there, before it data and documents of the request.</summary>
    public IReadOnlyList<BidangPermohonan> PilihanPerbaikan => Tindakan == Tindakan.TidakSesuai
        ? Permohonan.BidangVerifikasi
        : DapatDiperbaiki;

    /// <summary>What the request lets its applicant mend.</summary>
    public IReadOnlyList<BidangPermohonan> DapatDiperbaiki { get; init; } = [.. Enum.GetValues<BidangPermohonan>().Where(b => b is not (BidangPermohonan.FotoKtp or BidangPermohonan.Selfie))];

    /// <summary>Puts the present moment into the time that the act records; nothing where it would be past the link's validity.</summary>
    public IsianTindakan MulaiWaktu(LembarKerja lembar, DateTimeOffset kini)
    {
        var link = lembar.LinkTerakhir;
        Waktu = CatatWaktuLink ? new IsianWaktu(kini, [.. new[] { lembar.Permohonan.DiajukanPada, link?.TerbitPada }.OfType<DateTimeOffset>()])
            : CatatWaktuSelesai ? new IsianWaktu(link is null || kini < link.Batas ? kini : null, link is null ? [] : [link.TerbitPada])
            : CatatWaktuCabut ? new IsianWaktu(kini, [.. new[] { lembar.Permohonan.DiajukanPada }.OfType<DateTimeOffset>()])
            : null;
        return this;
    }

    public bool Dipilih(BidangPermohonan bidang) => perbaikan.ContainsKey(bidang);

    public string CatatanPerbaikan(BidangPermohonan bidang) => perbaikan.GetValueOrDefault(bidang, "");

    public void Pilih(BidangPermohonan bidang, bool ya)
    {
        if (ya) perbaikan.TryAdd(bidang, "");
        else perbaikan.Remove(bidang);
    }

    public void CatatPerbaikan(BidangPermohonan bidang, string teks) => perbaikan[bidang] = teks;

    /// <summary>What is still missing, by the id of its field; empty when the form may be sent.</summary>
    /// <param name="surelTerbukti">The applicant's proven mailbox.</param>
    /// <param name="kini">The moment of sending.</param>
    /// <param name="link">The newest link, inside whose validity a recorded activation or passphrase must lie.</param>
    public IReadOnlyList<GalatIsian> Periksa(string? surelTerbukti, DateTimeOffset kini, LinkPemohon? link = null)
    {
        var galat = new List<GalatIsian>();
        void Bila(bool salah, string id, string kalimat)
        {
            if (salah) galat.Add(new GalatIsian(id, kalimat));
        }

        Bila(Tindakan == Tindakan.Disposisikan && Instruksi.Count == 0, "form-instruksi", "Pilih paling sedikit satu instruksi disposisi.");
        Bila(PilihVerifikator && VerifikatorId is null, "form-verifikator", "Pilih verifikatornya.");
        Bila(PerluDaftar && perbaikan.Count == 0, "form-perbaikan", "Pilih paling sedikit satu data atau berkas yang harus diperbaiki.");
        var waktu = KeberatanWaktu(kini, link);
        Bila(waktu is not null, "form-waktu", waktu ?? "");
        Bila(Tindakan == Tindakan.TolakBsre && AlasanLengkap.Length == 0, "form-alasan-bsre", "Pilih alasannya, atau tuliskan sendiri.");
        Bila(AlasanLengkap.Length > BatasTeks.Alasan, "form-alasan", $"Alasan paling panjang {BatasTeks.Alasan} huruf; tulisan Anda {AlasanLengkap.Length} huruf. {(AlasanDipilih.Count > 0 ? "Kurangi pilihan atau ringkaslah." : "Ringkaslah.")}");
        Bila(PerluAlasan && Tindakan != Tindakan.TolakBsre && string.IsNullOrWhiteSpace(Alasan), "form-alasan", "Tuliskan alasannya, supaya penerima tahu apa yang terjadi.");
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
            Tindakan.CatatAktivasi => new CatatAktivasi(Waktu!.Saat!.Value),
            Tindakan.CatatPassphrase => new CatatPassphrase(Waktu!.Saat!.Value),
            Tindakan.KirimKeBsre => new KirimKeBsre(),
            Tindakan.CabutSertifikat => new CabutSertifikat(Waktu!.Saat!.Value),
            Tindakan.TerbitkanSertifikat => new TerbitkanSertifikat(null),
            Tindakan.TolakBsre => new TolakBsre(),
            Tindakan.Setujui => new Setujui(Dicentang),
            Tindakan.TidakSesuai => new TidakSesuai(),
            Tindakan.Kembalikan => new Kembalikan(),
            Tindakan.Tolak => new BatasTolak(),
            _ => throw new InvalidOperationException($"{Tindakan} has no form."),
        };
        return perintah with
        {
            Alasan = AlasanLengkap.Length == 0 ? null : AlasanLengkap,
            LinkDikirimPada = CatatWaktuLink ? Waktu?.Saat : null,
            DaftarPerbaikan = PerluDaftar ? [.. perbaikan.OrderBy(p => p.Key).Select(p => new ButirPerbaikan(p.Key, p.Value.Trim()))] : [],
        };
    }

    /// <summary>What was picked from the list, then what was written.</summary>
    private string AlasanLengkap => string.Join("; ", AlasanDipilih.Order(StringComparer.Ordinal).Append(Alasan.Trim()).Where(a => a.Length > 0));

    private string? KeberatanWaktu(DateTimeOffset kini, LinkPemohon? link) => Waktu?.Saat switch
    {
        null when Waktu is null => null,
        null => "Isi tanggal dan jamnya.",
        { } saat when saat > kini => $"Waktu tidak boleh di masa depan. Sekarang {TeksWaktu.Pendek(kini)} WIB.",
        { } saat when CatatWaktuSelesai && link is not null && saat < link.TerbitPada => $"Waktu selesai tidak boleh sebelum BSrE mengirim link, {TeksWaktu.Pendek(link.TerbitPada)} WIB.",
        { } saat when CatatWaktuSelesai && link is not null && saat >= link.Batas => $"Link berlaku sampai {TeksWaktu.Pendek(link.Batas)} WIB. Bila selesainya sesudah itu, pemohon memerlukan link baru.",
        _ => null,
    };
}
