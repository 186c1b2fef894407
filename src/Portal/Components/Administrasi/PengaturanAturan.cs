using System.Globalization;
using FluentValidation;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Akun;

namespace KlatenSE.Portal.Components.Administrasi;

/// <summary>Rules of the settings' form.</summary>
internal sealed class PengaturanAturan : AbstractValidator<PengaturanIsian>
{
    public PengaturanAturan()
    {
        RuleFor(i => i.NamaInstansi).NotEmpty().WithMessage("Isi nama instansi.").TeksAman("Nama instansi", 160, JenisTeks.Baris);
        RuleFor(i => i.AlamatInstansi).TeksAman("Alamat", 300, JenisTeks.Baris);
        RuleFor(i => i.TeleponInstansi).TeksAman("Nomor telepon", 40, JenisTeks.Baris);
        RuleFor(i => i.JabatanKepala).NotEmpty().WithMessage("Isi nama jabatan Kepala.").TeksAman("Nama jabatan", 160, JenisTeks.Baris);
        RuleFor(i => i.JabatanKabid).NotEmpty().WithMessage("Isi nama jabatan Kabid.").TeksAman("Nama jabatan", 160, JenisTeks.Baris);
        RuleFor(i => i.JabatanKasi).NotEmpty().WithMessage("Isi nama jabatan Kasi.").TeksAman("Nama jabatan", 160, JenisTeks.Baris);
        RuleFor(i => i.DomainSurel).Must(d => Domain(d) is { Count: > 0 and <= 50 } semua && semua.All(Sah))
            .WithMessage("Tulis domain yang berakhiran go.id, dipisahkan koma, misalnya klatenkab.go.id.");
        RuleFor(i => i.AlamatBsre).Must(Https).WithMessage("Tulis alamat lengkap yang diawali https://, misalnya https://portal-bsre.bssn.go.id.").TeksAman("Alamat Portal BSrE", 200, JenisTeks.Baris);
        RuleFor(i => i.AlasanTolakBsre).Must(a => Baris(a) is { Count: > 0 and <= 30 } baris && baris.All(b => b.Length <= 200))
            .WithMessage("Tulis 1 sampai 30 alasan, satu alasan satu baris, paling panjang 200 huruf.");
        RuleFor(i => i.AlasanPencabutan).Must(a => Baris(a) is { Count: > 0 and <= 30 } baris && baris.All(b => b.Length <= 90))
            .WithMessage("Tulis 1 sampai 30 alasan, satu alasan satu baris, paling panjang 90 huruf.");
        RuleFor(i => i.BulanBerlaku).Must(Antara(1, 120)).WithMessage("Isi angka dari 1 sampai 120.");
        RuleFor(i => i.HariTawarPerpanjangan).Must(Antara(1, 365)).WithMessage("Isi angka dari 1 sampai 365.");
        RuleFor(i => i.BatasPutaran).Must(Antara(1, 20)).WithMessage("Isi angka dari 1 sampai 20.");
        RuleFor(i => i.HariDraf).Must(Antara(1, 365)).WithMessage("Isi angka dari 1 sampai 365.");
        RuleFor(i => i.HariPerbaikan).Must(Antara(1, 60)).WithMessage("Isi angka dari 1 sampai 60.");
        RuleFor(i => i.HariKonfirmasi).Must(Antara(1, 30)).WithMessage("Isi angka dari 1 sampai 30.");
        RuleFor(i => i.HariRetensiFoto).Must(Antara(1, 3650)).WithMessage("Isi angka dari 1 sampai 3650.");
        RuleFor(i => i.TahunRetensiSurat).Must(Antara(1, 50)).WithMessage("Isi angka dari 1 sampai 50.");
    }

    /// <summary>The domains of a comma-separated line, in small letters.</summary>
    internal static IReadOnlyList<string> Domain(string? isi) =>
        [.. (isi ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(d => d.TrimStart('@', '.').ToLowerInvariant()).Distinct()];

    /// <summary>The lines that hold something, each once.</summary>
    internal static IReadOnlyList<string> Baris(string? isi) =>
        [.. (isi ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    // An address without a path of secrets: applicants are led there, so nothing but https will do, except to what stands in for BSrE on this machine.
    private static bool Https(string? alamat) =>
        Uri.TryCreate(alamat?.Trim(), UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && ((uri.Scheme == Uri.UriSchemeHttps && uri.Host.Contains('.', StringComparison.Ordinal)) || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool Sah(string domain) =>
        domain.Length <= 200 && (domain == "go.id" || domain.EndsWith(".go.id", StringComparison.Ordinal)) && domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static Func<string?, bool> Antara(int dari, int sampai) =>
        isi => int.TryParse(isi, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= dari && n <= sampai;
}
