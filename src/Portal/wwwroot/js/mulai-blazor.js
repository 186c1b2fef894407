// Starts Blazor on officials' pages: whole page loads (so that modules run), an own connection bar, an honest state, and nothing typed is lost.
const bilah = document.getElementById("components-reconnect-modal");
const lencana = document.querySelector("[data-status-sambungan]");
const adaPutus = () => bilah.matches(".components-reconnect-show, .components-reconnect-failed, .components-reconnect-rejected");
// The server draws: until then nothing that is pressed is heard.
const hidup = () => document.querySelector("[data-hidup]") !== null && document.querySelector(".pulau[disabled]") === null;
const TANYA = 10_000;
let denyut = null, sejak = performance.now(), ditanya = -Infinity, takDijawab = null, putus = false;

// Blazor writes properties, never attributes: what differs from its default was filled in, by hand or by a button.
const terisi = el => el.type === "checkbox" || el.type === "radio" ? el.checked !== el.defaultChecked
  : el.matches("select") ? [...el.options].some(o => o.selected !== o.defaultSelected) : el.value !== el.defaultValue;

function sedangMengisi() {
  const aktif = document.activeElement;
  return document.querySelector("dialog[open], #tertinggal") !== null
    || (aktif?.matches("input, textarea, select") && aktif.value !== "")
    || [...document.querySelectorAll(".pulau :is(input, textarea, select)")].some(terisi);
}

// A change made while the connection was away (or dead without anybody knowing yet) never reached the server. What was changed since
// the last question that was answered is told once more when the connection is back, in the same order.
const diubah = new Map();
document.addEventListener("change", e => {
  if (!e.isTrusted || !e.target.closest(".pulau")) return;
  diubah.delete(e.target);
  diubah.set(e.target, performance.now());
}, true);
function sampaikanLagi() {
  for (const el of diubah.keys()) {
    if (el.isConnected && (el.type !== "radio" || el.checked)) el.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// Asks the server through the circuit whether it still hears: a link that is half open looks open from here for up to half a minute.
function tanya() {
  if (performance.now() - ditanya < TANYA) return;
  const pada = ditanya = performance.now();
  takDijawab ??= pada;
  DotNet.invokeMethodAsync("KlatenSE.Portal", "denyut").then(() => {
    takDijawab = null;
    // Messages keep their order: what was changed before this question has arrived.
    for (const [el, saat] of diubah) if (saat <= pada) diubah.delete(el);
  }, () => {});
}

function keadaan() {
  if (adaPutus()) return ["Terputus", "lewat", ""];
  if (!hidup()) return ["Menyambung", "dekat", ""];
  tanya();
  const kini = performance.now(), el = document.querySelector("[data-denyut]");
  const nilai = el && (el.dataset.denyut || el.textContent);
  if (nilai !== denyut) { denyut = nilai; sejak = kini; }
  const umur = el ? Math.floor((kini - sejak) / 1000) : 0, diam = takDijawab === null ? 0 : Math.floor((kini - takDijawab) / 1000);
  if (umur > 60 || diam > 25) return ["Terputus", "lewat", ` ${Math.max(umur, diam)} detik`];
  if (umur > Number(el?.dataset.batasDenyut || 30) || diam > 8) return ["Tertinggal", "dekat", ` ${Math.max(umur, diam)} detik`];
  return ["Langsung", "baik", el ? ` · ${umur} detik lalu` : ""];
}

function tampilkan() {
  if (!lencana) return;
  const [kata, nada, lalu] = keadaan();
  lencana.hidden = false;
  lencana.className = `lencana hanya-js lencana--${nada}`;
  for (const [tempat, teks] of [["[data-kata]", kata], ["[data-umur]", lalu]]) {
    const isi = lencana.querySelector(tempat);
    if (isi && isi.textContent !== teks) isi.textContent = teks;
  }
}

new MutationObserver(() => {
  if (putus && !adaPutus()) {
    [ditanya, takDijawab] = [-Infinity, null];
    sampaikanLagi();
  }
  putus = adaPutus();
  tampilkan();
  // The server forgot this page (a restart): load it anew, unless somebody would lose what they typed; then the bar says so.
  if (bilah.classList.contains("components-reconnect-rejected") && !sedangMengisi()) location.reload();
}).observe(bilah, { attributes: true, attributeFilter: ["class"] });

// What fails in the circuit is logged under its id.
const galat = document.getElementById("blazor-error-ui");
new MutationObserver(() => {
  const rujukan = document.querySelector("[data-rujukan-sirkuit]")?.dataset.rujukanSirkuit, tempat = galat.querySelector("[data-rujukan-galat]");
  if (!rujukan || !tempat.hidden) return;
  tempat.querySelector("[data-rujukan]").textContent = rujukan;
  tempat.hidden = false;
}).observe(galat, { attributes: true, attributeFilter: ["style"] });

document.addEventListener("click", async e => {
  if (e.target.closest("[data-muat-ulang]")) location.reload();
  // Nobody knows this page any more: the bar goes on as above.
  if (e.target.closest("[data-sambung-ulang]") && !(await Blazor.reconnect())) bilah.className = "components-reconnect-rejected";
});

tampilkan();
setInterval(tampilkan, 1000);
document.addEventListener("visibilitychange", () => { if (!document.hidden) tampilkan(); });
await Blazor.start({
  ssr: { disableDomPreservation: true },
  circuit: { reconnectionOptions: { maxRetries: 60, retryIntervalMilliseconds: n => Math.min(1000 * (n + 1), 10000) } },
});
tampilkan();
