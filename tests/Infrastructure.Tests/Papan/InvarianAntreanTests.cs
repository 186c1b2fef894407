using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Papan;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Papan;

public sealed class InvarianAntreanTests(PostgresUji postgres) : IAsyncLifetime
{
    private PapanUji _uji = null!;
    private Guid _verifikator;

    public async ValueTask InitializeAsync()
    {
        _uji = await PapanUji.BuatAsync(postgres);
        foreach (var peran in (Peran[])[Peran.Kepala, Peran.Kabid, Peran.Kasi])
        {
            await _uji.Semai.OrangAsync($"Orang {peran}", peran);
        }

        _verifikator = await _uji.Semai.OrangAsync("Fajar", Peran.Verifikator);
    }

    public ValueTask DisposeAsync() => _uji.DisposeAsync();

    [Theory]
    [InlineData(ModeOtoritas.Sandbox)]
    [InlineData(ModeOtoritas.Bsre)]
    public async Task Every_stage_with_its_people_link_and_deadline_keeps_it(ModeOtoritas otoritas)
    {
        foreach (var tahap in AlurSop.Terbaru.Kolom)
        {
            await _uji.Semai.PermohonanAsync(tahap.Tahap, _uji.Pemohon, verifikator: _verifikator, verifikatorNama: "Fajar");
        }

        var hasil = await PeriksaAsync(otoritas);
        Assert.Empty(hasil.Pelanggaran);
        Assert.Equal(AlurSop.Terbaru.Kolom.Count(), hasil.Diperiksa);
    }

    [Theory]
    [InlineData(Tahap.InputDataBsre, "UPDATE permohonan SET verifikator_id = NULL", SebabInvarian.TanpaVerifikator)]
    [InlineData(Tahap.VerifikasiData, "UPDATE pengguna SET dinonaktifkan_pada = now() WHERE nama = 'Fajar'", SebabInvarian.TanpaAkun)]
    [InlineData(Tahap.VerifikasiData, "UPDATE permohonan SET kasi_id = verifikator_id", SebabInvarian.TanpaAkun)]
    [InlineData(Tahap.MenungguDisposisi, "DELETE FROM peran_pengguna WHERE peran = 'Kepala'", SebabInvarian.TanpaAkun)]
    [InlineData(Tahap.PerluPerbaikan, "UPDATE pengguna SET dinonaktifkan_pada = now() WHERE nama = 'Sekar Wulandari'", SebabInvarian.TanpaAkun)]
    [InlineData(Tahap.PenerusanKabid, "UPDATE permohonan SET batas_berikutnya = NULL", SebabInvarian.TanpaTenggat)]
    [InlineData(Tahap.Aktivasi, "UPDATE link_pemohon SET ditutup_pada = now()", SebabInvarian.TanpaLink)]
    public async Task What_fell_between_the_queues_is_named(Tahap tahap, string kerusakan, SebabInvarian sebab)
    {
        await _uji.Semai.PermohonanAsync(tahap, _uji.Pemohon, verifikator: _verifikator, verifikatorNama: "Fajar", resi: "2026-0077");
        Assert.True((await PeriksaAsync()).Utuh);
        await _uji.Semai.JalankanAsync(kerusakan);
        var pelanggaran = Assert.Single((await PeriksaAsync()).Pelanggaran);
        Assert.Equal(("2026-0077", sebab), (pelanggaran.NomorResi, pelanggaran.Sebab));
    }

    [Fact]
    public async Task Beside_BSrE_step_8_needs_the_verifikator_who_records_it()
    {
        await _uji.Semai.PermohonanAsync(Tahap.Penerbitan, _uji.Pemohon, resi: "2026-0078");
        Assert.True((await PeriksaAsync()).Utuh);
        var pelanggaran = Assert.Single((await PeriksaAsync(ModeOtoritas.Bsre)).Pelanggaran);
        Assert.Equal(("2026-0078", SebabInvarian.TanpaVerifikator), (pelanggaran.NomorResi, pelanggaran.Sebab));
    }

    [Fact]
    public async Task An_acting_officer_counts_only_while_the_grant_holds()
    {
        await _uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await _uji.Semai.JalankanAsync("DELETE FROM peran_pengguna WHERE peran = 'Kepala'");
        await _uji.Semai.JalankanAsync(
            """
            INSERT INTO mandat (id, pengguna_id, peran, jenis, nomor_surat, mulai, sampai, dibuat_oleh)
            SELECT gen_random_uuid(), id, 'Kepala', 'Plh', '800/1', now() - interval '1 h', now() + interval '1 h', id FROM pengguna WHERE nama = 'Orang Kabid'
            """);
        Assert.True((await PeriksaAsync()).Utuh);
        await _uji.Semai.JalankanAsync("UPDATE mandat SET sampai = now() - interval '1 min'");
        Assert.False((await PeriksaAsync()).Utuh);
    }

    private async Task<HasilInvarian> PeriksaAsync(ModeOtoritas otoritas = ModeOtoritas.Sandbox)
    {
        await using var connection = new NpgsqlConnection(_uji.Basis.Portal);
        await connection.OpenAsync();
        return await InvarianAntrean.PeriksaAsync(connection, otoritas);
    }
}
