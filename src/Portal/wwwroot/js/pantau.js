// A static page that moves by itself: [data-peristiwa=address of an event stream]. At each message the page is fetched again and every region
// [data-segar=name] that changed is replaced, but never under a hand that types in it. Says so in a polite live region.
const sumber = document.querySelector("[data-peristiwa]");
const umum = document.createElement("p");
umum.className = "tersembunyi";
umum.setAttribute("role", "status");
document.body.append(umum);
let aliran = null, jeda = 2000, tunggu = 0, berjalan = false, lagi = false;

const terketik = el => el.type === "checkbox" || el.type === "radio" ? el.checked !== el.defaultChecked : el.type !== "hidden" && "defaultValue" in el && el.value !== el.defaultValue;
const mengisi = daerah => {
  if ([...daerah.querySelectorAll("input, textarea")].some(terketik)) return true;
  const aktif = document.activeElement;
  return daerah.contains(aktif) && aktif.matches("input:not([type=hidden]), textarea, select, [contenteditable]");
};

// What the reader sees, without the running seconds and the fresh tokens of forms.
function wajah(daerah) {
  const salinan = daerah.cloneNode(true);
  for (const el of salinan.querySelectorAll("[data-batas]")) el.textContent = el.dataset.batas;
  for (const el of salinan.querySelectorAll('input[type="hidden"]')) el.remove();
  for (const el of salinan.querySelectorAll("details")) el.open = false;
  for (const el of salinan.querySelectorAll("[data-kini]")) el.removeAttribute("data-kini");
  return salinan.innerHTML.replace(/\s+/g, " ").trim();
}

// A form that stays is sent with the version of what the reader now sees beside it.
function samakan(lama, ganti) {
  const versi = [...ganti.querySelectorAll("input[name=Versi]")];
  [...lama.querySelectorAll("input[name=Versi]")].forEach((el, i) => { if (versi[i]) el.value = versi[i].value; });
}

async function segarkan() {
  if (berjalan) { lagi = true; return; }
  berjalan = true;
  try {
    const jawab = await fetch(location.href, { headers: { "X-Segar": "1" }, cache: "no-store" });
    if (jawab.redirected) { location.reload(); return; }
    if (!jawab.ok) return;
    const baru = new DOMParser().parseFromString(await jawab.text(), "text/html");
    let kabar = null;
    for (const lama of document.querySelectorAll("[data-segar]")) {
      const ganti = baru.querySelector(`[data-segar="${CSS.escape(lama.dataset.segar)}"]`);
      if (!ganti) continue;
      if (wajah(lama) === wajah(ganti)) { samakan(lama, ganti); continue; }
      if (mengisi(lama)) { lama.addEventListener("focusout", jadwalkan, { once: true }); continue; }
      const fokus = lama.contains(document.activeElement) ? document.activeElement.id : "";
      const masuk = document.importNode(ganti, true);
      masuk.classList.add("segar-baru");
      if (lama.querySelector("details[open]")) for (const el of masuk.querySelectorAll("details")) el.open = true;
      lama.replaceWith(masuk);
      if (fokus) document.getElementById(fokus)?.focus();
      kabar ??= masuk.querySelector("[data-segar-kabar], h1, h2")?.textContent ?? "";
    }
    if (kabar !== null) umum.textContent = `Halaman diperbarui. ${kabar.replace(/\s+/g, " ").trim()}`;
    // The scripts of what has just come (passphrase, one submit, countdown).
    if (kabar !== null) document.dispatchEvent(new CustomEvent("segar"));
  } catch {
    // Offline: the stream's own back-off tries again.
  } finally {
    berjalan = false;
    if (lagi) { lagi = false; jadwalkan(); }
  }
}

function jadwalkan() { clearTimeout(tunggu); tunggu = setTimeout(segarkan, 300); }

function buka() {
  aliran = new EventSource(sumber.dataset.peristiwa);
  // Something may have happened between the page's making and the stream's opening, at the first time as after a gap.
  aliran.onopen = () => { jadwalkan(); jeda = 2000; };
  aliran.onmessage = jadwalkan;
  aliran.onerror = () => {
    if (aliran.readyState !== EventSource.CLOSED) return;
    setTimeout(buka, jeda);
    jeda = Math.min(jeda * 2, 60000);
  };
}

buka();
document.addEventListener("batas-habis", () => setTimeout(segarkan, 1500));
document.addEventListener("visibilitychange", () => { if (!document.hidden) jadwalkan(); });
window.addEventListener("pagehide", () => aliran?.close());
window.addEventListener("pageshow", e => { if (e.persisted) { buka(); jadwalkan(); } });
