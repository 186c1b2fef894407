using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Xunit;

namespace KlatenSE.Domain.Tests.Alur;

/// <summary>What the counter files, and what its applicant makes of it.</summary>
public sealed class LoketTests
{
    private static readonly Pelaku Loket = Perkara.Orang(Peran.PetugasLoket);

    [Fact]
    public void The_counter_cannot_send_a_draft_that_an_applicant_began()
    {
        var draf = Permohonan.Baru(Perkara.PemohonId, Layanan.Penerbitan, new DataPemohon(), DateTimeOffset.UnixEpoch);
        var hasil = draf.Lakukan(new AjukanLoket([JenisBerkas.SuratRekomendasi], []), Loket, new KonteksTindakan(DateTimeOffset.UnixEpoch, null, new()));
        Assert.Contains("milik pemohon sendiri", Assert.IsType<Penolakan>(hasil).Kalimat, StringComparison.Ordinal);
        Assert.Equal(Tahap.Draf, draf.Tahap);
    }

    [Fact]
    public void Nothing_is_filed_without_the_scanned_letter()
    {
        var perkara = Perkara.Di(Tahap.Draf);
        Assert.IsType<Penolakan>(perkara.Lakukan(new AjukanLoket([JenisBerkas.Ktp], []), Loket));
    }

    [Fact]
    public void Nobody_files_at_the_counter_for_oneself()
    {
        var diri = new Pelaku(Perkara.PemohonId, "Petugas loket", [new(Peran.PetugasLoket), new(Peran.Pemohon)]);
        var perkara = Perkara.Di(Tahap.Draf);
        Assert.Contains("permohonan Anda sendiri", Assert.IsType<Penolakan>(perkara.Lakukan(perkara.Perintah(Tindakan.AjukanLoket), diri)).Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public void Confirming_needs_every_document_and_counts_as_the_sending()
    {
        var perkara = Perkara.Di(Tahap.MenungguKonfirmasi);
        Assert.Null(perkara.Permohonan.DiajukanPada);
        Assert.Contains("KTP", Assert.IsType<Penolakan>(perkara.Lakukan(
            new Konfirmasi { BerkasLengkap = [JenisBerkas.SuratPermohonan, JenisBerkas.SuratRekomendasi] }, Perkara.Orang(Peran.Pemohon))).Kalimat, StringComparison.Ordinal);
        perkara.Wajib(Peran.Pemohon, perkara.Perintah(Tindakan.Konfirmasi));
        Assert.Equal((Tahap.MenungguDisposisi, perkara.Kini), (perkara.Permohonan.Tahap, perkara.Permohonan.DiajukanPada));
    }

    [Theory]
    [InlineData(Tindakan.Konfirmasi, Peran.Pemohon)]
    [InlineData(Tindakan.SimpanData, Peran.Pemohon)]
    [InlineData(Tindakan.UnggahBerkas, Peran.Pemohon)]
    [InlineData(Tindakan.KirimUlangKonfirmasi, Peran.PetugasLoket)]
    public void At_the_deadline_it_is_over_job_or_no_job(Tindakan tindakan, Peran peran)
    {
        var perkara = Perkara.Di(Tahap.MenungguKonfirmasi);
        perkara.Kini = perkara.Permohonan.BatasBerikutnya!.Value;
        Assert.Contains("sudah lewat", Assert.IsType<Penolakan>(perkara.Lakukan(perkara.Perintah(tindakan), Perkara.Orang(peran))).Kalimat, StringComparison.Ordinal);
        perkara.Kini = perkara.Kini.AddTicks(-1);
        Assert.IsType<Kejadian>(perkara.Lakukan(perkara.Perintah(tindakan), Perkara.Orang(peran)));
    }

    [Theory]
    [InlineData(BidangPermohonan.Nama, true)]
    [InlineData(BidangPermohonan.BerkasKtp, true)]
    [InlineData(BidangPermohonan.BerkasSuratPermohonan, true)]
    [InlineData(BidangPermohonan.NomorSurat, false)]
    [InlineData(BidangPermohonan.BerkasSuratRekomendasi, false)]
    public void The_person_corrects_the_own_data_and_not_the_letter_that_was_received(BidangPermohonan bidang, bool boleh) =>
        Assert.Equal(boleh, Perkara.Di(Tahap.MenungguKonfirmasi).Permohonan.BolehDiubah(bidang));

    [Theory]
    [InlineData(Peran.Pemohon)]
    [InlineData(Peran.PetugasLoket)]
    public void Ending_it_needs_a_reason(Peran peran)
    {
        var perkara = Perkara.Di(Tahap.MenungguKonfirmasi);
        Assert.IsType<Penolakan>(perkara.Lakukan(new Batalkan(), Perkara.Orang(peran)));
        perkara.Wajib(peran, new Batalkan { Alasan = "Bukan permohonan saya." });
        Assert.Equal((Tahap.Dibatalkan, "Bukan permohonan saya."), (perkara.Permohonan.Tahap, perkara.Permohonan.AlasanTerakhir));
    }

    [Fact]
    public void Only_who_filed_it_sees_the_scanned_card_and_only_until_it_is_confirmed()
    {
        var perkara = Perkara.Di(Tahap.MenungguKonfirmasi);
        var pencatat = new Pelaku(perkara.Permohonan.LoketId, "Petugas loket", [new(Peran.PetugasLoket)]);
        Assert.True(perkara.Permohonan.BolehLihatIdentitas(pencatat));
        Assert.False(perkara.Permohonan.BolehLihatIdentitas(Loket));
        Assert.False(perkara.Permohonan.BolehLihatIdentitas(Perkara.Orang(Peran.Kasi)));
        perkara.Wajib(Peran.Pemohon, perkara.Perintah(Tindakan.Konfirmasi));
        Assert.False(perkara.Permohonan.BolehLihatIdentitas(pencatat));
        Assert.True(perkara.Permohonan.BolehLihatIdentitas(Perkara.Orang(Peran.Kasi)));
    }
}
