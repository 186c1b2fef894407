using System.Text.RegularExpressions;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Surel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Surel;

public sealed partial class SuratElektronikTests
{
    private const string Nik = "3399015507900003";
    private static readonly DateTimeOffset Batas = new(2026, 11, 23, 4, 40, 0, TimeSpan.Zero);
    private static readonly PerkaraSurat Perkara = new(Guid.NewGuid(), "SE-2026-000123", Guid.NewGuid());
    private readonly EphemeralDataProtectionProvider pelindung = new();

    // A person who types a NIK, a header and a tag into every field there is.
    private static readonly string Jahat = $"Nama {Nik} 3399 0155 0790 0003\r\nBcc: lain@contoh.go.id\0<script>alert(1)</script>\u2028x";
    private static readonly Penerima Sekar = new(Jahat, "sekar@contoh.go.id");

    [Fact]
    public void Every_kind_of_mail_has_a_template() =>
        Assert.Equal(Enum.GetValues<JenisSurel>().Order(), Semua().Select(m => m.Jenis).Distinct().Order());

    [Fact]
    public void No_mail_holds_a_nik() => Assert.All(Semua(), m => Assert.DoesNotMatch(PolaNik(), m.Perihal + m.NamaKepada + Teks(m) + Html(m)));

    [Fact]
    public void No_text_of_a_person_reaches_a_header_as_a_line_of_its_own() =>
        Assert.All(Semua(), m => Assert.DoesNotContain(m.Perihal + m.NamaKepada + m.Kepada, c => char.IsControl(c) || c == '\u2028'));

