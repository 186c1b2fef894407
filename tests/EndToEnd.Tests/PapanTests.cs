using System.Text.RegularExpressions;
using KlatenSE.Domain.Alur;
using KlatenSE.TestCommon;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>The board in real browsers, on a portal of its own whose clock stands in office hours.</summary>
public sealed partial class PapanTests : IAsyncLifetime
{
    private static readonly DateTimeOffset SelasaPagi = new(2026, 11, 24, 3, 14, 0, TimeSpan.Zero);

    private readonly PortalHidup _portal = new() { MulaiPada = SelasaPagi };
    private readonly Dictionary<string, Guid> _id = [];
    private SemaiPapan _semai = null!;

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        _semai = new SemaiPapan(_portal.Basis);
        await SemaiAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_move_reaches_open_boards_without_reload_and_is_said_in_words()
    {
        await using var kasi = await PetugasAsync(Peran.Kasi);
        await using var kabid = await PetugasAsync(Peran.Kabid, gelap: true);
        foreach (var orang in (Orang[])[kasi, kabid])
        {
            await orang.BukaAsync("/papan");
            await SiapAsync(orang);
        }

        await kasi.PeriksaAsync("papan-1440-terang");
        await _semai.PindahAsync(_id["Agus Priyanto"], Tahap.VerifikasiBerkas, tindakan: Tindakan.Teruskan, peran: Peran.Kabid, nama: "Sri Rahayu");
        foreach (var orang in (Orang[])[kasi, kabid])
        {
            var kartu = Kolom(orang, Tahap.VerifikasiBerkas).Locator(".papan-kartu", new LocatorLocatorOptions { HasText = "Agus Priyanto" });
            await Assertions.Expect(kartu).ToContainTextAsync("Kabid (Sri Rahayu) meneruskan ke Kasi, 10.14");
            await Assertions.Expect(kartu).ToHaveClassAsync(BaruPindah());
            await Assertions.Expect(orang.Halaman.Locator("[data-papan-kabar]")).ToContainTextAsync("Agus Priyanto: Kabid (Sri Rahayu) meneruskan ke Kasi");
        }

        await Assertions.Expect(Kolom(kasi, Tahap.VerifikasiBerkas).GetByRole(AriaRole.Link, new() { Name = "Periksa berkas" }).First).ToBeVisibleAsync();
        await Assertions.Expect(Kolom(kabid, Tahap.VerifikasiBerkas).GetByRole(AriaRole.Link, new() { Name = "Periksa berkas" })).ToHaveCountAsync(0);
        await kabid.PeriksaAsync("papan-1440-gelap");
    }

