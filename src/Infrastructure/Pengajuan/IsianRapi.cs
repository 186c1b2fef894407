using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>Typed data in the form in which they are kept: blanks and hyphens in numbers are forgiven (domain facts: "Identity numbers").</summary>
public static class IsianRapi
{
    /// <summary>The applicant's data, tidied; what cannot be read is left for the validator to name.</summary>
    public static DataPemohon Rapikan(this DataPemohon data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data with
        {
            Nama = NamaOrang.Rapikan(data.Nama),
            Nik = Nomor(data.Nik),
            Nip = Nomor(data.Nip),
            Surel = Teks(data.Surel),
            Ponsel = NomorPonsel.Coba(data.Ponsel, out var ponsel, out _) ? ponsel.Nilai : Teks(data.Ponsel),
            Pangkat = Teks(data.Pangkat),
            Jabatan = Teks(data.Jabatan),
            UnitKerja = Teks(data.UnitKerja),
            Kota = Teks(data.Kota),
            Provinsi = Teks(data.Provinsi),
        };
    }

    /// <summary>The letter's data, tidied.</summary>
    public static DataSurat Rapikan(this DataSurat surat)
    {
        ArgumentNullException.ThrowIfNull(surat);
        return surat with
        {
            Nomor = Teks(surat.Nomor),
            AtasanNama = Teks(surat.AtasanNama),
            AtasanNip = Nomor(surat.AtasanNip),
            AtasanJabatan = Teks(surat.AtasanJabatan),
        };
    }

    private static string Teks(string? teks) => (teks ?? "").Trim();

    private static string Nomor(string? teks) => string.Concat((teks ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));
}