    [Fact]
    public void No_text_of_a_person_becomes_markup() => Assert.All(Semua(), m => Assert.DoesNotContain("<script", Html(m), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_mail_names_the_office_the_portal_and_its_receipt_number() =>
        Assert.All(Semua(), m =>
        {
            Assert.Contains("https://se.contoh.go.id/", Teks(m), StringComparison.Ordinal);
            Assert.Contains("Dinas Komunikasi dan Informatika Kabupaten Klaten", Teks(m), StringComparison.Ordinal);
            Assert.True(m.NomorResi is null || (Teks(m).Contains(m.NomorResi, StringComparison.Ordinal) && m.Perihal.Contains(m.NomorResi, StringComparison.Ordinal)));
        });

    [Fact]
    public void Mails_with_a_link_or_code_are_secret_and_have_a_deadline() =>
        Assert.All(Semua(), m =>
        {
            Assert.Equal(Teks(m).Contains("?t=", StringComparison.Ordinal), m.Rahasia);
            Assert.True(!m.Rahasia || m.BatasPada == Batas);
            Assert.Equal(m.Rahasia, !m.IsiTeks!.StartsWith("Yth.", StringComparison.Ordinal));
        });

    [Fact]
    public void A_deadline_is_printed_in_words_and_WIB() =>
        Assert.Contains("Link berlaku sampai: Senin, 23 Nov 2026 pukul 11.40 WIB", Teks(Surat.LinkAktivasi(Sekar, Perkara, "/aktivasi?t=x", Batas)), StringComparison.Ordinal);

    [Fact]
    public void The_three_reminders_of_a_link_have_three_keys_and_the_same_one_twice_has_one()
    {
        string Kunci(double jam) => Surat.PengingatLink(Sekar, Perkara, TautanSop.Aktivasi, TimeSpan.FromHours(jam), Batas).Kunci;
        Assert.Equal(3, new[] { Kunci(12), Kunci(3), Kunci(0.5), Kunci(3) }.Distinct().Count());
    }

    [Fact]
    public void Keys_of_all_mails_of_one_event_differ_and_fit_the_column()
    {
        var kunci = Semua().Select(m => m.Kunci).ToList();
        Assert.Equal(kunci.Count, kunci.Distinct().Count());
        Assert.All(kunci, k => Assert.InRange(k.Length, 1, OutboxMessage.PanjangKunci));
    }

    [Theory]
    [InlineData(Tahap.InputDataBsre, "Masukkan datanya ke Portal Layanan BSrE")]
    [InlineData(Tahap.Aktivasi, "sedang melakukan aktivasi")]
    [InlineData(Tahap.VerifikasiData, "nyatakan sesuai atau tidak sesuai")]
    [InlineData(Tahap.Passphrase, "sedang membuat passphrase")]
    [InlineData(Tahap.Penerbitan, "BSrE sedang menerbitkan")]
    [InlineData(Tahap.LinkKedaluwarsa, "Terbitkan link baru")]
    public void A_new_verifikator_is_told_the_work_of_the_stage(Tahap tahap, string tugas)
    {
        var teks = Teks(Surat.DitunjukVerifikator(Sekar, Perkara, "Sekar", null, Batas, tahap));
        Assert.Contains(tugas, teks, StringComparison.Ordinal);
        Assert.Equal(tahap == Tahap.InputDataBsre, teks.Contains("Portal Layanan BSrE", StringComparison.Ordinal));
    }

    [Fact]
    public void The_receipt_names_the_post_as_settings_do() =>
        Assert.Contains("menunggu disposisi Kepala Badan.", Teks(Surat.PermohonanDiterima(Sekar, Perkara, Batas, null, "disposisi Kepala Badan")), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://jahat.example/x")]
    [InlineData("//jahat.example/x")]
    [InlineData("aktivasi")]
    [InlineData("/a b")]
    public void A_link_stays_within_the_portal(string jalur) =>
        Assert.Throws<ArgumentException>(() => Surat.LinkAktivasi(Sekar, Perkara, jalur, Batas));

    [Theory]
    [InlineData("NIK 3399015507900003.", "NIK [NIK disamarkan].")]
    [InlineData("3399-0155-0790-0003", "[NIK disamarkan]")]
    [InlineData("3399015507900003 3399 0155 0790 0003", "[NIK disamarkan] [NIK disamarkan]")]
    [InlineData("NIP 199007152015032002", "NIP 199007152015032002")]
    [InlineData("NIP 19900715 201503 2 002", "NIP 19900715 201503 2 002")]
    [InlineData("800/1234/2026 HP 081234567890", "800/1234/2026 HP 081234567890")]
    public void Only_a_nik_is_masked(string masuk, string keluar) => Assert.Equal(keluar, Bersih.TanpaNik(masuk));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 5)]
    [InlineData(4, 15)]
    [InlineData(5, 60)]
    [InlineData(11, 60)]
    public void Tries_grow_apart_with_up_to_a_fifth_of_jitter(int percobaan, int menit)
    {
        Assert.Equal(TimeSpan.FromMinutes(menit), JadwalUlang.Jeda(percobaan, 0));
        Assert.Equal(TimeSpan.FromMinutes(menit * 1.1), JadwalUlang.Jeda(percobaan, 0.5));
    }

    [Fact]
    public void A_mail_is_given_up_after_twelve_tries_or_a_day()
    {
        var o = new SurelOptions();
        Assert.NotNull(JadwalUlang.Berikutnya(o, 11, Batas, Batas.AddHours(23), 0));
        Assert.Null(JadwalUlang.Berikutnya(o, 12, Batas, Batas.AddHours(1), 0));
        Assert.Null(JadwalUlang.Berikutnya(o, 3, Batas, Batas.AddHours(24), 0));
    }

    private SuratElektronik Surat => new(pelindung, Identitas(), () => "Dinas Komunikasi dan Informatika Kabupaten Klaten", () => "https://portal-bsre.bssn.go.id", TimeProvider.System);

    private static IOptionsMonitor<IdentitasPortal> Identitas() =>
        new ServiceCollection().Configure<IdentitasPortal>(o => o.AlamatPublik = "https://se.contoh.go.id")
            .BuildServiceProvider().GetRequiredService<IOptionsMonitor<IdentitasPortal>>();

    private OutboxMessage[] Semua() =>
    [
        Surat.BuktiEmail(Sekar, Guid.NewGuid(), "/daftar/bukti?t=x", Batas),
        Surat.LupaSandi(Sekar, Guid.NewGuid(), "/lupa-sandi/baru?t=x", Batas),
        Surat.SudahTerdaftar(Sekar, Guid.NewGuid()),
        Surat.EmailBerganti(Sekar, Guid.NewGuid(), "se***@contoh.go.id"),
        Surat.AkunDibuat(Sekar, Guid.NewGuid(), [Jahat], "/lupa-sandi/baru?t=x", Batas),
        Surat.PermohonanDiterima(Sekar, Perkara, Batas, Jahat, "Kepala Badan"),
        Surat.Dikembalikan(Sekar, Perkara, Jahat, Jahat, [Jahat, "Foto KTP"], Batas),
        Surat.PengingatPerbaikan(Sekar, Perkara, Batas, "1"),
        Surat.Ditolak(Sekar, Perkara, Jahat, Jahat),
        Surat.Dibatalkan(Sekar, Perkara, true, Jahat),
        Surat.DrafAkanDihapus(Sekar, Guid.NewGuid(), Batas, "1"),
        Surat.LinkAktivasi(Sekar, Perkara, "/aktivasi?t=x", Batas),
        Surat.LinkPassphrase(Sekar, Perkara, Jahat, "/passphrase?t=x", Batas),
        Surat.PengingatLink(Sekar, Perkara, TautanSop.Passphrase, TimeSpan.FromMinutes(30), Batas),
        Surat.LinkKedaluwarsa(Sekar, Perkara, TautanSop.Aktivasi, Batas),
        Surat.LinkKedaluwarsaVerifikator(Sekar, Perkara, TautanSop.Aktivasi, Jahat, Batas),
        Surat.TidakSesuai(Sekar, Perkara, [Jahat], Jahat, "/aktivasi?t=x", Batas),
        Surat.SertifikatTerbit(Sekar, Perkara, Jahat, Batas),
        Surat.PencabutanDiajukan(Sekar, Perkara, Jahat, Jahat),
        Surat.PencabutanTidakJadi(Sekar, Perkara),
        Surat.SertifikatDicabut(Sekar, Perkara, Jahat, Jahat, Batas, Jahat),
        Surat.PenolakanBsre(Sekar, Perkara, Jahat, Jahat),
        Surat.DitunjukVerifikator(Sekar, Perkara, Jahat, Jahat, Batas),
        Surat.PenerbitanTerlambat(Sekar, Perkara, Jahat, Jahat, "360"),
        Surat.LinkBelumDiterima(Sekar, Perkara, TautanSop.Aktivasi, Jahat, Jahat, Batas),
        Surat.TigaPutaran(Sekar, Perkara, Jahat, Jahat, 3),
        Surat.KonfirmasiLoket(Sekar, Perkara, Jahat, "/konfirmasi?t=x", Batas),
        Surat.PengingatKonfirmasi(Sekar, Perkara, "/konfirmasi?t=x", Batas),
        Surat.KonfirmasiBerakhir(Sekar, Perkara, KlatenSE.Domain.Alur.Peran.PetugasLoket, Jahat),
        Surat.KonfirmasiDitolak(Sekar, Perkara, Jahat, Jahat),
    ];

    private string Teks(OutboxMessage m) => Buka(m, m.IsiTeks!);

    private string Html(OutboxMessage m) => Buka(m, m.IsiHtml!);

    private string Buka(OutboxMessage m, string isi) => m.Rahasia ? pelindung.CreateProtector(SuratElektronik.Tujuan).Unprotect(isi) : isi;

    [GeneratedRegex(@"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)")]
    private static partial Regex PolaNik();
}
