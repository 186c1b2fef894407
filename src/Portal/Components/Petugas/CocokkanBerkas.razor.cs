using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Antrean;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>The form of step 3.</summary>
public sealed partial class CocokkanBerkas
{
    private bool kurang;

    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public LembarKerja Lembar { get; set; } = null!;

    /// <summary>What is typed; kept by the page, so that a reload does not lose it.</summary>
    [Parameter, EditorRequired]
    public IsianPerbandingan Isian { get; set; } = null!;

    /// <summary>Saving is on its way.</summary>
    [Parameter]
    public bool Sibuk { get; set; }

    /// <summary>Raised after each change.</summary>
    [Parameter]
    public EventCallback OnUbah { get; set; }

    /// <summary>Raised when everything is filled and is to be recorded.</summary>
    [Parameter]
    public EventCallback OnSimpan { get; set; }

    /// <summary>What came of saving, beside the button.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private IEnumerable<BarisCocok> Baris
    {
        get
        {
            var (d, p) = (Lembar.Permohonan.Data, Isian.KePerbandingan());
            yield return new(BidangPermohonan.Nama, d.Nama, [Surat("nama", Isian.SuratNama, p.SuratNama, v => Isian.SuratNama = v), Ktp("nama", Isian.KtpNama, p.KtpNama, v => Isian.KtpNama = v)]);
            yield return new(BidangPermohonan.Nik, d.Nik, [Surat("NIK", Isian.SuratNik, p.SuratNik, v => Isian.SuratNik = v), Ktp("NIK", Isian.KtpNik, p.KtpNik, v => Isian.KtpNik = v)]);
            yield return new(BidangPermohonan.Nip, d.Nip, [Surat("NIP", Isian.SuratNip, p.SuratNip, v => Isian.SuratNip = v), Sumber.Tidak]);
            yield return new(BidangPermohonan.Surel, d.Surel, [Surat("email", Isian.SuratSurel, p.SuratSurel, v => Isian.SuratSurel = v), Sumber.Tidak]);
        }
    }

    private (bool Cocok, string Kalimat) Lahir
    {
        get
        {
            var d = Lembar.Permohonan.Data;
            if (d.Nip.Length == 0)
            {
                return (true, "Pemohon tidak memiliki NIP, jadi tidak ada yang dibandingkan dengan NIK.");
            }

            if (!Nik.Coba(d.Nik, out var nik, out _) || !Nip.Coba(d.Nip, out var nip, out _))
            {
                return (false, "NIK atau NIP tidak dapat dibaca. Periksa kedua nomor itu.");
            }

            var beda = KecocokanIdentitas.Periksa(nik, nip);
            return beda.Count == 0
                ? (true, $"{TeksWaktu.TanggalPanjang(nip.TanggalLahir)}, {TeksIdentitas.Nama(nip.Kelamin).ToLowerInvariant()}: NIK dan NIP cocok")
                : (false, string.Join(" ", beda.Select(b => b.Kalimat)));
        }
    }

    private static Sumber Surat(string apa, string nilai, string bersih, Action<string> tulis) => new("Di surat", $"surat-{apa}", $"{apa} di surat", nilai, bersih, tulis);

    private static Sumber Ktp(string apa, string nilai, string bersih, Action<string> tulis) => new("Di KTP", $"ktp-{apa}", $"{apa} di KTP", nilai, bersih, tulis);

    private Task Ubah(Action<string> tulis, ChangeEventArgs e)
    {
        tulis((string?)e.Value ?? "");
        return OnUbah.InvokeAsync();
    }

    private Task Sama(Action<string> tulis, BarisCocok baris)
    {
        tulis(baris.Isian);
        return OnUbah.InvokeAsync();
    }

    private Task UbahAsli(ChangeEventArgs e)
    {
        Isian.AsliDitunjukkan = e.Value is true;
        return OnUbah.InvokeAsync();
    }

    private async Task SimpanAsync()
    {
        kurang = !Isian.Lengkap(Lembar.Permohonan.Data);
        if (!kurang)
        {
            await OnSimpan.InvokeAsync();
        }
    }

    private sealed record BarisCocok(BidangPermohonan Bidang, string Isian, IReadOnlyList<Sumber> Sumber)
    {
        public bool Angka => Bidang is BidangPermohonan.Nik or BidangPermohonan.Nip;

        /// <summary>Neither the entry nor the letter bears a NIP: nothing is left to be read.</summary>
        public bool TanpaNip => Bidang == BidangPermohonan.Nip && Isian.Length == 0 && Sumber.All(s => s.Bersih.Length == 0);

        public bool Kosong => !TanpaNip && Sumber.Any(s => s.Tulis is not null && s.Bersih.Length == 0);

        public bool Berbeda => Sumber.Any(s => s.Tulis is not null && s.Bersih.Length > 0 && !Banding.Sama(Bidang, Isian, s.Bersih));
    }

    private sealed record Sumber(string Kolom, string Id, string Label, string Nilai, string Bersih, Action<string>? Tulis)
    {
        /// <summary>The KTP does not bear this field.</summary>
        public static Sumber Tidak { get; } = new("Di KTP", "", "", "", "", null);
    }
}
