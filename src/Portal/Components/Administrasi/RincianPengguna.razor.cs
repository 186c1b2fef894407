using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Administrasi;

/// <summary>One account: roles, first password, closing and opening.</summary>
public sealed partial class RincianPengguna(PenggunaService pengguna, PenggunaQuery query)
{
    private BarisPengguna? akun;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "ubah-pengguna")]
    private PenggunaIsian? Isian { get; set; }

    [SupplyParameterFromForm(FormName = "keadaan")]
    private KeadaanIsian? Keadaan { get; set; }

    [SupplyParameterFromQuery(Name = "sudah")]
    private string? Sudah { get; set; }

    private string Alamat => $"/admin/pengguna/{Id}";

    private string? Kabar => Sudah switch
    {
        "simpan" => "Perubahan tersimpan dan langsung berlaku.",
        "tautan" => "Link untuk membuat kata sandi dikirim dan berlaku 3 hari.",
        "keadaan" => "Keadaan akun sudah diubah.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        akun = await query.SatuAsync(Id, Ct);
        if (akun is null)
        {
            Nav.NotFound();
            return;
        }

        Isian ??= new() { Nama = akun.Nama, UnitKerja = akun.UnitKerja, Peran = [.. akun.Peran.Select(p => p.ToString())] };
    }

    private async Task SimpanAsync()
    {
        if (Galat.Lulus(new PenggunaAturan(denganEmail: false), Isian!))
        {
            Selesai(await pengguna.UbahAsync(
                Id, NamaOrang.Rapikan(Isian!.Nama), (Isian.UnitKerja ?? "").Trim(), PilihanPeran.Baca(Isian.Peran), Http.PelakuAudit(), Ct), "simpan");
        }
    }

    private async Task KirimTautanAsync() => Selesai(await pengguna.KirimTautanSandiAsync(Id, Http.PelakuAudit(), Ct), "tautan");

    private async Task UbahKeadaanAsync() => Selesai(
        Keadaan?.Aktif == true ? await pengguna.AktifkanAsync(Id, Http.PelakuAudit(), Ct) : await pengguna.NonaktifkanAsync(Id, Http.PelakuAudit(), Ct), "keadaan");

    private void Selesai(HasilAkun hasil, string sudah)
    {
        if (hasil.Berhasil)
        {
            Nav.NavigateTo($"{Alamat}?sudah={sudah}");
        }
        else
        {
            Galat.Tambah(hasil.Bidang, hasil.Kalimat!);
        }
    }

    internal sealed class KeadaanIsian
    {
        /// <summary>What the account is to become: a second click of the same button changes nothing back.</summary>
        public bool Aktif { get; set; }
    }
}
