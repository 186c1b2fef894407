using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Xunit;

namespace KlatenSE.Domain.Tests.Alur;

/// <summary>Renewal, change of data and revocation: what their short tables share with the SOP's, and what they do not.</summary>
public sealed class LayananLainTests
{
    private static readonly Guid Pemegang = Guid.Parse("55555555-0000-0000-0000-000000000000");
    private static readonly DateTimeOffset Kini = new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_renewal_goes_by_the_table_of_the_issue() =>
        Assert.Same(AlurSop.Terbaru, AlurSop.TerbaruUntuk(Layanan.Perpanjangan));

    [Fact]
    public void The_short_tables_use_stages_of_the_board_with_the_same_names_and_clocks() =>
        Assert.All(AlurSop.SemuaTabel.SelectMany(t => t.Alur.SemuaTahap), t => Assert.Equal(AlurSop.TerbaruDari(t.Tahap), t));

    [Theory]
    [InlineData(Layanan.PerubahanData, "VerifikasiBerkas InputDataBsre Penerbitan Selesai")]
    [InlineData(Layanan.Pencabutan, "VerifikasiBerkas InputDataBsre Selesai")]
    public void A_request_travels_its_own_short_way(Layanan layanan, string jalan)
    {
        var perkara = Perkara.Di(Tahap.Draf, layanan: layanan);
        List<Tahap> dilalui = [];
        foreach (var tahap in jalan.Split(' ').Select(Enum.Parse<Tahap>))
        {
            perkara.Maju(tahap);
            dilalui.Add(perkara.Terakhir!.Ke);
        }

        Assert.Equal(jalan, string.Join(' ', dilalui));
        Assert.NotNull(perkara.Permohonan.SelesaiPada);
    }

    [Theory]
    [InlineData(Layanan.PerubahanData)]
    [InlineData(Layanan.Pencabutan)]
    public void What_was_sent_back_comes_to_the_Kasi_again(Layanan layanan)
    {
        var perkara = Perkara.Di(Tahap.InputDataBsre, layanan: layanan);
        perkara.Wajib(Peran.Verifikator, perkara.Perintah(Tindakan.Kembalikan));
        perkara.Siapkan();
        perkara.Wajib(Peran.Pemohon, perkara.Perintah(Tindakan.Ajukan));
        Assert.Equal(Tahap.VerifikasiBerkas, perkara.Permohonan.Tahap);
    }

    [Fact]
    public void A_change_of_data_is_compared_with_letter_and_KTP_before_a_verifikator_is_appointed()
    {
        var perkara = Perkara.Di(Tahap.Draf, layanan: Layanan.PerubahanData);
        perkara.Wajib(Peran.Pemohon, perkara.Perintah(Tindakan.Ajukan));
        Assert.Contains("cocokkan", Assert.IsType<Penolakan>(perkara.Lakukan(perkara.Perintah(Tindakan.TunjukVerifikator), Perkara.Orang(Peran.Kasi))).Kalimat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "masa depan")]
    [InlineData(-60, "sebelum permohonan dikirim")]
    public void A_revocation_is_recorded_with_a_time_between_the_request_and_now(int menit, string kalimat)
    {
        var perkara = Perkara.Di(Tahap.InputDataBsre, layanan: Layanan.Pencabutan);
        var hasil = perkara.Lakukan(new CabutSertifikat(perkara.Kini.AddMinutes(menit)), Perkara.Orang(Peran.Verifikator));
        Assert.Contains(kalimat, Assert.IsType<Penolakan>(hasil).Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_superior_files_with_a_letter_and_the_holder_without()
    {
        Assert.Equal([JenisBerkas.SuratRekomendasi], OlehAtasan().BerkasWajib);
        Assert.Empty(OlehPemegang().BerkasWajib);
    }

    [Fact]
    public void A_holders_revocation_cannot_be_sent_back_and_a_superiors_only_for_its_letter()
    {
        var sendiri = OlehPemegang();
        Assert.IsType<Kejadian>(sendiri.Lakukan(new Ajukan([], []), Perkara.Orang(Peran.Pemohon), Konteks()));
        Assert.DoesNotContain(sendiri.YangBoleh(Perkara.Orang(Peran.Kasi), new()), a => a.Tindakan == Tindakan.Kembalikan);

        var perkara = Perkara.Di(Tahap.VerifikasiBerkas, layanan: Layanan.Pencabutan);
        var nama = new Kembalikan { Alasan = "Nama keliru.", DaftarPerbaikan = [new(BidangPermohonan.Nama, "")] };
        Assert.Contains("tidak dapat diperbaiki", Assert.IsType<Penolakan>(perkara.Lakukan(nama, Perkara.Orang(Peran.Kasi))).Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public void The_holder_processes_no_revocation_of_the_own_certificate_that_a_superior_filed()
    {
        var permohonan = OlehAtasan();
        Assert.IsType<Kejadian>(permohonan.Lakukan(new Ajukan(permohonan.BerkasWajib, []), Perkara.Orang(Peran.Pemohon), Konteks()));
        var kasi = new Pelaku(Pemegang, "Kasi", [new(Peran.Kasi)]);
        Assert.Contains("sendiri", Assert.IsType<Penolakan>(permohonan.Lakukan(new Tolak { Alasan = "Tidak perlu." }, kasi, Konteks())).Kalimat, StringComparison.Ordinal);
        Assert.IsType<Penolakan>(permohonan.Lakukan(new TunjukVerifikator(Pemegang, "Pemegang"), Perkara.Orang(Peran.Kasi), Konteks()));
        Assert.IsType<Kejadian>(permohonan.Lakukan(new TunjukVerifikator(Perkara.VerifikatorId, "Verifikator"), Perkara.Orang(Peran.Kasi), Konteks()));
    }

    private static Permohonan OlehPemegang() => Permohonan.BaruPencabutan(
        Perkara.PemohonId, Perkara.PemohonId, Guid.NewGuid(), new DataPemohon { Nama = "Bagus Santosa" }, new DataSurat(), "Pensiun", Kini);

    private static Permohonan OlehAtasan() => Permohonan.BaruPencabutan(
        Perkara.PemohonId, Pemegang, Guid.NewGuid(), new DataPemohon { Nama = "Bagus Santosa" }, new DataSurat { Nomor = "800/1" }, "Mutasi", Kini);

    private static KonteksTindakan Konteks() => new(Kini, null, new PengaturanSop());
}
