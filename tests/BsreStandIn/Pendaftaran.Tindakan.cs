namespace KlatenSE.BsreStandIn;

/// <content>The acts by name, as the pages and the control endpoint call them.</content>
internal sealed partial class Pendaftaran
{
    /// <summary>What a verifikator (or the control endpoint) can do with a person.</summary>
    public static readonly IReadOnlyList<string> Tindakan =
        ["setujui", "kembalikan", "kirim-ulang", "tolak", "terbit", "perpanjang", "tangguhkan", "pulihkan", "cabut", "aktivasi", "passphrase"];

    public void Lakukan(Orang orang, string tindakan, string? alasan) => Kunci(() =>
    {
        alasan = string.IsNullOrWhiteSpace(alasan) ? null : alasan.Trim();
        if (alasan is null && tindakan is ("kembalikan" or "tolak" or "tangguhkan" or "cabut"))
        {
            throw new DitolakException(400, "Tulis alasannya.");
        }
        switch (tindakan)
        {
            case "aktivasi":
                Pindah(orang, Keadaan.MenungguVerifikasi, Keadaan.MenungguAktivasi);
                orang.Tautan?.Dipakai = true;
                break;
            case "setujui":
                Pindah(orang, Keadaan.MenungguPassphrase, Keadaan.MenungguVerifikasi);
                orang.Alasan = null;
                KirimPassphrase(orang);
                break;
            case "kembalikan":
                Pindah(orang, Keadaan.MenungguAktivasi, Keadaan.MenungguVerifikasi);
                (orang.Alasan, orang.DataBenar, orang.Ktp, orang.Selfie) = (alasan, false, null, null);
                KirimAktivasi(orang);
                break;
            case "kirim-ulang" when orang.Keadaan == Keadaan.MenungguPassphrase:
                KirimPassphrase(orang);
                break;
            case "kirim-ulang":
                Harus(orang, Keadaan.MenungguAktivasi, Keadaan.Ditolak);
                orang.Keadaan = Keadaan.MenungguAktivasi;
                KirimAktivasi(orang);
                break;
            case "passphrase":
                Pindah(orang, Keadaan.Diproses, Keadaan.MenungguPassphrase);
                orang.Tautan?.Dipakai = true;
                orang.PassphrasePada = jam.GetUtcNow();
                break;
            case "terbit":
                Harus(orang, Keadaan.Diproses);
                Terbitkan(orang);
                break;
            case "tolak":
                // A renewal that is refused leaves the certificate at hand as it is.
                Pindah(orang, orang.Perpanjangan ? Keadaan.Terbit : Keadaan.Ditolak, Keadaan.Diproses);
                (orang.Alasan, orang.Perpanjangan, orang.DataBenar, orang.Ktp, orang.Selfie) = (alasan, false, false, null, null);
                surat.Kirim(NaskahSurat.Penolakan(orang));
                break;
            case "perpanjang":
                Pindah(orang, Keadaan.MenungguAktivasi, Keadaan.Terbit);
                (orang.Perpanjangan, orang.Alasan, orang.DataBenar, orang.Ktp, orang.Selfie) = (true, null, false, null, null);
                KirimAktivasi(orang);
                break;
            case "tangguhkan":
                Pindah(orang, Keadaan.Ditangguhkan, Keadaan.Terbit);
                orang.Alasan = alasan;
                break;
            case "pulihkan":
                Pindah(orang, Keadaan.Terbit, Keadaan.Ditangguhkan);
                orang.Alasan = null;
                break;
            case "cabut":
                Pindah(orang, Keadaan.Dicabut, Keadaan.Terbit, Keadaan.Ditangguhkan);
                orang.Alasan = alasan;
                break;
            default:
                throw new DitolakException(404, $"Tindakan tidak dikenal. Yang ada: {string.Join(", ", Tindakan)}.");
        }
        return 0;
    });

    private static void Harus(Orang orang, params Keadaan[] dari)
    {
        if (!dari.Contains(orang.Keadaan))
        {
            throw new DitolakException(409, $"Tindakan ini tidak mungkin sekarang. Keadaan: {orang.NamaKeadaan}.");
        }
    }

    private static void Pindah(Orang orang, Keadaan ke, params Keadaan[] dari)
    {
        Harus(orang, dari);
        orang.Keadaan = ke;
    }

    private void Terbitkan(Orang orang)
    {
        orang.Sertifikat = otoritas.Terbitkan(orang.Data, jam.GetUtcNow());
        (orang.Keadaan, orang.Perpanjangan, orang.Alasan) = (Keadaan.Terbit, false, null);
        surat.Kirim(NaskahSurat.Berhasil(orang, surat.AlamatPublik));
    }
}
