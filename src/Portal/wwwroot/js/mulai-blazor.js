// Starts Blazor on officials' pages: whole page loads (so that modules run), an own connection bar, an honest state.
const bilah = document.getElementById("components-reconnect-modal");
const lencana = document.querySelector("[data-status-sambungan]");
const adaPutus = () => bilah.matches(".components-reconnect-show, .components-reconnect-failed, .components-reconnect-rejected");
let denyut = null, sejak = performance.now(), tersambung = false;

function sedangMengisi() {
  const aktif = document.activeElement;
  return document.querySelector("dialog[open]") !== null || (aktif?.matches("input, textarea, select") && aktif.value !== "");
}

function tampilkan() {
  if (!lencana) return;
  const el = document.querySelector("[data-denyut]");
  const kini = el && (el.dataset.denyut || el.textContent);
  if (kini !== denyut) { denyut = kini; sejak = performance.now(); }
  const umur = Math.floor((performance.now() - sejak) / 1000);
  let kata, nada, lalu = "";
  if (adaPutus()) [kata, nada] = ["Terputus", "lewat"];
  else if (!tersambung) [kata, nada] = ["Menyambung", "dekat"];
  else if (el && umur > 60) [kata, nada] = [`Terputus ${umur} detik`, "lewat"];
  else if (el && umur > Number(el.dataset.batasDenyut || 30)) [kata, nada] = [`Tertinggal ${umur} detik`, "dekat"];
  else [kata, nada, lalu] = ["Langsung", "baik", el ? ` · ${umur} detik lalu` : ""];
  lencana.hidden = false;
  lencana.className = `lencana hanya-js lencana--${nada}`;
  for (const [tempat, teks] of [["[data-kata]", kata], ["[data-umur]", lalu]]) {
    const isi = lencana.querySelector(tempat);
    if (isi && isi.textContent !== teks) isi.textContent = teks;
  }
}

new MutationObserver(() => {
  tampilkan();
  // The server forgot this page (a restart): load it anew, unless somebody would lose what they typed.
  if (bilah.classList.contains("components-reconnect-rejected") && !sedangMengisi()) location.reload();
}).observe(bilah, { attributes: true, attributeFilter: ["class"] });

document.addEventListener("click", async e => {
  if (e.target.closest("[data-muat-ulang]")) location.reload();
  if (e.target.closest("[data-sambung-ulang]") && !(await Blazor.reconnect())) location.reload();
});

await Blazor.start({
  ssr: { disableDomPreservation: true },
  circuit: { reconnectionOptions: { maxRetries: 60, retryIntervalMilliseconds: n => Math.min(1000 * (n + 1), 10000) } },
});
tersambung = document.querySelector("[data-status-sambungan]") !== null;
tampilkan();
setInterval(tampilkan, 1000);
