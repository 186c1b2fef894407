using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>A column of a list: which field it fills (null: none of a request's), how the template heads it, and which headings are understood.</summary>
public sealed record KolomDaftar(BidangPermohonan? Bidang, string Judul, bool Wajib, params string[] Alias)
{
    /// <summary>All columns of the list of people, in the order of the template.</summary>
    public static IReadOnlyList<KolomDaftar> Semua { get; } =
    [
        new(BidangPermohonan.Nama, "Nama (tanpa gelar)", true, "nama", "namatanpagelar", "namalengkap", "namapegawai"),
        new(BidangPermohonan.Nik, "NIK", true, "nik", "nomornik"),
        new(BidangPermohonan.Nip, "NIP", true, "nip", "nipnipppk", "nipppk"),
        new(BidangPermohonan.StatusKepegawaian, "Status kepegawaian", true, "statuskepegawaian", "status"),
        new(BidangPermohonan.Surel, "Email .go.id", true, "emailgoid", "email", "surel", "alamatemail"),
        new(BidangPermohonan.Ponsel, "Nomor ponsel", true, "nomorponsel", "ponsel", "nomorhp", "nohp", "hp"),
        new(BidangPermohonan.Pangkat, "Pangkat/golongan", false, "pangkatgolongan", "pangkat", "golongan"),
        new(BidangPermohonan.Jabatan, "Jabatan", true, "jabatan"),
        new(BidangPermohonan.UnitKerja, "Unit kerja", true, "unitkerja", "unit", "instansi", "opd"),
        new(BidangPermohonan.Kota, "Kabupaten/kota", false, "kabupatenkota", "kota", "kabupaten"),
        new(BidangPermohonan.Provinsi, "Provinsi", false, "provinsi"),
    ];

    /// <summary>Place of a field among the columns.</summary>
    public static int Urutan(BidangPermohonan bidang) => Semua.TakeWhile(k => k.Bidang != bidang).Count();

    /// <summary>A person as a row of the list.</summary>
    public static string[] Isi(DataPemohon d) => [.. Semua.Select(k => k.Bidang == BidangPermohonan.StatusKepegawaian
        ? d.Status.ToString().ToUpperInvariant()
        : d.Nilai().First(n => n.Bidang == k.Bidang).Nilai)];

    /// <summary>"A", "B", … "AA" of a place in a sheet.</summary>
    internal static string Huruf(int indeks) => indeks < 26 ? ((char)('A' + indeks)).ToString() : Huruf((indeks / 26) - 1) + (char)('A' + (indeks % 26));
}
