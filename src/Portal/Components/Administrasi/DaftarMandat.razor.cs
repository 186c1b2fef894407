using System.Globalization;
using FluentValidation;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Administrasi;

/// <summary>Acting officers: who stands in for a post, by which letter, from when to when.</summary>
public sealed partial class DaftarMandat(MandatService mandat, PenggunaQuery query, PengaturanService pengaturan, TimeProvider jam)
{
    private IReadOnlyList<BarisMandat> baris = [];
    private IReadOnlyList<BarisPengguna> orang = [];
    private PengaturanPortal setelan = new();
    private BarisMandat? akanDicabut;

    [SupplyParameterFromForm(FormName = "mandat")]
    private MandatIsian? Isian { get; set; }

    [SupplyParameterFromForm(FormName = "cabut")]
    private CabutIsian? Cabut { get; set; }

    [SupplyParameterFromQuery(Name = "sudah")]
    private string? Sudah { get; set; }

    [SupplyParameterFromQuery(Name = "cabut")]
    private string? CabutDiminta { get; set; }

    private Guid? CabutId => Guid.TryParse(CabutDiminta, out var id) ? id : null;

    private string? Kabar => Sudah switch
    {
        "diberi" => "Mandat tersimpan. Pemegangnya tidak perlu masuk ulang.",
        "dicabut" => "Mandat dicabut dan sudah tidak berlaku.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        Isian ??= new();
        setelan = await pengaturan.AmbilAsync(Ct);
        orang = await query.UntukMandatAsync(Ct);
        baris = await mandat.DaftarAsync(Ct);
        akanDicabut = baris.FirstOrDefault(b => b.Mandat.Id == CabutId && Keadaan(b.Mandat).Berjalan);
    }

    private async Task BeriAsync()
    {
        if (!Galat.Lulus(new MandatAturan(), Isian!))
        {
            return;
        }

        // A date is a whole day in Jakarta; the end that is stored is the first moment after the last day.
        var mulai = Jakarta.Saat(MandatAturan.Tanggal(Isian!.Mulai)!.Value, TimeOnly.MinValue);
        var sampai = Jakarta.Saat(MandatAturan.Tanggal(Isian.Sampai)!.Value.AddDays(1), TimeOnly.MinValue);
        Selesai(await mandat.BeriAsync(
            Guid.Parse(Isian.PenggunaId!), Enum.Parse<Peran>(Isian.Peran!), Isian.Jenis == "Plh" ? JenisMandat.Plh : JenisMandat.Plt, Isian.NomorSurat!.Trim(),
            mulai, sampai, Http.PelakuAudit(), Ct), "diberi");
    }

    private async Task CabutAsync() => Selesai(await mandat.CabutAsync(Cabut?.Id ?? Guid.Empty, Http.PelakuAudit(), Ct), "dicabut");

    private void Selesai(HasilAkun hasil, string sudah)
    {
        if (hasil.Berhasil)
        {
            Nav.NavigateTo($"/admin/mandat?sudah={sudah}");
        }
        else
        {
            Galat.Tambah(hasil.Bidang, hasil.Kalimat!);
        }
    }

    private (Nada Nada, string Kata, bool Berjalan) Keadaan(Mandat m) => (m.DicabutPada, jam.GetUtcNow()) switch
    {
        ({ }, _) => (Nada.Netral, "Dicabut", false),
        (null, var kini) when kini >= m.Sampai => (Nada.Netral, "Berakhir", false),
        (null, var kini) when kini < m.Mulai => (Nada.Catatan, "Akan berlaku", true),
        _ => (Nada.Baik, "Berlaku", true),
    };

    private string Tersisa(Mandat m) => orang.Count(o => o.Aktif && o.AdaSandi && o.Peran.Contains(m.Peran)) + baris.Count(b => b.Mandat.Id != m.Id && b.Mandat.Peran == m.Peran && Keadaan(b.Mandat).Kata == "Berlaku") is var n && n > 0
        ? $"Yang menunggu jabatan itu tetap dapat ditangani {n} orang lain."
        : "Tidak ada orang lain yang dapat bertindak dalam jabatan itu, jadi permohonan yang menunggunya akan berhenti. Beri mandat lain dahulu.";

    private static string Sebut(BarisPengguna o) =>
        $"{o.Nama} ({(o.Peran.Count == 0 ? "tanpa peran" : string.Join(", ", o.Peran.Order().Select(p => p.Nama())))})" + (o.AdaSandi ? "" : ", belum mengatur kata sandi");

    private bool Bertumpuk(Mandat m) => Keadaan(m).Berjalan && baris.Any(b =>
        b.Mandat.Id != m.Id && b.Mandat.Peran == m.Peran && Keadaan(b.Mandat).Berjalan && b.Mandat.Mulai < m.Sampai && m.Mulai < b.Mandat.Sampai);

    internal sealed class MandatIsian
    {
        public string? PenggunaId { get; set; }
        public string? Peran { get; set; }
        public string? Jenis { get; set; }
        public string? NomorSurat { get; set; }
        public string? Mulai { get; set; }
        public string? Sampai { get; set; }
    }

    internal sealed class CabutIsian
    {
        public Guid Id { get; set; }
    }

    private sealed class MandatAturan : AbstractValidator<MandatIsian>
    {
        public MandatAturan()
        {
            RuleFor(i => i.PenggunaId).Must(p => Guid.TryParse(p, out _)).WithMessage("Pilih pemegang mandat.");
            RuleFor(i => i.Peran).Must(p => MandatService.Jabatan.Any(j => j.ToString() == p)).WithMessage("Pilih jabatan.");
            RuleFor(i => i.NomorSurat).NotEmpty().WithMessage("Isi nomor surat perintah.").TeksAman("Nomor surat", 80, JenisTeks.Baris);
            RuleFor(i => i.Mulai).Must(t => Tanggal(t) is not null).WithMessage("Isi tanggal mulai.");
            RuleFor(i => i.Sampai).Must(t => Tanggal(t) is not null).WithMessage("Isi tanggal terakhir.")
                .Must((i, t) => Tanggal(t) is not { } akhir || Tanggal(i.Mulai) is not { } awal || akhir >= awal).WithMessage("Tanggal terakhir tidak boleh sebelum tanggal mulai. Perbaiki salah satunya.");
        }

        internal static DateOnly? Tanggal(string? isi) =>
            DateOnly.TryParseExact(isi, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var t) && t.Year is >= 2000 and < 3000 ? t : null;
    }
}
