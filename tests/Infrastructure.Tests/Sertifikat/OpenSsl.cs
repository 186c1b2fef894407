using System.Diagnostics;
using System.Text;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

/// <summary>Debian's openssl as the judge from outside, in a folder of its own.</summary>
internal sealed class OpenSsl : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("klatense-openssl-");

    public string Simpan(string nama, byte[] isi)
    {
        var jalur = Path.Combine(folder.FullName, nama);
        File.WriteAllBytes(jalur, isi);
        return jalur;
    }

    public string Simpan(string nama, string isi) => Simpan(nama, Encoding.UTF8.GetBytes(isi));

    public (int Kode, string Keluaran) Coba(string sandi, params string[] argumen)
    {
        var mulai = new ProcessStartInfo("openssl", argumen)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        mulai.Environment["SANDI"] = sandi;
        using var proses = Process.Start(mulai) ?? throw new InvalidOperationException("openssl is missing: apt-get install openssl");
        var kesalahan = proses.StandardError.ReadToEndAsync();
        var keluaran = proses.StandardOutput.ReadToEnd();
        proses.WaitForExit();
        return (proses.ExitCode, keluaran + kesalahan.GetAwaiter().GetResult());
    }

    public string Jalankan(string sandi, params string[] argumen)
    {
        var (kode, keluaran) = Coba(sandi, argumen);
        Assert.True(kode == 0, $"openssl {string.Join(' ', argumen)} → {kode}: {keluaran}");
        return keluaran;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
