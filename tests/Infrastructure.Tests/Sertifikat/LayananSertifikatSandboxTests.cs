using System.Text;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KlatenSE.Infrastructure.Tests.Sertifikat.ContohSertifikat;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

/// <summary>One database for the class; each test brings a person of its own, so that none finds another's certificate.</summary>
public sealed class LayananSertifikatSandboxTests(LingkunganSertifikat sandbox) : IClassFixture<LingkunganSertifikat>
{
    private static int nomor = 1000;

    [Fact]
    public async Task The_download_opens_in_openssl_and_its_certificate_verifies_to_the_root()
    {
        var permintaan = Orang();
        await sandbox.JalaniAsync(permintaan);
        var berkas = Assert.IsType<HasilUnduhan.Berkas>(await sandbox.UnduhAsync(permintaan.PermohonanId));

        using var openSsl = new OpenSsl();
        var p12 = openSsl.Simpan(berkas.NamaBerkas, berkas.Isi);
        var pem = openSsl.Simpan("s.pem", openSsl.Jalankan(Sandi, "pkcs12", "-in", p12, "-passin", "env:SANDI", "-nokeys", "-clcerts"));
        var ca = openSsl.Simpan("akar.pem", await sandbox.Layanan.AkarSertifikatPemAsync(default));
        var saat = Kini.AddDays(1).ToUnixTimeSeconds().ToString();
        Assert.Contains("OK", openSsl.Jalankan("", "verify", "-x509_strict", "-attime", saat, "-CAfile", ca, pem));
        Assert.Matches("^sertifikat-[0-9a-f]{8}\\.p12$", berkas.NamaBerkas);
    }

    [Fact]
    public async Task The_register_holds_what_openssl_reads_from_the_certificate()
    {
        var terbit = Assert.IsType<HasilPenerbitan.Terbit>(await sandbox.JalaniAsync(Orang())).Sertifikat;
        using var openSsl = new OpenSsl();
        var der = openSsl.Simpan("s.der", terbit.Der);
        Assert.Contains($"serial={terbit.Serial}", openSsl.Jalankan("", "x509", "-inform", "DER", "-in", der, "-noout", "-serial"));
        Assert.Contains("SANDBOX", terbit.Subjek);
        Assert.Contains("SANDBOX", terbit.Penerbit);
        Assert.Equal((Kini, Kini.AddMonths(24), StatusSertifikat.Aktif), (terbit.BerlakuDari, terbit.BerlakuSampai, terbit.Status));
    }

    [Fact]
    public async Task A_wrong_passphrase_is_refused_with_a_sentence()
    {
        var permintaan = Orang();
        await sandbox.JalaniAsync(permintaan);
        var ditolak = Assert.IsType<HasilUnduhan.Ditolak>(await sandbox.UnduhAsync(permintaan.PermohonanId, "rahasia dapur 2027"));
        Assert.True(ditolak.PassphraseSalah);
        Assert.StartsWith("Passphrase tidak cocok. Ketik lagi", ditolak.Kalimat);
    }

    [Fact]
    public async Task Before_issue_there_is_nothing_to_download()
    {
        var permintaan = Orang();
        await sandbox.BuatKunciAsync(permintaan.PermohonanId);
        var ditolak = Assert.IsType<HasilUnduhan.Ditolak>(await sandbox.UnduhAsync(permintaan.PermohonanId));
        Assert.False(ditolak.PassphraseSalah);
        Assert.Contains("belum dapat diunduh", ditolak.Kalimat);
    }

    [Fact]
    public async Task A_mismatch_is_refused_with_the_fields_named_and_nothing_enters_the_register()
    {
        var permintaan = Orang().DenganNamaKtpLain();
        permintaan = permintaan with { Perbandingan = permintaan.Perbandingan with { KtpNik = "3399015507900009" } };
        var ditolak = Assert.IsType<HasilPenerbitan.Ditolak>(await sandbox.JalaniAsync(permintaan));
        Assert.Equal(
            "Nama (tanpa gelar) pada KTP tidak sama dengan data yang didaftarkan. NIK pada KTP tidak sama dengan data yang didaftarkan.", ditolak.Alasan);
        await using var db = sandbox.CreateDbContext();
        Assert.False(await db.Set<SertifikatTerbit>().AnyAsync(s => s.PermohonanId == permintaan.PermohonanId));
    }

