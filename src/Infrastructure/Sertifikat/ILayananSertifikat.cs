using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>
/// What the portal asks of the certificate authority. Two sides: the sandbox inside the process, and BSrE's own portal.
/// Members that take a <see cref="KlatenDb"/> work inside its transaction and leave SaveChanges to the caller, so that
/// key or certificate and the request's new state commit together.
/// </summary>
public interface ILayananSertifikat
{
    ModeOtoritas Mode { get; }

    /// <summary>
    /// Step 4: may this person be registered? Someone whose certificate is still valid may not, unless it is the one that is to be renewed.
    /// Writes nothing.
    /// </summary>
    Task<HasilPendaftaran> DaftarkanAsync(KlatenDb db, Pendaftaran pendaftaran, DateTimeOffset kini, CancellationToken ct);

    /// <summary>Step 7: makes a key, sealed under the passphrase, and its CSR. Takes some 0.2 s of processor: call it before the transaction.</summary>
    /// <exception cref="ArgumentException">The passphrase does not meet the rule: ask <see cref="Passphrase.Kekurangan()"/> first.</exception>
    BahanKunci SiapkanKunci(string nama, Passphrase passphrase);

    /// <summary>Step 7: keeps what <see cref="SiapkanKunci"/> made; a former key of the same request is gone with it.</summary>
    Task SimpanKunciAsync(KlatenDb db, Guid permohonanId, BahanKunci bahan, DateTimeOffset kini, CancellationToken ct);

    /// <summary>
    /// Step 8: compares letter, KTP and registered data; refuses (and destroys the key) or issues and enters the register.
    /// Asked again for the same request it answers with the certificate that is there. Who only wants to know which act to do may ask with a
    /// context that is not saved, and add the certificate, or destroy the key, in the transaction of that act.
    /// </summary>
    /// <exception cref="InvalidOperationException">The request has no key: it never passed step 7.</exception>
    Task<HasilPenerbitan> TerbitkanAsync(KlatenDb db, PermintaanPenerbitan permintaan, DateTimeOffset kini, CancellationToken ct);

    /// <summary>
    /// Step 8 beside BSrE: enters in the register what BSrE issued. <paramref name="berkas"/>: the certificate as uploaded; null when only BSrE's
    /// status tells it, to be completed later.
    /// </summary>
    /// <exception cref="InvalidOperationException">In the sandbox, which issues itself.</exception>
    Task<SertifikatTerbit> CatatTerbitAsync(KlatenDb db, PermintaanPenerbitan permintaan, BerkasSertifikat? berkas, DateTimeOffset kini, CancellationToken ct);

    /// <summary>A refusal destroys the key. Without a key it does nothing.</summary>
    Task HancurkanKunciAsync(KlatenDb db, Guid permohonanId, DateTimeOffset kini, CancellationToken ct);

    /// <summary>Seals key, certificate and root under the same passphrase. Whether the asker owns the request is the caller's to check, and to count wrong passphrases.</summary>
    Task<HasilUnduhan> UnduhPkcs12Async(KlatenDb db, Guid permohonanId, Passphrase passphrase, CancellationToken ct);

    /// <summary>The root certificate as PEM (ASCII), to be trusted by whoever tries out.</summary>
    Task<byte[]> AkarSertifikatPemAsync(CancellationToken ct);
}
