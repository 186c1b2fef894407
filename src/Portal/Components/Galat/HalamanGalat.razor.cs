using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace KlatenSE.Portal.Components.Galat;

/// <summary>One page for every refused or failed request: what happened, and what to do now. Never why in technical words.</summary>
public sealed partial class HalamanGalat
{
    /// <summary>Key in <see cref="HttpContext.Items"/> under which an answer of 404, 410 or 429 leaves a sentence of its own.</summary>
    public const string KunciSaran = "galat-saran";

    /// <summary>The HTTP status that led here.</summary>
    [Parameter]
    public int Kode { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    // Only what was logged under it has a reference (PencatatGalat).
    private string? Rujukan => Http?.Features.Get<IExceptionHandlerFeature>() is null ? null : Http.TraceIdentifier;

    private (string Judul, string Saran) Isi => Kode switch
    {
        400 => ("Isian tidak dapat dibaca", "Halaman mungkin terlalu lama terbuka, atau isian memuat tanda yang tidak dapat disimpan. Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi."),
        401 => ("Anda perlu masuk", "Masuk dengan akun Anda, lalu buka halaman ini lagi."),
        403 => ("Halaman ini bukan untuk akun Anda", "Bila Anda memerlukannya, hubungi pengelola portal atau masuk dengan akun lain."),
        404 => ("Halaman tidak ditemukan", Http?.Items[KunciSaran] as string ?? "Periksa kembali alamatnya, atau mulai lagi dari beranda."),
        410 => ("Berkas sudah dihapus", Http?.Items[KunciSaran] as string ?? "Masa simpannya sudah berakhir."),
        413 => ("Berkas terlalu besar", "Kembali ke halaman sebelumnya dan pilih berkas yang lebih kecil."),
        429 => ("Terlalu banyak percobaan", Http?.Items[KunciSaran] as string ?? "Tunggu beberapa menit, lalu coba lagi."),
        503 => ("Portal sedang tidak dapat dipakai", "Tunggu beberapa menit, lalu muat ulang halaman. Data yang sudah tersimpan aman."),
        >= 500 => ("Terjadi kesalahan di portal", "Coba lagi sebentar lagi. Bila terulang, sampaikan kepada pengelola portal, dengan nomor rujukan bila tertulis di bawah ini."),
        _ => ("Permintaan tidak dapat dilayani", "Kembali ke halaman sebelumnya, lalu coba lagi."),
    };
}
