using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>An office of the demo with the superior who signs its letters.</summary>
/// <param name="Nama">Name of the office.</param>
/// <param name="Kode">Its part of a letter's number.</param>
/// <param name="Atasan">The superior; fictional.</param>
/// <param name="AtasanNip">Valid in form.</param>
public sealed record KantorDemo(string Nama, string Kode, string Atasan, string AtasanNip);

/// <summary>A fictional person: numbers valid in form whose birth dates agree, in a regency code (3399) that nobody has.</summary>
public sealed record OrangDemo(string Nama, bool Perempuan, DateOnly Lahir, int TahunAngkat, bool Pppk, string Jabatan, string Pangkat, KantorDemo Kantor, int Urut)
{
    /// <summary>The account; new at each filling.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Roles by appointment.</summary>
    public IReadOnlyList<Peran> Peran { get; init; } = [Domain.Alur.Peran.Pemohon];

    public string Nik => $"3399{1 + (Urut % 26):00}{Lahir.Day + (Perempuan ? 40 : 0):00}{Lahir:MMyy}{Urut + 1:0000}";

    public string Nip => Pppk
        ? $"{Lahir:yyyyMMdd}{TahunAngkat}21{(Perempuan ? 2 : 1)}{Urut + 1:000}"
        : $"{Lahir:yyyyMMdd}{TahunAngkat}{1 + (Urut % 12):00}{(Perempuan ? 2 : 1)}{Urut + 1:000}";

    public string Surel => Nama.ToLowerInvariant().Replace(' ', '.') + "@contoh.go.id";

    /// <summary>The data as typed into the form of step 1.</summary>
    public DataPemohon Data => new()
    {
        Nama = Nama,
        Nik = Nik,
        Nip = Nip,
        Status = Pppk ? StatusKepegawaian.Pppk : StatusKepegawaian.Pns,
        Surel = Surel,
        Ponsel = $"+62812000{Urut + 1:00000}",
        Pangkat = Pangkat,
        Jabatan = Jabatan,
        UnitKerja = Kantor.Nama,
    };

    /// <summary>Name and NIK stay out of logs.</summary>
    public override string ToString() => $"OrangDemo {Urut}";
}

/// <summary>Everybody in the demo. All names are made up.</summary>
public sealed class WargaDemo
{
    private static readonly KantorDemo[] Kantor =
    [
        new("Dinas Perpustakaan dan Arsip", "DISARPUS", "Haryo Saptono", "197003121995031004"),
        new("Dinas Kependudukan dan Pencatatan Sipil", "DUKCAPIL", "Endah Pujiwati", "197108251996032003"),
        new("Dinas Kesehatan", "DINKES", "Tri Wibawanto", "196911071994011002"),
        new("Badan Kepegawaian dan Pengembangan SDM", "BKPSDM", "Lestari Widoretno", "197205301997032005"),
        new("Dinas Pendidikan", "DISDIK", "Suryo Adimulyo", "196807151993031007"),
        new("Kecamatan Tirtamulya", "KEC-TM", "Bambang Kuntoro", "197409181998031003"),
        new("Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", "Gunawan Sasmito", "197012041996011001"),
        new("Inspektorat", "INSP", "Sulastri Prameswati", "197306221998032002"),
        new("Badan Pengelolaan Keuangan dan Aset", "BPKA", "Hendro Wicaksana", "197110101997031006"),
        new("Kecamatan Karangasri", "KEC-KA", "Yuliana Setyaningsih", "197607141999032004"),
    ];

    private static readonly KantorDemo Kominfo = new("Dinas Komunikasi dan Informatika", "DISKOMINFO", "Handini Kaswari", "197002041994032006");

    // The last word of a woman's name is marked by *.
    private static readonly string[] NamaPemohon =
    [
        "Laras Ayuningsih*", "Damar Wijanarko", "Retno Palupi*", "Bayu Anggoro", "Citra Maheswari*", "Galih Prasojo", "Wening Astuti*", "Tegar Santosa",
        "Kinanti Rahayu*", "Panji Kurniawan", "Nilam Sasikirana*", "Arga Pamungkas", "Melati Kusuma*", "Satria Nugroho", "Ratih Purwanti*", "Ilham Saputra",
        "Sekar Larasati*", "Yoga Aditama", "Puspita Dewanti*", "Rangga Wirawan", "Intan Permata*", "Bima Raharja", "Anggun Lestari*", "Dimas Priyambodo",
        "Gita Savitri*", "Wira Atmaja", "Hesti Nurjanah*", "Krisna Mahendra", "Ajeng Pertiwi*", "Lukman Hakiki", "Tari Wulandari*", "Surya Baskara",
        "Dyah Kencana*", "Fajar Ramadhani", "Asih Widiastuti*", "Rendra Permadi", "Sinta Anindita*",
    ];