    [Fact]
    public async Task A_refusal_destroys_the_key()
    {
        var permintaan = Orang().DenganNamaKtpLain();
        await sandbox.JalaniAsync(permintaan);
        var kunci = await sandbox.KunciAsync(permintaan.PermohonanId);
        Assert.NotNull(kunci);
        Assert.Null(kunci.Pkcs8Terenkripsi);
        Assert.Null(kunci.Csr);
        Assert.Equal(Kini, kunci.DihancurkanPada);
    }

    [Fact]
    public async Task Destroyed_twice_a_key_keeps_the_first_moment()
    {
        var id = Guid.NewGuid();
        await sandbox.BuatKunciAsync(id);
        await sandbox.HancurkanAsync(id, Kini.AddHours(1));
        await sandbox.HancurkanAsync(id, Kini.AddHours(2));
        Assert.Equal((null, Kini.AddHours(1)), await sandbox.KunciAsync(id) is { } k ? (k.Pkcs8Terenkripsi, k.DihancurkanPada) : default);
    }

    [Fact]
    public async Task Where_no_key_is_nothing_is_destroyed()
    {
        var id = Guid.NewGuid();
        await sandbox.HancurkanAsync(id, Kini);
        Assert.Null(await sandbox.KunciAsync(id));
    }

    [Fact]
    public async Task After_a_refusal_a_new_key_leads_to_a_certificate()
    {
        var permintaan = Orang();
        await sandbox.JalaniAsync(permintaan.DenganNamaKtpLain());
        Assert.IsType<HasilPenerbitan.Terbit>(await sandbox.JalaniAsync(permintaan));
        Assert.IsType<HasilUnduhan.Berkas>(await sandbox.UnduhAsync(permintaan.PermohonanId));
    }

    [Fact]
    public async Task Issued_twice_it_is_one_certificate()
    {
        var permintaan = Orang();
        var pertama = Assert.IsType<HasilPenerbitan.Terbit>(await sandbox.JalaniAsync(permintaan));
        var kedua = Assert.IsType<HasilPenerbitan.Terbit>(await sandbox.TerbitkanAsync(permintaan));
        Assert.Equal(pertama.Sertifikat.Serial, kedua.Sertifikat.Serial);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_issued() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.TerbitkanAsync(Orang()));

    [Fact]
    public async Task What_the_caller_does_not_save_did_not_happen()
    {
        var permintaan = Orang();
        await sandbox.BuatKunciAsync(permintaan.PermohonanId);
        await using (var db = sandbox.CreateDbContext())
        {
            Assert.IsType<HasilPenerbitan.Terbit>(await sandbox.Layanan.TerbitkanAsync(db, permintaan, Kini, default));
        }
        await using var lain = sandbox.CreateDbContext();
        Assert.False(await lain.Set<SertifikatTerbit>().AnyAsync(s => s.PermohonanId == permintaan.PermohonanId));
    }

    [Fact]
    public async Task Who_holds_a_valid_certificate_is_told_at_registration()
    {
        var permintaan = Orang();
        Assert.IsType<HasilPenerbitan.Terbit>(await sandbox.JalaniAsync(permintaan));
        var sudah = Assert.IsType<HasilPendaftaran.SudahBersertifikat>(await sandbox.DaftarkanAsync(permintaan.Data));
        Assert.Contains("sudah memegang sertifikat elektronik", sudah.Kalimat);
    }

    [Fact]
    public async Task Ones_own_request_does_not_bar_itself()
    {
        var permintaan = Orang();
        await sandbox.JalaniAsync(permintaan);
        await using var db = sandbox.CreateDbContext();
        Assert.IsType<HasilPendaftaran.Terdaftar>(
            await sandbox.Layanan.DaftarkanAsync(db, new Pendaftaran(permintaan.PermohonanId, permintaan.Data), Kini, default));
    }

