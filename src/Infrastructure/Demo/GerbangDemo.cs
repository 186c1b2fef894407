using System.Net;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>Keeps the demo and real use apart: a database is one or the other for good, and the demo listens on loopback only.</summary>
public static class GerbangDemo
{
    /// <summary>Key of the marker row in table pengaturan.</summary>
    internal const string Kunci = "demo";

    internal const string Mengisi = "\"mengisi\"";
    internal const string Selesai = "\"selesai\"";

    /// <summary>Whether configuration asks for the demo.</summary>
    public static bool Diminta(IConfiguration konfigurasi) => konfigurasi.GetValue("Portal:Demo", false);

    /// <summary>Why the portal must not start like this: one Indonesian sentence or two; null when it may. Needs a migrated database.</summary>
    public static async Task<string?> KeberatanAsync(IConfiguration konfigurasi, CancellationToken ct = default)
    {
        var demo = Diminta(konfigurasi);
        await using var sambungan = new NpgsqlConnection(konfigurasi.GetConnectionString("Portal"));
        await sambungan.OpenAsync(ct);
        await using var tanya = new NpgsqlCommand(
            $"SELECT EXISTS (SELECT FROM pengaturan WHERE kunci = '{Kunci}'), EXISTS (SELECT FROM permohonan) OR EXISTS (SELECT FROM pengguna)", sambungan);
        await using var baris = await tanya.ExecuteReaderAsync(ct);
        await baris.ReadAsync(ct);
        return (demo, Bertanda: baris.GetBoolean(0), Berisi: baris.GetBoolean(1)) switch
        {
            (false, true, _) => "Basis data ini berisi peragaan: orang dan permohonannya rekaan. Pakai basis data lain untuk pemakaian sungguhan, atau jalankan dengan --demo.",
            (true, false, true) => "Basis data ini berisi akun atau permohonan sungguhan, sehingga peragaan tidak dijalankan di atasnya. Pakai basis data lain yang kosong untuk peragaan.",
            (true, _, _) => KeberatanAlamat(konfigurasi),
            (false, false, _) => null,
        };
    }

    /// <summary>Why the addresses are not for a demo; null when all of them are loopback.</summary>
    public static string? KeberatanAlamat(IConfiguration konfigurasi)
    {
        var alamat = (konfigurasi["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(konfigurasi.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? "")).ToList();
        // Ports alone mean every address of the machine.
        var portSaja = alamat.Count == 0 && (konfigurasi["http_ports"] is { Length: > 0 } || konfigurasi["https_ports"] is { Length: > 0 });
        return portSaja || alamat.Exists(a => !Loopback(a))
            ? "Peragaan hanya boleh dibuka dari komputer ini. Atur ASPNETCORE_URLS ke http://127.0.0.1:PORT, lalu jalankan lagi."
            : null;
    }

    private static bool Loopback(string alamat)
    {
        var tuan = alamat.Split("://", 2)[^1].Split('/', 2)[0];
        if (tuan is "unix:")
        {
            return true;
        }

        var akhir = tuan.LastIndexOf(':');
        var nama = (akhir > tuan.LastIndexOf(']') ? tuan[..akhir] : tuan).Trim('[', ']');
        return string.Equals(nama, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(nama, out var ip) && IPAddress.IsLoopback(ip));
    }
}
