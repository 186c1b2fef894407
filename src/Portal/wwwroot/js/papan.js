// The live board's own hand: counts ages and links on by the server's clock (no message for a passing minute), marks and announces what moved,
// writes the filter into the address, and fills the stage picker of narrow screens. Changes texts, classes and [hidden] only: nodes are Blazor's.
const JAM = 3600, HAMPIR = 3 * JAM, HARI_KERJA = 27000;
const urut = new Map();
let akar = null, selisih = 0, jam = [], kabar = null, tertunda = [], pergi = [], pewaktu = 0, sentuhan = -Infinity;

const kini = () => (Date.now() + selisih) / 1000;

function bacaJam() {
  const denyut = Number(akar.dataset.denyut);
  if (denyut) selisih = denyut - Date.now();
  jam = (akar.dataset.kerja || "").split(" ").filter(Boolean).map(s => s.split("-").map(Number));
}

function satuan(detik, hari, namaHari) {
  const n = Math.floor(detik / 60);
  if (n < 1) return "kurang dari 1 mnt";
  const h = Math.floor(n / hari), j = Math.floor(n % hari / 60), m = n % hari % 60;
  if (h > 0) return j > 0 ? `${h} ${namaHari} ${j} j` : `${h} ${namaHari}`;
  return j === 0 ? `${m} mnt` : m === 0 ? `${j} j` : `${j} j ${m} mnt`;
}
const kerja = d => satuan(d, HARI_KERJA / 60, "hari kerja");
const dinding = d => satuan(d, 24 * 60, "h");

function usia(d, t) {
  if (d.k === "l") {
    const sisa = Number(d.b) - t;
    return sisa <= 0 ? ["lewat", "Link habis", "habis"]
      : [sisa < HAMPIR ? "dekat" : "baik", sisa < HAMPIR ? "Link hampir habis" : "Link berlaku", `sisa ${dinding(sisa)}`];
  }
  if (d.k === "h") {
    const sisa = Number(d.b) - t;
    return sisa <= 0 ? ["lewat", "Lewat batas"] : sisa < 24 * JAM ? ["dekat", "Mendekati batas"] : ["baik", "Dalam batas"];
  }
  const sejak = Number(d.e), s = Number(d.s);
  const w = Number(d.w) + jam.reduce((n, [a, b]) => n + Math.max(0, Math.min(b, t) - Math.max(a, sejak)), 0);
  const teks = w < JAM && s < JAM ? `${kerja(w)}, batas ${Math.floor(s / 60)}` : kerja(w);
  if (w >= 3 * s) return ["jauh", "Jauh lewat batas", teks];
  if (w > s) return ["lewat", "Lewat batas", teks];
  if (w >= 0.75 * s) return ["dekat", "Mendekati batas", teks];
  return ["baik", "Dalam batas", w < 60 ? "baru" : kerja(w)];
}

const isi = (el, teks) => { if (el.textContent !== teks) el.textContent = teks; };

function segarkan(kartu, t) {
  const d = kartu.dataset;
  if (d.k) {
    const [tingkat, kata, teks] = usia(d, t);
    const lencana = kartu.querySelector(".usia");
    if (!kartu.classList.contains(`papan-kartu--${tingkat}`)) {
      kartu.classList.remove("papan-kartu--baik", "papan-kartu--dekat", "papan-kartu--lewat", "papan-kartu--jauh");
      kartu.classList.add(`papan-kartu--${tingkat}`);
      lencana.classList.remove("lencana--baik", "lencana--dekat", "lencana--lewat");
      lencana.classList.add(`lencana--${tingkat === "jauh" ? "lewat" : tingkat}`);
    }
    isi(lencana.firstElementChild, `${kata}: `);
    if (teks) isi(lencana.lastElementChild, teks);
  }
  const pindah = kartu.querySelector(".pindah");
  if (pindah) {
    const umur = t - Number(d.p);
    pindah.hidden = umur > 90;
    kartu.classList.toggle("papan-kartu--baru", umur < 20);
  }
}

