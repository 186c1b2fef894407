// Loaded on every page. Fetches only the modules whose attributes stand on the page; pages work without any of them.
const akar = document.documentElement;
akar.classList.add("js");

const modul = [
  ["[data-batas]", "./hitung-mundur.js"],
  ["form[data-unggah], .unggah", "./unggah.js"],
  ["form[data-simpan-url]", "./simpan-otomatis.js"],
  ["[data-kamera]", "./kamera.js"],
  ["[data-peristiwa]", "./pantau.js"],
  ["[data-passphrase]", "./passphrase.js"],
  ["form[data-sekali]", "./sekali-kirim.js"],
];

function muat() {
  for (const [pemilih, alamat] of modul) if (document.querySelector(pemilih)) import(alamat);
}

function tema() {
  const pilih = document.querySelector("[data-pilih-tema]");
  if (!pilih) return;
  pilih.value = akar.dataset.tema ?? "";
  pilih.addEventListener("change", () => {
    if (pilih.value) akar.dataset.tema = pilih.value; else delete akar.dataset.tema;
    const umur = pilih.value ? 31536000 : 0;
    document.cookie = `tema=${pilih.value}; path=/; max-age=${umur}; samesite=lax`;
  });
}

// A menu closes on Escape and on a click elsewhere; <details> alone would stay open.
document.addEventListener("keydown", e => {
  if (e.key !== "Escape") return;
  for (const m of document.querySelectorAll("details.menu[open]")) { m.open = false; m.querySelector("summary").focus(); }
});
document.addEventListener("click", e => {
  for (const m of document.querySelectorAll("details.menu[open]")) if (!m.contains(e.target)) m.open = false;
});
document.addEventListener("click", e => { if (e.target.closest("[data-cetak]")) window.print(); });

muat();
document.addEventListener("segar", muat);
tema();
document.querySelector("[data-fokus]")?.focus();
// Tabs that do not fit a phone stand at the one that is shown.
for (const t of document.querySelectorAll(".tab [aria-current]")) t.parentElement.scrollLeft = t.offsetLeft - (t.parentElement.clientWidth - t.offsetWidth) / 2;
// Interactive pages draw their parts later.
if (document.querySelector("[data-status-sambungan]")) import("./hitung-mundur.js");
