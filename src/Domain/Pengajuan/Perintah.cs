using KlatenSE.Domain.Alur;

namespace KlatenSE.Domain.Pengajuan;

/// <summary>An act with what it carries. The only way to change a request.</summary>
public abstract record Perintah(Tindakan Tindakan)
{
    /// <summary>The reason in words, where the act takes one.</summary>
    public string? Alasan { get; init; }

    /// <summary>What is to be mended, where the act takes a fix-list.</summary>
    public IReadOnlyList<ButirPerbaikan> DaftarPerbaikan { get; init; } = [];

    /// <summary>When BSrE sent the link that this act brings about, as the verifikator records it; null: now.</summary>
    public DateTimeOffset? LinkDikirimPada { get; init; }

    /// <summary>Content may be personal or secret: never print it.</summary>
    public sealed override string ToString() => Tindakan.ToString();
}

/// <summary>Saves the data of a draft or of a request that was sent back; in the latter only the fields of the fix-list.</summary>
public sealed record SimpanData(DataPemohon Data, DataSurat Surat) : Perintah(Tindakan.SimpanData);

/// <summary>A document was taken in and checked; <paramref name="Masukan"/> is what the door stores in the same transaction.</summary>
public sealed record UnggahBerkas(JenisBerkas Jenis, object Masukan) : Perintah(Tindakan.UnggahBerkas);

/// <summary>Sends the request to the office (SOP step 1).</summary>
/// <param name="BerkasLengkap">The kinds of documents that are there.</param>
/// <param name="Peringatan">Warnings that stay attached (NIK against NIP).</param>
public sealed record Ajukan(IReadOnlyList<JenisBerkas> BerkasLengkap, IReadOnlyList<string> Peringatan) : Perintah(Tindakan.Ajukan)
{
    /// <summary>The applicant's proven mailbox at this moment, filled in by the door.</summary>
    public string? SurelTerbukti { get; init; }
}

/// <summary>The counter files for somebody who brought paper (SOP step 1); the letter is received, the person confirms.</summary>
/// <param name="BerkasLengkap">The kinds of documents that were scanned.</param>
/// <param name="Peringatan">Warnings that stay attached (NIK against NIP).</param>
public sealed record AjukanLoket(IReadOnlyList<JenisBerkas> BerkasLengkap, IReadOnlyList<string> Peringatan) : Perintah(Tindakan.AjukanLoket);

/// <summary>The applicant says that what the counter filed is right: it goes to the office. Needs what <see cref="Ajukan"/> needs.</summary>
public sealed record Konfirmasi() : Perintah(Tindakan.Konfirmasi)
{
    /// <summary>The kinds of documents that are there, filled in by the door.</summary>
    public IReadOnlyList<JenisBerkas> BerkasLengkap { get; init; } = [];

    /// <summary>Warnings that stay attached, filled in by the door.</summary>
    public IReadOnlyList<string> Peringatan { get; init; } = [];

    /// <summary>The applicant's proven mailbox at this moment, filled in by the door.</summary>
    public string? SurelTerbukti { get; init; }
}

/// <summary>The mail with the link to the confirmation goes out once more; older links are dead.</summary>
public sealed record KirimUlangKonfirmasi() : Perintah(Tindakan.KirimUlangKonfirmasi);

/// <summary>The Kepala's disposition.</summary>
public sealed record Disposisikan(Disposisi Isi) : Perintah(Tindakan.Disposisikan);

/// <summary>The Kabid passes the request on to the Kasi (SOP step 2).</summary>
public sealed record Teruskan(string Catatan = "") : Perintah(Tindakan.Teruskan);

/// <summary>The Kasi records what letter and KTP say (SOP step 3).</summary>
public sealed record CatatPerbandingan(Perbandingan Isi) : Perintah(Tindakan.CatatPerbandingan);

/// <summary>The Kasi appoints the verifikator (SOP step 3).</summary>
public sealed record TunjukVerifikator(Guid VerifikatorId, string VerifikatorNama) : Perintah(Tindakan.TunjukVerifikator);

/// <summary>The data stand in BSrE's portal; the activation link goes out (SOP step 4).</summary>
public sealed record TerbitkanLinkAktivasi() : Perintah(Tindakan.TerbitkanLinkAktivasi);

/// <summary>The applicant opens the mailed link (SOP 5b, 7a).</summary>
/// <param name="HashToken">SHA-256 of the token from the mail.</param>
public sealed record BukaLink(byte[] HashToken) : Perintah(Tindakan.BukaLink);