function detak() {
  if (!akar || document.hidden) return;
  const t = kini();
  for (const kartu of akar.querySelectorAll(".papan-kartu")) segarkan(kartu, t);
}

function umumkan() {
  pewaktu = 0;
  // A card that came anew elsewhere is told by its coming.
  const hilang = pergi.filter(k => !akar.querySelector(`.papan-kartu[data-id="${CSS.escape(k.id)}"]`));
  const n = tertunda.length + hilang.length;
  const kolom = k => k.closest(".papan-kolom")?.querySelector("h2")?.textContent ?? "";
  if (n) {
    kabar.textContent = n > 5 ? `${n} permohonan berpindah.`
      : [...tertunda.map(k => `${k.querySelector(".nomor").textContent} ${k.querySelector(".nama").textContent}: ${k.querySelector(".pindah").textContent}. Kini di ${kolom(k)}.`),
        ...hilang.map(k => `${k.kata} tidak lagi di ${k.kolom}.`)].join(" ");
  }
  tertunda = [];
  pergi = [];
}

function datang(kartu, diamDiam) {
  const n = Number(kartu.dataset.n || 0), lama = urut.get(kartu.dataset.id);
  urut.set(kartu.dataset.id, n);
  segarkan(kartu, kini());
  // Announced once for each act, and only while it is news: an unfolded column or a filter taken away is none.
  if (diamDiam || !n || n === lama || kini() - Number(kartu.dataset.p) > 30) return;
  tertunda.push(kartu);
  if (!pewaktu) pewaktu = setTimeout(umumkan, 400);
}

// A filter or a folded column takes cards away too, but by the viewer's own hand.
function tinggal(kartu, bekas) {
  if (performance.now() - sentuhan < 1500) return;
  const kolom = (kartu.closest(".papan-kolom") ?? bekas.closest(".papan-kolom"))?.querySelector("h2")?.textContent;
  if (!kolom) return;
  pergi.push({ id: kartu.dataset.id, kolom, kata: `${kartu.querySelector(".nomor").textContent} ${kartu.querySelector(".nama").textContent}` });
  if (!pewaktu) pewaktu = setTimeout(umumkan, 400);
}

const semuaKolom = () => [...akar.querySelectorAll(".papan-kolom")];

// How many columns lie beyond each edge; on a phone, which one is shown.
function tepi() {
  const papan = akar.querySelector("[data-papan-kolom]"), bingkai = akar.querySelector("[data-papan-bingkai]");
  const batas = papan.getBoundingClientRect(), kotak = semuaKolom().map(k => [k, k.getBoundingClientRect()]);
  const jumlah = { "-1": kotak.filter(([, r]) => r.left < batas.left - 8).length, 1: kotak.filter(([, r]) => r.right > batas.right + 8).length };
  for (const b of akar.querySelectorAll("[data-geser]")) {
    const n = jumlah[b.dataset.geser];
    b.hidden = n === 0;
    isi(b.querySelector("span"), `${n} kolom lagi`);
  }
  bingkai.classList.toggle("papan-bingkai--kiri", jumlah[-1] > 0);
  bingkai.classList.toggle("papan-bingkai--kanan", jumlah[1] > 0);
  const tengah = batas.left + batas.width / 2, kini = kotak.find(([, r]) => r.left <= tengah && r.right > tengah)?.[0].dataset.tahap;
  for (const p of akar.querySelectorAll(".papan-pil")) {
    const ini = p.dataset.ke === kini;
    if (ini === p.hasAttribute("aria-current")) continue;
    p.toggleAttribute("aria-current", ini);
    if (ini) { const nav = p.parentElement; nav.scrollLeft = p.offsetLeft - (nav.clientWidth - p.offsetWidth) / 2; }
  }
}

