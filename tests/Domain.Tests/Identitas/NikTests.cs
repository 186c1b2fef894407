using KlatenSE.Domain.Identitas;
using Xunit;

namespace KlatenSE.Domain.Tests.Identitas;

public sealed class NikTests
{
    private const string Sekar = "3399015507900003";
    private static readonly DateOnly HariIni = new(2026, 11, 24);

    [Theory]
    [InlineData(Sekar)]
    [InlineData(" 3399 0155 0790 0003 ")]
    [InlineData("339901.550790.0003")]
    [InlineData("33-99-01 550790\u20110003\u00A0")]
    [InlineData("\u200B3399015507900003\n")]
    public void Blanks_hyphens_and_dots_are_forgiven(string masukan)
    {
        Assert.True(Nik.Coba(masukan, out var nik, out var alasan));
        Assert.Null(alasan);
        Assert.Equal(Sekar, nik.Nilai);
    }

    [Fact]
    public void A_womans_day_has_forty_taken_off()
    {
        var nik = Nik.Dari(Sekar);
        Assert.Equal(JenisKelamin.Perempuan, nik.Kelamin);
        Assert.Equal(new DateOnly(1990, 7, 15), nik.TanggalLahir(HariIni));
        Assert.Equal("339901", nik.KodeWilayah);
    }

    [Fact]
    public void A_mans_day_stands_as_it_is()
    {
        var nik = Nik.Dari("3310013112850001");
        Assert.Equal(JenisKelamin.LakiLaki, nik.Kelamin);
        Assert.Equal(new DateOnly(1985, 12, 31), nik.TanggalLahir(HariIni));
    }

    [Theory]
    [InlineData(null, "belum diisi")]
    [InlineData("  - . ", "belum diisi")]
    [InlineData("33990155079O0003", "hanya boleh berisi angka")]
    [InlineData("٣٣٩٩٠١٥٥٠٧٩٠٠٠٠٣", "hanya boleh berisi angka")]
    [InlineData("3399015507900003\0", "hanya boleh berisi angka")]
    [InlineData("339901550790000", "15 angka")]
    [InlineData("33990155079000033", "17 angka")]
    [InlineData("0099015507900003", "kode wilayah")]
    [InlineData("3300015507900003", "kode wilayah")]
    [InlineData("3399005507900003", "kode wilayah")]
    [InlineData("3399010007900003", "tidak ada di kalender")]
    [InlineData("3399014007900003", "tidak ada di kalender")]
    [InlineData("3399017207900003", "tidak ada di kalender")]
    [InlineData("3399013102900003", "tidak ada di kalender")]
    [InlineData("3399012902910003", "tidak ada di kalender")]
    [InlineData("3399011513900003", "tidak ada di kalender")]
    [InlineData("3399015507900000", "0000")]
    public void Each_cause_of_refusal_has_its_sentence_which_does_not_repeat_the_number(string? masukan, string bagian)
    {
        Assert.False(Nik.Coba(masukan, out var nik, out var alasan));
        Assert.Null(nik);
        Assert.Contains(bagian, alasan, StringComparison.Ordinal);
        Assert.EndsWith(".", alasan, StringComparison.Ordinal);
        Assert.DoesNotContain("33990155", alasan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3399012402090001", "2026-02-24", 2009)]
    [InlineData("3399012502090001", "2026-02-24", 1909)]
    [InlineData("3399012902000001", "2026-02-24", 2000)]
    [InlineData("3399012902000001", "2010-02-24", 2000)]
    [InlineData("3399010101990001", "2026-02-24", 1999)]
    public void The_century_is_the_latest_in_which_the_person_may_hold_a_KTP(string nilai, string hariIni, int tahun) =>
        Assert.Equal(tahun, Nik.Dari(nilai).TanggalLahir(DateOnly.Parse(hariIni, System.Globalization.CultureInfo.InvariantCulture)).Year);

    [Fact]
    public void Every_birth_date_of_a_lifetime_is_read_back_from_its_NIK()
    {
        for (var lahir = HariIni.AddYears(-100); lahir <= HariIni.AddYears(-17); lahir = lahir.AddDays(1))
        {
            foreach (var tambahan in new[] { 0, 40 })
            {
                var nik = Nik.Dari($"331001{lahir.Day + tambahan:00}{lahir.Month:00}{lahir.Year % 100:00}0007");
                Assert.Equal(lahir, nik.TanggalLahir(HariIni));
                Assert.Equal(tambahan == 40, nik.Kelamin is JenisKelamin.Perempuan);
            }
        }
    }

    [Fact]
    public void The_text_of_a_NIK_is_masked_also_inside_another_record()
    {
        var nik = Nik.Dari(Sekar);
        Assert.Equal("339901**********", nik.ToString());
        Assert.Equal("Pembungkus { Nik = 339901********** }", new Pembungkus(nik).ToString());
        Assert.Equal("339901**********", $"{nik}");
    }

    [Fact]
    public void A_stored_value_that_is_no_NIK_is_a_bug_told_without_the_number()
    {
        var salah = Assert.Throws<FormatException>(() => Nik.Dari("3399013102900003"));
        Assert.DoesNotContain("339901", salah.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_NIK_of_one_number_are_equal() => Assert.Equal(Nik.Dari(Sekar), Nik.Dari("3399 0155 0790 0003"));

    private sealed record Pembungkus(Nik Nik);
}