    [Fact]
    public async Task A_certificate_asked_for_with_one_context_can_be_entered_with_another()
    {
        var permintaan = Orang();
        await sandbox.BuatKunciAsync(permintaan.PermohonanId);
        HasilPenerbitan hasil;
        await using (var db = sandbox.CreateDbContext())
        {
            hasil = await sandbox.Layanan.TerbitkanAsync(db, permintaan, Kini, default);
        }
        await using (var pintu = sandbox.CreateDbContext())
        {
            pintu.Add(Assert.IsType<HasilPenerbitan.Terbit>(hasil).Sertifikat);
            await pintu.SaveChangesAsync();
        }
        Assert.IsType<HasilUnduhan.Berkas>(await sandbox.UnduhAsync(permintaan.PermohonanId));
    }

    [Fact]
    public async Task Who_holds_a_valid_certificate_is_refused_a_second_one()
    {
        var permintaan = Orang();
        await sandbox.JalaniAsync(permintaan);
        var ditolak = Assert.IsType<HasilPenerbitan.Ditolak>(await sandbox.JalaniAsync(Permintaan(permintaan.Data.Nik)));
        Assert.Contains("sudah memegang sertifikat elektronik", ditolak.Alasan);
    }

    [Fact]
    public async Task A_certificate_that_has_run_out_bars_no_one()
    {
        var permintaan = Orang();
        await sandbox.JalaniAsync(permintaan);
        var akhir = Kini.AddMonths(24);
        Assert.IsType<HasilPendaftaran.SudahBersertifikat>(await sandbox.DaftarkanAsync(permintaan.Data, akhir.AddSeconds(-1)));
        Assert.IsType<HasilPendaftaran.Terdaftar>(await sandbox.DaftarkanAsync(permintaan.Data, akhir));
    }

    [Fact]
    public async Task A_revoked_certificate_bars_no_one()
    {
        var permintaan = Orang();
        await sandbox.JalaniAsync(permintaan);
        await using var db = sandbox.CreateDbContext();
        (await db.Set<SertifikatTerbit>().SingleAsync(s => s.PermohonanId == permintaan.PermohonanId)).Cabut("Pensiun", Kini);
        await db.SaveChangesAsync();
        Assert.IsType<HasilPendaftaran.Terdaftar>(await sandbox.DaftarkanAsync(permintaan.Data));
    }

    [Fact]
    public async Task Neither_passphrase_nor_NIK_is_in_the_database_or_in_a_log()
    {
        var permintaan = Orang();
        await sandbox.JalaniAsync(permintaan);
        await sandbox.UnduhAsync(permintaan.PermohonanId);
        await sandbox.UnduhAsync(permintaan.PermohonanId, "rahasia dapur 2027");
        var isi = await IsiBasisDataAsync() + string.Join('\n', sandbox.Log);

        Assert.Contains(Hex(Encoding.UTF8, "Sekar Wulandari"), isi);
        Assert.Contains("INSERT INTO", isi);
        foreach (var rahasia in (string[])[Sandi, "rahasia dapur 2027", permintaan.Data.Nik])
        {
            Assert.DoesNotContain(rahasia, isi);
            Assert.DoesNotContain(Hex(Encoding.UTF8, rahasia), isi, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Hex(Encoding.BigEndianUnicode, rahasia), isi, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Hex(Encoding.Unicode, rahasia), isi, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static PermintaanPenerbitan Orang() => Permintaan($"339901550790{Interlocked.Increment(ref nomor)}");

    private static string Hex(Encoding encoding, string teks) => Convert.ToHexStringLower(encoding.GetBytes(teks));

    /// <summary>Every row of every table as text, bytea in hexadecimal.</summary>
    private Task<string?> IsiBasisDataAsync() => sandbox.BasisData.NilaiAsync<string>(
        """
        SELECT string_agg(query_to_xml(format('SELECT t::text FROM %I.%I t', schemaname, tablename), true, true, '')::text, '')
        FROM pg_tables WHERE schemaname = 'public'
        """);
}