function geser(arah) {
  const papan = akar.querySelector("[data-papan-kolom]");
  papan.scrollBy({ left: arah * papan.clientWidth * 0.7, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

function pilihTahap() {
  const nav = akar.querySelector("[data-papan-pilih]");
  const isiNav = [...akar.querySelectorAll(".papan-kolom")].map(k => {
    const angka = k.querySelector(".papan-jumlah")?.firstChild?.textContent ?? "";
    return [k.dataset.tahap, k.querySelector(".papan-nomor")?.textContent, k.getAttribute("aria-label") ?? k.querySelector("h2")?.textContent ?? "", angka];
  });
  // The buttons stay and only their words change: a count must not take the focus away from who stands on one.
  const ada = new Map([...nav.children].map(b => [b.dataset.ke, b]));
  isiNav.forEach(([tahap, nomor, nama, angka], i) => {
    let b = ada.get(tahap);
    ada.delete(tahap);
    if (!b) {
      b = document.createElement("button");
      b.type = "button";
      b.className = "papan-pil";
      b.dataset.ke = tahap;
    }
    isi(b, `${nomor ? nomor + " " : ""}${nama.trim()} · ${angka.trim()}`);
    if (nav.children[i] !== b) nav.insertBefore(b, nav.children[i] ?? null);
  });
  for (const b of ada.values()) b.remove();
}

function tepatkan(kolom) { kolom.parentElement.scrollLeft = kolom.offsetLeft - 4; }

function ke(tahap) {
  const kolom = akar.querySelector(`.papan-kolom[data-tahap="${CSS.escape(tahap)}"]`);
  if (!kolom) return;
  tepatkan(kolom);
  // Who had read on to the end of a long stage begins the next one at its head.
  if (kolom.getBoundingClientRect().top < 0) kolom.scrollIntoView({ block: "start", inline: "start" });
  (kolom.querySelector("h2") ?? kolom.querySelector("button"))?.focus({ preventScroll: true });
}

export function alamat(ke) { history.replaceState(history.state, "", ke); }

export function mulai() {
  akar = document.querySelector("[data-papan]");
  kabar = akar.querySelector("[data-papan-kabar]");
  bacaJam();
  for (const kartu of akar.querySelectorAll(".papan-kartu")) datang(kartu, true);
  pilihTahap();
  new MutationObserver(bacaJam).observe(akar, { attributes: true, attributeFilter: ["data-denyut"] });
  const papan = akar.querySelector("[data-papan-kolom]");
  new MutationObserver(catatan => {
    for (const { addedNodes, removedNodes, target } of catatan) {
      for (const el of removedNodes) {
        if (el.nodeType === 1) for (const kartu of el.matches(".papan-kartu") ? [el] : el.querySelectorAll(".papan-kartu")) tinggal(kartu, target);
      }
      for (const el of addedNodes) {
        if (el.nodeType !== 1) continue;
        if (el.matches(".papan-kartu")) datang(el, false);
        else for (const kartu of el.querySelectorAll(".papan-kartu")) datang(kartu, false);
      }
    }
    pilihTahap();
    tepi();
  }).observe(papan, { childList: true, subtree: true, characterData: true });
  akar.addEventListener("click", e => {
    const b = e.target.closest("[data-ke]"), g = e.target.closest("[data-geser]");
    if (b) ke(b.dataset.ke);
    if (g) geser(Number(g.dataset.geser));
  });
  for (const jenis of ["input", "change", "click"]) akar.addEventListener(jenis, () => { sentuhan = performance.now(); });
  papan.addEventListener("scroll", tepi, { passive: true });
  new ResizeObserver(tepi).observe(papan);
  // A phone shows one stage: the first that waits for the viewer.
  const saya = akar.querySelector(".papan-kolom--saya");
  if (saya && matchMedia("(max-width: 40rem)").matches) tepatkan(saya);
  tepi();
  document.addEventListener("visibilitychange", detak);
  setInterval(detak, 5000);
  akar.dataset.siap = "";
}