/// <summary>The applicant checks the own data and corrects what is wrong (SOP 5c).</summary>
public sealed record PeriksaData(DataPemohon Data) : Perintah(Tindakan.PeriksaData)
{
    /// <summary>Warnings that stay attached (NIK against NIP), filled in by the door; null leaves those of before.</summary>
    public IReadOnlyList<string>? Peringatan { get; init; }
}

/// <summary>The photo of the KTP (SOP 5d).</summary>
public sealed record UnggahFotoKtp(object Masukan) : Perintah(Tindakan.UnggahFotoKtp);

/// <summary>The selfie, after the KTP (SOP 5d).</summary>
public sealed record UnggahSelfie(object Masukan) : Perintah(Tindakan.UnggahSelfie);

/// <summary>Activation is done (SOP 5e).</summary>
public sealed record SelesaikanAktivasi() : Perintah(Tindakan.SelesaikanAktivasi);

/// <summary>The activation was done on BSrE's portal (SOP 5e there).</summary>
/// <param name="Pada">The proven time: inside the validity of the activation link.</param>
public sealed record CatatAktivasi(DateTimeOffset Pada) : Perintah(Tindakan.CatatAktivasi);

/// <summary>The data match; every field was ticked (SOP 6b, Sesuai).</summary>
public sealed record Setujui(IReadOnlyList<BidangPermohonan> Dicentang) : Perintah(Tindakan.Setujui);

/// <summary>The data do not match: back to step 5 with a new link (SOP 6b, Tidak sesuai).</summary>
public sealed record TidakSesuai() : Perintah(Tindakan.TidakSesuai);

/// <summary>The passphrase was set with the authority; only the sealed key material comes along (SOP 7a).</summary>
/// <param name="KunciTersegel">What the authority stores in the same transaction; never the passphrase.</param>
/// <param name="DataLoginDiterima">The applicant ticked that the login data for BSrE's portal arrived.</param>
public sealed record BuatPassphrase(object KunciTersegel, bool DataLoginDiterima) : Perintah(Tindakan.BuatPassphrase);

/// <summary>The passphrase was set on BSrE's portal (SOP 7a there); the passphrase itself is never told.</summary>
/// <param name="Pada">The proven time: inside the validity of the passphrase link.</param>
public sealed record CatatPassphrase(DateTimeOffset Pada) : Perintah(Tindakan.CatatPassphrase);

/// <summary>The changed data stand in BSrE's portal (perubahan data).</summary>
public sealed record KirimKeBsre() : Perintah(Tindakan.KirimKeBsre);

/// <summary>The certificate was revoked on BSrE's portal (pencabutan).</summary>
/// <param name="Pada">When it was revoked: never in the future, never before the request.</param>
public sealed record CabutSertifikat(DateTimeOffset Pada) : Perintah(Tindakan.CabutSertifikat);

/// <summary>BSrE issued the certificate (SOP step 8).</summary>
/// <param name="Sertifikat">What the register stores in the same transaction; null when beside BSrE only its status is known.</param>
public sealed record TerbitkanSertifikat(object? Sertifikat) : Perintah(Tindakan.TerbitkanSertifikat);

/// <summary>BSrE refused; back to step 3 with its reason.</summary>
public sealed record TolakBsre() : Perintah(Tindakan.TolakBsre);

/// <summary>A link's 24 hours are over.</summary>
public sealed record Kedaluwarsakan() : Perintah(Tindakan.Kedaluwarsakan);

/// <summary>A new link; the old one is dead.</summary>
/// <param name="SurelTerbukti">The applicant's proven mailbox at this moment.</param>
public sealed record TerbitkanUlangLink(string SurelTerbukti) : Perintah(Tindakan.TerbitkanUlangLink);

/// <summary>The Kasi appoints another verifikator.</summary>
public sealed record GantiVerifikator(Guid VerifikatorId, string VerifikatorNama) : Perintah(Tindakan.GantiVerifikator);

/// <summary>The applicant tells that the mail did not arrive; the verifikator gets a work item.</summary>
public sealed record LaporkanLinkBelumDiterima() : Perintah(Tindakan.LaporkanLinkBelumDiterima);

/// <summary>Step 8 is past one of its two clocks; the verifikator gets a work item.</summary>
public sealed record TandaiLewatBatas() : Perintah(Tindakan.TandaiLewatBatas);

/// <summary>Back to the applicant with a fix-list.</summary>
public sealed record Kembalikan() : Perintah(Tindakan.Kembalikan);

/// <summary>The end: refused for good.</summary>
public sealed record Tolak() : Perintah(Tindakan.Tolak);

/// <summary>The end: the applicant withdraws, or the time for sending or mending ran out.</summary>
public sealed record Batalkan() : Perintah(Tindakan.Batalkan);
