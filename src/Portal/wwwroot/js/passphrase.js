// Rules ticked as the passphrase is typed: input[data-passphrase], .syarat[data-syarat-untuk=id] with li[data-syarat=panjang|huruf|angka], and
// button[data-tampil-sandi=id]. Pasting is welcome; nothing typed leaves the field.
function pasang(masukan) {
  const daftar = document.querySelector(`[data-syarat-untuk="${masukan.id}"]`);
  const uji = {
    panjang: v => [...v].length >= 8,
    huruf: v => /\p{L}/u.test(v),
    angka: v => /\d/.test(v),
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
  periksa();
  document.querySelector(`[data-tampil-sandi="${masukan.id}"]`)?.addEventListener("click", e => {
    const tampak = masukan.type === "password";
    masukan.type = tampak ? "text" : "password";
    e.currentTarget.setAttribute("aria-pressed", String(tampak));
    e.currentTarget.textContent = tampak ? "Sembunyikan" : "Tampilkan";
  });
  masukan.form?.addEventListener("submit", () => {
    masukan.type = "password";
    // A download leaves the page as it is: what the try before said must not stay beside a file that has come.
    const bidang = masukan.closest(".bidang--galat");
    bidang?.querySelector(".galat-bidang")?.remove();
    bidang?.classList.remove("bidang--galat");
    masukan.removeAttribute("aria-invalid");
  });
}

const terpasang = new WeakSet();
function semua() {
  for (const masukan of document.querySelectorAll("[data-passphrase]")) if (!terpasang.has(masukan)) { terpasang.add(masukan); pasang(masukan); }
}

semua();
document.addEventListener("segar", semua);
