// Rules ticked as the passphrase is typed: input[data-passphrase], its repetition input[data-passphrase-ulang=id], .syarat[data-syarat-untuk=id] with
// li[data-syarat=panjang|huruf|angka|sama], and button[data-tampil-sandi=id]. Pasting is welcome; nothing typed leaves the field.
function pasang(masukan) {
  const ulang = document.querySelector(`[data-passphrase-ulang="${masukan.id}"]`);
  const daftar = document.querySelector(`[data-syarat-untuk="${masukan.id}"]`);
  const uji = {
    panjang: v => [...v].length >= 8,
    huruf: v => /\p{L}/u.test(v),
    angka: v => /\d/.test(v),
    sama: v => v !== "" && ulang !== null && ulang.value === v,
  };

  function periksa() {
    for (const butir of daftar?.querySelectorAll("[data-syarat]") ?? []) {
      const ya = uji[butir.dataset.syarat](masukan.value);
      butir.dataset.terpenuhi = ya ? "ya" : "belum";
      const kata = butir.querySelector("[data-kata]");
      if (kata) kata.textContent = ya ? " (terpenuhi)" : " (belum)";
    }
  }

  masukan.addEventListener("input", periksa);
  ulang?.addEventListener("input", periksa);
  periksa();
  document.querySelector(`[data-tampil-sandi="${masukan.id}"]`)?.addEventListener("click", e => {
    const tampak = masukan.type === "password";
    masukan.type = tampak ? "text" : "password";
    if (ulang) ulang.type = masukan.type;
    e.currentTarget.setAttribute("aria-pressed", String(tampak));
    e.currentTarget.textContent = tampak ? "Sembunyikan" : "Tampilkan";
  });
  masukan.form?.addEventListener("submit", () => { masukan.type = "password"; if (ulang) ulang.type = "password"; });
}

for (const masukan of document.querySelectorAll("[data-passphrase]")) pasang(masukan);
