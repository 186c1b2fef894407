using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Xunit;

namespace KlatenSE.Domain.Tests.Alur;

/// <summary>Every stage with every act and every role, against the table of the design.</summary>
public sealed class SeluruhTabelTests
{
    private static readonly TimeSpan Lewat = TimeSpan.FromDays(60);

    public static TheoryData<ModeOtoritas, Layanan> ModeDanLayanan { get; } =
        [.. Enum.GetValues<ModeOtoritas>().SelectMany(m => Enum.GetValues<Layanan>().Select(l => (m, l)))];

    private static IEnumerable<(Tahap, Peran, Tindakan)> Semua() =>
        from tahap in Enum.GetValues<Tahap>()
        from peran in Enum.GetValues<Peran>()
        from tindakan in Enum.GetValues<Tindakan>()
        select (tahap, peran, tindakan);

    [Theory]
    [MemberData(nameof(ModeDanLayanan))]
    public void Exactly_what_the_design_allows_is_allowed_and_leads_where_it_says(ModeOtoritas mode, Layanan layanan)
    {
        var (tabel, salah, jumlah) = (TabelDesain.Baca(mode, layanan), new List<string>(), 0);
        foreach (var (tahap, peran, tindakan) in Semua().Where(s => AlurSop.TerbaruUntuk(layanan).SemuaTahap.Any(t => t.Tahap == s.Item1)))
        {
            jumlah++;
            var perkara = Perkara.Di(tahap, new PengaturanSop { Otoritas = mode }, layanan);
            var perintah = perkara.Perintah(tindakan);
            // The system acts when time is over, people while it runs.
            perkara.Kini += peran == Peran.Sistem ? Lewat : TimeSpan.Zero;
            var sebelum = perkara.Potret();
            var hasil = perkara.Lakukan(perintah, Perkara.Orang(peran));
            var harapan = tabel.TryGetValue((tahap, peran, tindakan), out var ke) ? ke : (Tahap?)null;
            var keliru = (hasil, harapan) switch
            {
                (Kejadian k, { } h) => k.Dari == tahap && k.Ke == h && perkara.Permohonan.Tahap == h && k.Peran.Peran == peran ? null : $"menuju {k.Ke}, bukan {h}",
                (Kejadian k, null) => $"boleh (ke {k.Ke}), padahal tidak ada di tabel",
                (Penolakan p, { } h) => $"ditolak ({p.Kalimat}), padahal menuju {h}",
                (Penolakan p, null) => p.Kalimat.EndsWith('.') && perkara.Potret() == sebelum ? null : "ditolak tanpa kalimat, atau ada yang berubah",
                _ => "hasil tidak dikenal",
            };
            if (keliru is not null)
            {
                salah.Add($"{tahap} {tindakan} oleh {peran}: {keliru}");
            }
        }

        Assert.Equal(AlurSop.TerbaruUntuk(layanan).SemuaTahap.Count * 9 * 33, jumlah);
        Assert.Empty(salah);
    }

    [Theory]
    [MemberData(nameof(ModeDanLayanan))]
    public void The_buttons_offered_are_the_acts_of_the_design(ModeOtoritas mode, Layanan layanan)
    {
        var (tabel, pengaturan) = (TabelDesain.Baca(mode, layanan), new PengaturanSop { Otoritas = mode });
        foreach (var tahap in AlurSop.TerbaruUntuk(layanan).SemuaTahap.Select(t => t.Tahap))
        {
            var perkara = Perkara.Di(tahap, pengaturan, layanan);
            foreach (var peran in Enum.GetValues<Peran>())
            {
                Assert.Equal(
                    tabel.Keys.Where(k => k.Item1 == tahap && k.Item2 == peran).Select(k => k.Item3).Order(),
                    perkara.Permohonan.YangBoleh(Perkara.Orang(peran), pengaturan).Select(a => a.Tindakan).Order());
            }
        }
    }

    [Fact]
    public void The_table_of_the_design_has_every_stage_of_each_service()
    {
        int[] jumlah = [15, 15, 8, 7];
        Assert.Equal(jumlah, Enum.GetValues<Layanan>().Select(l => AlurSop.TerbaruUntuk(l).SemuaTahap.Count));
    }

    [Fact]
    public void The_system_does_nothing_before_time_is_over()
    {
        foreach (var (tahap, peran, tindakan) in TabelDesain.Baca().Keys.Where(k => k.Item2 == Peran.Sistem))
        {
            var perkara = Perkara.Di(tahap);
            perkara.Kini = perkara.Permohonan.BatasBerikutnya!.Value.AddTicks(-1);
            var sebelum = perkara.Potret();
            Assert.IsType<Penolakan>(perkara.Lakukan(perkara.Perintah(tindakan), Perkara.Orang(peran)));
            Assert.Equal(sebelum, perkara.Potret());
            perkara.Kini = perkara.Kini.AddTicks(1);
            Assert.IsType<Kejadian>(perkara.Lakukan(perkara.Perintah(tindakan), Perkara.Orang(peran)));
        }
    }

    [Fact]
    public void An_applicant_learns_nothing_of_the_requests_of_others()
    {
        var asing = new Pelaku(Guid.NewGuid(), "Orang lain", [new(Peran.Pemohon)]);
        foreach (var (tahap, _, tindakan) in Semua().Where(s => s.Item2 == Peran.Pemohon))
        {
            var perkara = Perkara.Di(tahap);
            Assert.True(Assert.IsType<Penolakan>(perkara.Lakukan(perkara.Perintah(tindakan), asing)).Rahasia);
        }
    }

    [Fact]
    public void No_official_acts_on_the_own_request_whatever_roles_are_held()
    {
        var serba = new Pelaku(Perkara.PemohonId, "Serba bisa", [.. Enum.GetValues<Peran>().Except([Peran.Sistem, Peran.Bsre]).Select(p => new PeranDipegang(p))]);
        var tabel = TabelDesain.Baca();
        // What the applicant may do as well (withdraw) is done as the applicant.
        foreach (var (tahap, peran, tindakan) in tabel.Keys.Where(k => !tabel.ContainsKey((k.Item1, Peran.Pemohon, k.Item3)) && k.Item2 is Peran.Kepala or Peran.Kabid or Peran.Kasi or Peran.Verifikator or Peran.PetugasLoket))
        {
            var perkara = Perkara.Di(tahap);
            var tolak = Assert.IsType<Penolakan>(perkara.Lakukan(perkara.Perintah(tindakan), serba));
            Assert.False(tolak.Rahasia, $"{tahap} {peran}");
        }
    }
}
