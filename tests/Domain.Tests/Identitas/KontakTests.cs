using KlatenSE.Domain.Identitas;
using Xunit;

namespace KlatenSE.Domain.Tests.Identitas;

public sealed class KontakTests
{
    private static readonly string[] Domain = ["contoh.go.id"];

    [Theory]
    [InlineData("sekar.wulandari@contoh.go.id", "sekar.wulandari@contoh.go.id")]
    [InlineData("  Sekar.Wulandari@CONTOH.go.id ", "sekar.wulandari@contoh.go.id")]
    [InlineData("sekar@sub.contoh.go.id", "sekar@sub.contoh.go.id")]
    [InlineData("adminto.wibowo@contoh.go.id", "adminto.wibowo@contoh.go.id")]
    [InlineData("informanto@contoh.go.id", "informanto@contoh.go.id")]
    public void A_personal_mailbox_of_an_allowed_domain_is_taken(string masukan, string nilai)
    {
        Assert.True(AlamatSurel.Coba(masukan, Domain, out var surel, out _));
        Assert.Equal(nilai, surel.Nilai);
    }

    [Theory]
    [InlineData(null, "belum diisi")]
    [InlineData("sekar", "tidak lengkap")]
    [InlineData("@contoh.go.id", "tidak lengkap")]
    [InlineData("sekar@", "tidak lengkap")]
    [InlineData("a@b@contoh.go.id", "tidak lengkap")]
    [InlineData("sekar wulan@contoh.go.id", "tidak lengkap")]
    [InlineData(".sekar@contoh.go.id", "tidak lengkap")]
    [InlineData("se..kar@contoh.go.id", "tidak lengkap")]
    [InlineData("sekar\0@contoh.go.id", "tidak lengkap")]
    [InlineData("sekar@contoh..go.id", "tidak lengkap")]
    [InlineData("sekar@contoh.go.id\r\nBcc: x@y.z", "tidak lengkap")]
    [InlineData("sekar@contoh.com", "berakhiran .go.id")]
    [InlineData("sekar@contoh.go.id.example.com", "berakhiran .go.id")]
    [InlineData("sekar@go.id", "berakhiran .go.id")]
    [InlineData("sekar@lain.go.id", "domain contoh.go.id")]
    [InlineData("sekar@palsucontoh.go.id", "domain contoh.go.id")]
    [InlineData("info@contoh.go.id", "kotak surat bersama")]
    [InlineData("admin2@contoh.go.id", "kotak surat bersama")]
    [InlineData("Diskominfo.web@contoh.go.id", "kotak surat bersama")]
    [InlineData("sekretariat-dinas@contoh.go.id", "kotak surat bersama")]
    public void Each_refused_mailbox_has_its_sentence(string? masukan, string bagian)
    {
        Assert.False(AlamatSurel.Coba(masukan, Domain, out _, out var alasan));
        Assert.Contains(bagian, alasan, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_list_every_go_id_is_taken() => Assert.True(AlamatSurel.Coba("sekar@lain.go.id", [], out _, out _));

    [Fact]
    public void The_list_of_shared_mailboxes_is_a_parameter()
    {
        Assert.True(AlamatSurel.Coba("info@contoh.go.id", Domain, out _, out _, []));
        Assert.False(AlamatSurel.Coba("loket1@contoh.go.id", Domain, out _, out _, ["Loket"]));
    }

    [Theory]
    [InlineData("081234567890", "+6281234567890")]
    [InlineData("+62 812-3456-7890", "+6281234567890")]
    [InlineData("6281234567890", "+6281234567890")]
    [InlineData("81234567890", "+6281234567890")]
    [InlineData("+62 (0)812 3456 7890", "+6281234567890")]
    [InlineData("0062 812 3456 7890", "+6281234567890")]
    [InlineData("0812.345.678", "+62812345678")]
    [InlineData("0812345678901", "+62812345678901")]
    public void Mobile_numbers_become_one_form(string masukan, string nilai)
    {
        Assert.True(NomorPonsel.Coba(masukan, out var nomor, out _));
        Assert.Equal(nilai, nomor.Nilai);
    }

    [Theory]
    [InlineData("", "belum diisi")]
    [InlineData("0812-abc", "hanya boleh berisi angka")]
    [InlineData("+65 8123 4567", "nomor Indonesia")]
    [InlineData("0272 321046", "diawali 08")]
    [InlineData("08123", "10 sampai 13 angka")]
    [InlineData("08123456789012", "14 angka")]
    public void Each_refused_number_has_its_sentence(string masukan, string bagian)
    {
        Assert.False(NomorPonsel.Coba(masukan, out _, out var alasan));
        Assert.Contains(bagian, alasan, StringComparison.Ordinal);
    }

    [Fact]
    public void Contacts_are_masked_as_text_and_grouped_for_reading()
    {
        Assert.True(NomorPonsel.Coba("081234567890", out var nomor, out _));
        Assert.Equal("***********890", nomor.ToString());
        Assert.Equal("0812 3456 7890", nomor.UntukDibaca);
        Assert.True(AlamatSurel.Coba("sekar@contoh.go.id", [], out var surel, out _));
        Assert.Equal(("se***@contoh.go.id", "sekar", "contoh.go.id"), (surel.ToString(), surel.BagianLokal, surel.Domain));
    }
}