    [Fact]
    public async Task The_filter_stands_in_the_address_and_survives_a_reload()
    {
        await using var kasi = await PetugasAsync(Peran.Kasi);
        await kasi.BukaAsync("/papan");
        await SiapAsync(kasi);
        await kasi.Halaman.GetByLabel("Cari nomor, nama, atau unit").FillAsync("dinas");
        await kasi.Halaman.GetByLabel("Lewat batas").CheckAsync();
        await Assertions.Expect(kasi.Halaman).ToHaveURLAsync(_portal.Alamat + "/papan?cari=dinas&lewat=1");
        await Assertions.Expect(kasi.Halaman.Locator(".papan-kartu .nama")).ToHaveTextAsync(["Dewi Lestari", "Sekar Ayu Wulandari"]);
        await kasi.Halaman.ReloadAsync();
        await Assertions.Expect(kasi.Halaman.Locator(".papan-kartu .nama")).ToHaveTextAsync(["Dewi Lestari", "Sekar Ayu Wulandari"]);
        await kasi.PeriksaAsync("papan-saringan", simpan: false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_a_phone_the_stages_are_reached_by_a_picker(bool gelap)
    {
        await using var kepala = await PetugasAsync(Peran.Kepala, ponsel: true, gelap);
        await kepala.BukaAsync("/papan");
        await Assertions.Expect(kepala.Halaman.Locator(".papan-pil")).ToHaveCountAsync(AlurSop.Terbaru.Kolom.Count());
        await kepala.PeriksaAsync($"papan-360-{(gelap ? "gelap" : "terang")}");
        await kepala.Halaman.Locator(".papan-pil", new() { HasText = "Verifikasi data" }).ClickAsync();
        await Assertions.Expect(Kolom(kepala, Tahap.VerifikasiData).Locator("h2")).ToBeFocusedAsync();
        await Assertions.Expect(kepala.Halaman.Locator(".papan-pil[aria-current]")).ToContainTextAsync("Verifikasi data");
        Assert.Equal(["VerifikasiData"], await kepala.Halaman.EvaluateAsync<string[]>(TampakDiLayar));
    }

    [Fact]
    public async Task A_phone_begins_at_the_stage_that_waits_for_its_owner()
    {
        await using var kasi = await PetugasAsync(Peran.Kasi, ponsel: true);
        await kasi.BukaAsync("/papan");
        await SiapAsync(kasi);
        await Assertions.Expect(kasi.Halaman.Locator(".papan-pil[aria-current]")).ToContainTextAsync("Verifikasi berkas");
        Assert.Equal(["VerifikasiBerkas"], await kasi.Halaman.EvaluateAsync<string[]>(TampakDiLayar));
    }

    [Fact]
    public async Task Columns_beyond_the_edge_are_told_and_reached()
    {
        await using var kasi = await PetugasAsync(Peran.Kasi);
        await kasi.BukaAsync("/papan?buka=" + string.Join('.', AlurSop.Terbaru.Kolom.Select(k => k.Tahap)));
        await SiapAsync(kasi);
        var (kanan, kiri) = (kasi.Halaman.Locator("[data-geser='1']"), kasi.Halaman.Locator("[data-geser='-1']"));
        await Assertions.Expect(kanan).ToContainTextAsync("kolom lagi");
        await Assertions.Expect(kiri).ToBeHiddenAsync();
        await kanan.ClickAsync();
        await Assertions.Expect(kanan).ToBeHiddenAsync();
        await Assertions.Expect(kiri).ToContainTextAsync("kolom lagi");
        Assert.Contains(AlurSop.Terbaru.Kolom.Last().Tahap.ToString(), await kasi.Halaman.EvaluateAsync<string[]>(TampakDiLayar));
    }

    [Fact]
    public async Task A_card_that_leaves_the_board_is_announced()
    {
        await using var kasi = await PetugasAsync(Peran.Kasi);
        await kasi.BukaAsync("/papan");
        await SiapAsync(kasi);
        await _semai.PindahAsync(_id["Rina Astuti"], Tahap.Ditolak, tindakan: Tindakan.Tolak);
        await Assertions.Expect(kasi.Halaman.Locator("[data-papan-kabar]")).ToContainTextAsync("Rina Astuti tidak lagi di Menunggu disposisi.");
    }

    [Fact]
    public async Task Folding_by_hand_is_kept_in_the_address()
    {
        await using var kasi = await PetugasAsync(Peran.Kasi);
        await kasi.BukaAsync("/papan");
        await SiapAsync(kasi);
        await Kolom(kasi, Tahap.MenungguDisposisi).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(kasi.Halaman).ToHaveURLAsync(_portal.Alamat + "/papan?lipat=MenungguDisposisi");
        await kasi.Halaman.ReloadAsync();
        await Assertions.Expect(Kolom(kasi, Tahap.MenungguDisposisi).Locator(".papan-kartu")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_stands_on_a_stage_s_button_stays_there_when_its_count_changes()
    {
        await using var kabid = await PetugasAsync(Peran.Kabid, ponsel: true);
        await kabid.BukaAsync("/papan");
        await SiapAsync(kabid);
        var pil = kabid.Halaman.Locator($".papan-pil[data-ke={Tahap.VerifikasiBerkas}]");
        await pil.FocusAsync();
        var semula = await pil.InnerTextAsync();
        await _semai.PindahAsync(_id["Agus Priyanto"], Tahap.VerifikasiBerkas, tindakan: Tindakan.Teruskan, peran: Peran.Kabid, nama: "Sri Rahayu");
        await Assertions.Expect(pil).Not.ToHaveTextAsync(semula);
        await Assertions.Expect(pil).ToBeFocusedAsync();
    }

    // The columns that stand whole on the screen.
    private const string TampakDiLayar = """
        () => [...document.querySelectorAll('.papan-kolom')].filter(k => { const r = k.getBoundingClientRect(); return r.left >= -1 && r.right <= innerWidth + 1; }).map(k => k.dataset.tahap)
        """;

    [GeneratedRegex("papan-kartu--baru")]
    private static partial Regex BaruPindah();

    private static ILocator Kolom(Orang orang, Tahap tahap) => orang.Halaman.Locator($".papan-kolom[data-tahap={tahap}]");

    private static async Task SiapAsync(Orang orang)
    {
        await Assertions.Expect(orang.Halaman.Locator("[data-papan][data-siap]")).ToHaveCountAsync(1);
        await Assertions.Expect(orang.Halaman.Locator("[data-status-sambungan]")).ToContainTextAsync("Langsung");
    }

    private async Task<Orang> PetugasAsync(Peran peran, bool ponsel = false, bool gelap = false)
    {
        var surel = await _portal.BuatPetugasAsync($"Petugas {peran}", $"{peran}@contoh.go.id".ToLowerInvariant(), peran);
        var orang = await Orang.DatangAsync(_portal, peran.ToString(), ponsel, gelap);
        await orang.MasukAsync(surel, PortalHidup.SandiPetugas);
        return orang;
    }

    private async Task SemaiAsync()
    {
        foreach (var peran in (Peran[])[Peran.Kepala, Peran.Kabid, Peran.Kasi])
        {
            await _semai.OrangAsync($"Pejabat {peran}", peran);
        }

        var fajar = await _semai.OrangAsync("Fajar Nugraha", Peran.Verifikator);
        var pemohon = await _semai.OrangAsync("Pemohon Contoh", Peran.Pemohon);
        static TimeSpan Menit(double n) => TimeSpan.FromMinutes(n);
        (Tahap Tahap, string Nama, string Unit, double Lama, double Sisa)[] isi =
        [
            (Tahap.MenungguDisposisi, "Dewi Lestari", "Dinas Kesehatan", 34, -24), (Tahap.MenungguDisposisi, "Joko Susilo", "Kecamatan Wedi", 2, 8),
            (Tahap.MenungguDisposisi, "Rina Astuti", "Dinas Pendidikan", 0, 10), (Tahap.PenerusanKabid, "Agus Priyanto", "BKPSDM", 8, 2),
            (Tahap.VerifikasiBerkas, "Sekar Ayu Wulandari", "Dinas Perpustakaan dan Arsip", 72, -62), (Tahap.VerifikasiBerkas, "Hadi Nugroho", "Inspektorat", 4, 6),
            (Tahap.InputDataBsre, "Tri Wahyuni", "RSUD Bagas Waras", 12, 3), (Tahap.Aktivasi, "Bambang Setiawan", "Satpol PP", 1315, 125),
            (Tahap.Aktivasi, "Nur Aini", "Dinas Sosial", 300, 1140), (Tahap.VerifikasiData, "Slamet Riyadi", "DPUPR", 6, 9),
            (Tahap.Passphrase, "Wahyu Hidayat", "Dinas Perhubungan", 60, 1380), (Tahap.Passphrase, "Endah Puspita", "Bapperida", 200, 1240),
            (Tahap.Penerbitan, "Yuli Kurniawan", "Dinas Pariwisata", 90, 270), (Tahap.LinkKedaluwarsa, "Murni Handayani", "Kecamatan Cawas", 25, -10),
            (Tahap.PerluPerbaikan, "Gunawan Saputra", "Dinas Pertanian", 1500, 5000), (Tahap.Selesai, "Ratna Dewi", "Sekretariat DPRD", 5, 0),
        ];
        foreach (var (tahap, nama, unit, lama, sisa) in isi)
        {
            _id[nama] = await _semai.PermohonanAsync(tahap, pemohon, nama, unit, Menit(lama), Menit(sisa), fajar, "Fajar Nugraha", $"2026-{380 + _id.Count:0000}");
        }

        await _semai.JalankanAsync("UPDATE link_pemohon SET pengingat_terkirim = '{720,180}' WHERE permohonan_id = $1", _id["Bambang Setiawan"]);
    }
}
