// Countdowns: <time data-batas=ms data-kini=ms>. Counts by the server's clock: the offset is taken when the element is first seen, so a
// device whose clock is wrong still shows the right time. Raises "batas-habis" (bubbling) once at the deadline.
const dilihat = new WeakMap();
const dua = n => String(n).padStart(2, "0");

function kata(sisa) {
  if (sisa <= 0) return "Waktu habis";
  const d = Math.floor(sisa / 1000);
  return `${dua(Math.floor(d / 3600))}:${dua(Math.floor(d / 60) % 60)}:${dua(d % 60)}`;
}

function detak() {
  for (const el of document.querySelectorAll("[data-batas]")) {
    let c = dilihat.get(el);
    const tanda = `${el.dataset.kini}/${el.dataset.batas}`;
    if (c?.tanda !== tanda) dilihat.set(el, c = { tanda, selisih: Number(el.dataset.kini) - Date.now(), habis: false });
    const sisa = Number(el.dataset.batas) - (Date.now() + c.selisih);
    const teks = kata(sisa);
    // The text node itself is kept: on interactive pages Blazor holds on to it.
    if (el.firstChild && el.firstChild.nodeValue !== teks) el.firstChild.nodeValue = teks;
    if (sisa <= 0 && !c.habis) { c.habis = true; el.dispatchEvent(new CustomEvent("batas-habis", { bubbles: true })); }
  }
}

detak();
setInterval(detak, 1000);
document.addEventListener("visibilitychange", () => { if (!document.hidden) detak(); });
