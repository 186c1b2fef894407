using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Loket;
using B = KlatenSE.Domain.Pengajuan.BidangPermohonan;

namespace KlatenSE.Infrastructure.Tests.Loket;

/// <summary>One kind of bad row with the sentence that names it.</summary>
/// <param name="Nama">What is wrong with it.</param>
/// <param name="Tulis">Writes the row; the good people of the list come along.</param>
/// <param name="Harapan">A part of the sentence.</param>
/// <param name="Catatan">Tidied and told, not refused.</param>
internal sealed record BarisBuruk(string Nama, Action<BukuUji, IReadOnlyList<DataPemohon>> Tulis, string Harapan, bool Catatan = false)
{
    /// <summary>The letter of the request that is open already.</summary>
    public Guid? SuratLain { get; init; }

    public static async Task<List<BarisBuruk>> SemuaAsync(RuangLoket ruang)
    {
        var terbuka = await ruang.WajibAsync(RuangLoket.OrangBaru());
        var bersertifikat = await ruang.Uji.BacaAsync(await ruang.Uji.SampaiAsync(Tahap.Selesai));
        var kasi = await ruang.Uji.PetugasAsync(Peran.Kasi);
        static BarisBuruk Sel(string nama, BidangPermohonan bidang, SelUji isi, string harapan, bool catatan = false) =>
            new(nama, (b, _) => b.Orang(RuangLoket.OrangBaru(), (bidang, isi)), harapan, catatan);
        static BarisBuruk Ubah(string nama, Func<DataPemohon, DataPemohon> ubah, string harapan, bool catatan = false) =>
            new(nama, (b, _) => b.Orang(ubah(RuangLoket.OrangBaru())), harapan, catatan);
        return
        [
            Ubah("NIK open already", d => d with { Nik = terbuka.Data.Nik }, $"sudah mempunyai permohonan yang sedang berjalan (nomor resi {terbuka.NomorResi}, tahap Menunggu konfirmasi)") with { SuratLain = terbuka.SuratMasukId },
            Ubah("NIK holds a certificate", d => d with { Nik = bersertifikat.Data.Nik }, "(NIK): NIK ini sudah memegang sertifikat elektronik yang berlaku sampai"),
            Ubah("mailbox has an open request under another NIK", d => d with { Surel = terbuka.Data.Surel }, $"Pemilik email ini sudah mempunyai permohonan yang sedang berjalan (nomor resi {terbuka.NomorResi}) dengan NIK lain"),
            Ubah("an official's mailbox", d => d with { Surel = kasi.Surel }, "milik akun petugas yang bukan pemohon"),
            Ubah("the counter's own mailbox", d => d with { Surel = ruang.Loket.Surel }, "tidak dapat mencatat permohonan Anda sendiri"),
            new("NIK twice in the list", (b, o) => b.Orang(RuangLoket.OrangBaru() with { Nik = o[0].Nik }), "NIK ini sama dengan NIK pada baris 2."),
            new("NIP twice in the list", (b, o) => b.Orang(RuangLoket.OrangBaru() with { Nip = o[1].Nip }), "NIP ini sama dengan NIP pada baris 3."),
            new("mailbox twice in the list, in capitals", (b, o) => b.Orang(RuangLoket.OrangBaru() with { Surel = o[2].Surel.ToUpperInvariant() }), "Email ini sama dengan Email pada baris 4."),
            Sel("NIK as a number: Excel keeps 15 digits", B.Nik, SelUji.Angka("3.3990155079E+15"), "NIK tersimpan sebagai angka, sehingga angka terakhirnya dapat berubah menjadi 0."),
            Sel("NIP as a number", B.Nip, SelUji.Angka("1.99007152015032E+17"), "NIP tersimpan sebagai angka"),
            Sel("NIK typed in scientific form", B.Nik, "3,39902E+15", "NIK tersimpan sebagai angka"),
            Sel("NIK of 15 digits", B.Nik, "339901550790000", "NIK harus 16 angka, sedangkan yang Anda isi 15 angka."),
            Sel("NIK of 17 digits", B.Nik, "33990155079000031", "sedangkan yang Anda isi 17 angka"),
            Sel("letters in the NIK", B.Nik, "33990155O7900003", "NIK hanya boleh berisi angka"),
            Sel("NIK with a birth date that is none", B.Nik, "3399019913900003", "(NIK):"),
            Sel("no NIK", B.Nik, "", "NIK belum diisi."),
            Sel("no name", B.Nama, "", "Nama (tanpa gelar) belum diisi."),
            Sel("title behind the name", B.Nama, "Sekar Wulandari, S.Kom.", "Nama ditulis tanpa gelar"),
            Sel("title before the name", B.Nama, "Dr. Bagas Prasetyo", "Nama ditulis tanpa gelar"),
            Sel("digits in the name", B.Nama, "Sekar 2", "hanya boleh berisi huruf"),
            Sel("a picture in the name", B.Nama, "Sekar 😀 Wulandari", "emoji"),
            Sel("a line break in the post", B.Jabatan, "Arsiparis\nMuda", "ganti baris"),
            Sel("no NIP of a PNS", B.Nip, "", "(NIP):"),
            Sel("NIP of 17 digits", B.Nip, "19900715201503200", "sedangkan yang Anda isi 17 angka"),
            new("the superior's own NIP", (b, _) => b.Orang(RuangLoket.OrangBaru() with { Nip = "196803121994031004" }), "sama dengan NIP atasan yang menandatangani surat"),
            Sel("no status", B.StatusKepegawaian, "", "Status kepegawaian belum diisi. Isilah PNS, PPPK, atau Lainnya."),
            Sel("a status that there is not", B.StatusKepegawaian, "Honorer", "Status kepegawaian tidak dikenal."),
            Sel("no mailbox", B.Surel, "", "Alamat email belum diisi."),
            Sel("a private mailbox", B.Surel, "sekar@gmail.com", "harus berakhiran .go.id"),
            Sel("an office's mailbox", B.Surel, "admin@contoh.go.id", "kotak surat bersama"),
            Sel("a mailbox without @", B.Surel, "sekar.contoh.go.id", "Tulis seperti nama@instansi.go.id"),
            Sel("no phone", B.Ponsel, "", "Nomor ponsel belum diisi."),
            Sel("an office's phone", B.Ponsel, "0272321046", "harus diawali 08"),
            Sel("no post", B.Jabatan, "", "Jabatan belum diisi."),
            Sel("a unit that is too long", B.UnitKerja, new string('x', 200), "terlalu panjang"),
            Sel("a formula", B.Jabatan, SelUji.Rumus("VLOOKUP(A1,B:C,2)"), "Sel ini berisi rumus."),
            Sel("an error of a formula", B.UnitKerja, SelUji.Galat("#N/A"), "kesalahan rumus (#N/A)"),
            Sel("a rank that became a date", B.Pangkat, SelUji.Tanggal("46000"), "Sel ini berisi tanggal, bukan teks"),
            Sel("a truth value", B.Jabatan, SelUji.Benar, "BENAR/SALAH"),
            new("merged cells", (b, _) => b.Orang(RuangLoket.OrangBaru()).Gabung($"H{b.Jumlah}:I{b.Jumlah}"), "digabung (merge)"),
            new("a hidden row", (b, _) => b.Tambah(BukuUji.Sel(RuangLoket.OrangBaru()), tersembunyi: true), "tersembunyi atau tersaring"),
            new("a value beside the columns", (b, _) => b.Tambah([.. BukuUji.Sel(RuangLoket.OrangBaru()), "", "catatan"]), "di luar kolom daftar"),
            Sel("an apostrophe before a number", B.Ponsel, "'081234567890", "Tanda petik di depan dihapus.", catatan: true),
            Sel("blanks that do not break", B.UnitKerja, "Dinas\u00A0Kesehatan", "Spasi khusus diubah menjadi spasi biasa.", catatan: true),
            Sel("digits of full width", B.Ponsel, "０８１２３４５６７８９１", "diubah menjadi yang biasa.", catatan: true),
            Sel("an invisible sign", B.Jabatan, "Arsiparis\u200B Muda", "Tanda yang tidak terlihat dihapus.", catatan: true),
            Ubah("NIK and NIP that disagree", d => d with { Nip = "196001011985032001" }, "Baris", catatan: true),
            Ubah("a status that the NIP gainsays", d => d with { Status = Domain.Identitas.StatusKepegawaian.Pppk }, "Status kepegawaian yang dipilih", catatan: true),
        ];
    }
}
