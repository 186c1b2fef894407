using KlatenSE.Domain.Identitas;
using Xunit;

namespace KlatenSE.Domain.Tests.Identitas;

public sealed class PerbedaanTeksTests
{
    [Theory]
    [InlineData("Sekar", "Sekar", "Sekar", "Sekar")]
    [InlineData("Sekar Ayu Wulandari", "Sekar Ayu Wulan", "Sekar Ayu Wulan[dari]", "Sekar Ayu Wulan")]
    [InlineData("3399 0155 0790 0003", "3399 0155 0790 0030", "3399 0155 0790 00[03]", "3399 0155 0790 00[30]")]
    [InlineData("Wulandari", "Wulandri", "Wuland[a]ri", "Wulandri")]
    [InlineData("Dewi", "Dewy", "Dew[i]", "Dew[y]")]
    [InlineData("12345", "1345", "1[2]345", "1345")]
    [InlineData("", "abc", "", "[abc]")]
    [InlineData(null, null, "", "")]
    [InlineData("é1", "e1", "[é]1", "[e]1")]
    public void The_very_characters_that_differ_are_marked(string? a, string? b, string kiri, string kanan)
    {
        var hasil = PerbedaanTeks.Tandai(a, b);
        Assert.Equal(kiri, Tulis(hasil.Kiri));
        Assert.Equal(kanan, Tulis(hasil.Kanan));
        Assert.Equal(a == b, hasil.Sama);
    }

    [Fact]
    public void Case_can_be_left_aside_for_a_KTP_in_capitals()
    {
        Assert.False(PerbedaanTeks.Tandai("SEKAR", "Sekar").Sama);
        var hasil = PerbedaanTeks.Tandai("SEKAR AYU", "Sekar Ayo", abaikanBesarKecil: true);
        Assert.Equal("SEKAR AY[U]", Tulis(hasil.Kiri));
        Assert.Equal("Sekar Ay[o]", Tulis(hasil.Kanan));
    }

    [Fact]
    public void A_letter_with_its_mark_is_not_torn_apart() =>
        Assert.Equal("Jos[e\u0301]", Tulis(PerbedaanTeks.Tandai("Jose\u0301", "Jose").Kiri));

    [Fact]
    public void Runs_join_to_the_text_alternate_and_the_unmarked_parts_are_equal_and_longest()
    {
        var acak = new Random(42);
        for (var i = 0; i < 2000; i++)
        {
            var (a, b) = (Acak(acak), Acak(acak));
            var hasil = PerbedaanTeks.Tandai(a, b);
            Assert.Equal(a, string.Concat(hasil.Kiri.Select(p => p.Teks)));
            Assert.Equal(b, string.Concat(hasil.Kanan.Select(p => p.Teks)));
            var sama = Tanpa(hasil.Kiri);
            Assert.Equal(sama, Tanpa(hasil.Kanan));
            Assert.Equal(PanjangBersama(a, b), sama.Length);
            Assert.All(hasil.Kiri.Zip(hasil.Kiri.Skip(1)), p => Assert.NotEqual(p.First.Beda, p.Second.Beda));
        }
    }

    [Fact]
    public void Very_long_texts_are_marked_without_a_table_that_eats_the_memory()
    {
        var hasil = PerbedaanTeks.Tandai("x" + new string('a', 50_000) + "y", "x" + new string('b', 50_000) + "y");
        Assert.Equal([false, true, false], hasil.Kiri.Select(p => p.Beda));
    }

    private static string Acak(Random acak) => new([.. Enumerable.Range(0, acak.Next(9)).Select(_ => "abcd"[acak.Next(4)])]);

    private static string Tanpa(IEnumerable<PotonganTeks> potongan) => string.Concat(potongan.Where(p => !p.Beda).Select(p => p.Teks));

    private static string Tulis(IEnumerable<PotonganTeks> potongan) => string.Concat(potongan.Select(p => p.Beda ? $"[{p.Teks}]" : p.Teks));

    private static int PanjangBersama(string a, string b) => (a, b) switch
    {
        ("", _) or (_, "") => 0,
        _ when a[0] == b[0] => 1 + PanjangBersama(a[1..], b[1..]),
        _ => Math.Max(PanjangBersama(a[1..], b), PanjangBersama(a, b[1..])),
    };
}
