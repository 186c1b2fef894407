// The form with a certificate's file (step 8 beside BSrE): names the chosen file, sends it and tells its page what came of it. A file must not
// travel over the circuit.
const ukuran = n => `${Math.max(1, Math.round(n / 1024))} KB`;
const besar = kotak => Number(kotak.dataset.unggahBatas);

document.addEventListener("change", e => {
  const kotak = e.target.matches?.('#form-berkas input[type="file"]') ? e.target.closest(".unggah") : null;
  const berkas = e.target.files?.[0];
  if (kotak) kotak.querySelector("[data-unggah-nama]").textContent = berkas ? `Dipilih: ${berkas.name} (${ukuran(berkas.size)})` : "";
});

export async function kirim(form) {
  const masukan = form.querySelector('input[type="file"]');
  const berkas = masukan.files[0];
  if (!berkas) return { status: 422, kalimat: "Pilih dahulu berkas sertifikatnya." };
  const batas = besar(masukan.closest(".unggah"));
  if (berkas.size > batas) return { status: 413, kalimat: `Berkas ini terlalu besar untuk sebuah sertifikat, paling besar ${ukuran(batas)}. Pilih berkas .cer, .crt, atau .pem dari Portal BSrE.` };
  const isi = new FormData(form);
  let jawaban;
  try {
    // The token goes as a header too: a body that is too large is then told as that, and not as a missing token.
    jawaban = await fetch(form.action, { method: "POST", body: isi, headers: { RequestVerificationToken: isi.get("__RequestVerificationToken") } });
  } catch {
    return { status: 0, kalimat: "Berkas belum terkirim. Periksa jaringan Anda atau pilih berkasnya sekali lagi, lalu coba lagi." };
  }
  const kalimat = jawaban.headers.get("content-type")?.includes("json") ? (await jawaban.json()).kalimat : null;
  return { status: jawaban.status, kalimat };
}
