// Copies the value of a pressed [data-salin] and says so. One listener for the page, however often the module is asked for.
async function salin(teks) {
  // Without HTTPS (other than on this machine) browsers offer no clipboard: the old way still works there.
  if (navigator.clipboard) return navigator.clipboard.writeText(teks);
  const kotak = document.createElement("textarea");
  kotak.value = teks;
  document.body.append(kotak);
  kotak.select();
  const bisa = document.execCommand("copy");
  kotak.remove();
  if (!bisa) throw new Error("copy refused");
}

document.addEventListener("click", async e => {
  const tombol = e.target.closest("[data-salin]");
  if (!tombol) return;
  const kata = tombol.querySelector("[data-salin-kata]");
  const kabar = document.querySelector("[data-salin-kabar]");
  try {
    await salin(tombol.dataset.salin);
    // Which rows were copied already stays to be seen: nobody loses the place in a long form.
    for (const k of document.querySelectorAll("[data-salin-kata]")) k.textContent = k.dataset.pernah ? "Salin lagi" : "Salin";
    kata.textContent = "Tersalin";
    kata.dataset.pernah = "ya";
    if (kabar) kabar.textContent = "Tersalin";
  } catch {
    kata.textContent = "Tidak tersalin";
    if (kabar) kabar.textContent = "Peramban tidak mengizinkan penyalinan. Pilih teksnya, lalu salin sendiri.";
  }
  tombol.focus();
});