    // Come to the counter with paper and have no account yet.
    private static readonly string[] NamaTamu =
        ["Warsito Hadi", "Endang Murtini*", "Suparjo Utomo", "Kartika Dewi*", "Slamet Riyadi", "Umi Khasanah*", "Teguh Prakoso"];

    private static readonly string[] Jabatan =
        ["Arsiparis Ahli Muda", "Pranata Komputer Ahli Pertama", "Analis Kepegawaian", "Bendahara Pengeluaran", "Kepala Subbagian Umum", "Perencana Ahli Muda", "Pengelola Barang", "Auditor Ahli Pertama"];

    private static readonly string[] Pangkat = ["Penata Muda, III/a", "Penata Muda Tingkat I, III/b", "Penata, III/c", "Penata Tingkat I, III/d", "Pembina, IV/a"];

    public WargaDemo()
    {
        Pemohon = [.. NamaPemohon.Select(Buat)];
        Tamu = [.. NamaTamu.Select((n, i) => Buat(n, 40 + i))];
        Loket = Petugas("Sri Wahyuningsih*", "Pengadministrasi Umum", 8, Peran.PetugasLoket);
        Kepala = Petugas("Handini Kaswari*", "Kepala Dinas", 0, Peran.Kepala);
        Sekretaris = Petugas("Agung Setyobudi", "Sekretaris Dinas", 1);
        Kabid = Petugas("Ratna Kusumaningdyah*", "Kepala Bidang Informatika dan Persandian", 2, Peran.Kabid);
        Kasi = Petugas("Hartanto Widagdo", "Kepala Seksi Infrastruktur TI", 3, Peran.Kasi);
        Verifikator =
        [
            Petugas("Nuraini Fatmasari*", "Pranata Komputer", 4, Peran.Verifikator), Petugas("Joko Pramudito", "Sandiman", 5, Peran.Verifikator),
            Petugas("Fitria Rahmadani*", "Pranata Komputer", 6, Peran.Verifikator),
        ];
        Administrator = Petugas("Wahyu Nugrahadi", "Pranata Komputer", 7, Peran.Administrator);
    }

    /// <summary>Applicants of ten offices; the last but one has no request yet, the last has one from the counter.</summary>
    public IReadOnlyList<OrangDemo> Pemohon { get; }

    /// <summary>People at the counter, for whom it makes the accounts.</summary>
    public IReadOnlyList<OrangDemo> Tamu { get; }

    public OrangDemo Loket { get; }

    public OrangDemo Kepala { get; }

    /// <summary>Acts for the Kepala as Plh; no role of the own.</summary>
    public OrangDemo Sekretaris { get; }

    public OrangDemo Kabid { get; }
    public OrangDemo Kasi { get; }
    public IReadOnlyList<OrangDemo> Verifikator { get; }
    public OrangDemo Administrator { get; }

    public IEnumerable<OrangDemo> Semua => [Administrator, Kepala, Sekretaris, Kabid, Kasi, .. Verifikator, Loket, .. Pemohon];

    private static OrangDemo Buat(string nama, int i)
    {
        var pppk = i % 5 == 4;
        var lahir = new DateOnly(1976 + (i * 7 % 22), 1 + (i * 5 % 12), 1 + (i * 11 % 28));
        return new OrangDemo(
            nama.TrimEnd('*'), nama.EndsWith('*'), lahir, pppk ? 2021 + (i % 4) : lahir.Year + 25, pppk,
            Jabatan[i % Jabatan.Length], pppk ? "IX" : Pangkat[i % Pangkat.Length], Kantor[i % Kantor.Length], i);
    }

    private static OrangDemo Petugas(string nama, string jabatan, int i, params Peran[] peran) =>
        new(nama.TrimEnd('*'), nama.EndsWith('*'), new DateOnly(1970 + (i * 2), 2 + i, 4 + i), 1996 + (i * 2), false, jabatan, Pangkat[^1], Kominfo, 100 + i) { Peran = peran };
}
