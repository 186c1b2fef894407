using AngleSharp.Dom;
using Bunit;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;

namespace KlatenSE.Portal.Tests.Bersama;

public sealed class BidangIsianTests : BunitTestBase
{
    [Fact]
    public void The_label_names_the_input()
    {
        var bidang = Tampilkan();

        Assert.Equal("nik", bidang.Find("label").GetAttribute("for"));
        Assert.Equal("nik", bidang.Find("input").Id);
    }

    [Fact]
    public void Hint_and_error_describe_the_input_in_that_order()
    {
        var bidang = Tampilkan(petunjuk: "16 angka", galat: "Isi NIK.");

        Assert.Equal("nik-petunjuk nik-galat", bidang.Find("input").GetAttribute("aria-describedby"));
        Assert.Equal("true", bidang.Find("input").GetAttribute("aria-invalid"));
        Assert.Contains("Isi NIK.", bidang.Find("#nik-galat").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_hint_and_error_nothing_is_described_or_invalid()
    {
        var masukan = Tampilkan().Find("input");

        Assert.False(masukan.HasAttribute("aria-describedby"));
        Assert.False(masukan.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void A_field_that_may_stay_empty_says_so() =>
        Assert.Contains("boleh dikosongkan", Tampilkan().Find("label").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Inside_a_form_it_shows_the_message_of_its_property()
    {
        var isi = new Isian();
        var konteks = new EditContext(isi);
        var pesan = new ValidationMessageStore(konteks);
        var bidang = Render<BidangIsian>(p => p.AddCascadingValue(konteks).Add(b => b.Id, "nik").Add(b => b.Label, "NIK").Add(b => b.Untuk, () => isi.Nik));

        pesan.Add(konteks.Field(nameof(Isian.Nik)), "NIK terdiri atas 16 angka.");
        konteks.NotifyValidationStateChanged();

        bidang.WaitForAssertion(() => Assert.Contains("16 angka", bidang.Find("#nik-galat").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<BidangIsian> Tampilkan(string? petunjuk = null, string? galat = null) =>
        Render<BidangIsian>(p => p.Add(b => b.Id, "nik").Add(b => b.Label, "NIK").Add(b => b.Petunjuk, petunjuk).Add(b => b.Galat, galat)
            .Add(b => b.ChildContent, atribut => bangun =>
            {
                bangun.OpenElement(0, "input");
                bangun.AddMultipleAttributes(1, atribut);
                bangun.CloseElement();
            }));

    private sealed class Isian
    {
        public string? Nik { get; set; }
    }
}
