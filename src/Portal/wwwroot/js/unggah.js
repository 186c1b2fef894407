// Documents of a form. In each .unggah: name and preview of the choice, drop, size warning. form[data-unggah]: sends by XHR with progress to the
// form's own action; a refusal shows the server's sentence and keeps every choice. Without this script the form posts plainly.
const ukuran = n => n < 1048576
  ? `${Math.max(1, Math.round(n / 1024))} KB`
  : `${(n / 1048576).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;

function pasang(kotak) {
  const masukan = [...kotak.querySelectorAll('input[type="file"]')];
  const nama = kotak.querySelector("[data-unggah-nama]");
  const gambar = kotak.querySelector("[data-unggah-pratinjau]");
  const batas = Number(kotak.dataset.unggahBatas || 0);

  function pilih(input) {
    for (const lain of masukan) { if (lain !== input) lain.value = ""; lain.setCustomValidity(""); }
    if (gambar?.src) URL.revokeObjectURL(gambar.src);
    const berkas = input.files[0];
    if (gambar) { gambar.hidden = !/^image\/(jpeg|png|webp)$/.test(berkas?.type ?? ""); if (!gambar.hidden) gambar.src = URL.createObjectURL(berkas); }
    if (!berkas) { if (nama) nama.textContent = ""; return; }
    const terlaluBesar = batas > 0 && berkas.size > batas;
    const kalimat = terlaluBesar
      ? `Berkas ini ${ukuran(berkas.size)}, paling besar ${ukuran(batas)}. Pilih berkas yang lebih kecil.`
      : `Dipilih: ${berkas.name} (${ukuran(berkas.size)})`;
    if (terlaluBesar) input.setCustomValidity(kalimat);
    if (nama) nama.textContent = kalimat;
  }

  for (const m of masukan) m.addEventListener("change", () => pilih(m));
  kotak.addEventListener("dragover", e => { e.preventDefault(); kotak.dataset.jatuh = ""; });
  kotak.addEventListener("dragleave", () => delete kotak.dataset.jatuh);
  kotak.addEventListener("drop", e => {
    e.preventDefault();
    delete kotak.dataset.jatuh;
    const tujuan = masukan.find(m => !m.hasAttribute("capture")) ?? masukan[0];
    if (e.dataTransfer.files.length > 0) { tujuan.files = e.dataTransfer.files; pilih(tujuan); }
  });
}

function beriTahu(form, kalimat) {
  let kotak = form.querySelector("[data-unggah-galat]");
  if (!kotak) {
    kotak = document.createElement("div");
    kotak.dataset.unggahGalat = "";
    kotak.className = "pemberitahuan pemberitahuan--lewat";
    kotak.setAttribute("role", "alert");
    kotak.tabIndex = -1;
    form.prepend(kotak);
  }
  kotak.hidden = !kalimat;
  kotak.textContent = kalimat ?? "";
  if (kalimat) kotak.focus();
}

// The answer is the page with its errors: they are brought over, hidden values too, while the chosen files stay.
function ambilGalat(form, jawaban) {
  for (const lama of document.querySelectorAll(".ringkasan-galat")) lama.remove();
  for (const lama of form.querySelectorAll(".galat-bidang")) lama.remove();
  const ringkasan = jawaban.querySelector(".ringkasan-galat");
  if (ringkasan) form.before(document.importNode(ringkasan, true));
  for (const galat of jawaban.querySelectorAll(".galat-bidang[id]")) {
    const id = galat.id.replace(/-galat$/, "");
    const bidang = document.getElementById(id);
    const kotak = bidang?.closest(".unggah, .bidang");
    (kotak?.querySelector(".petunjuk") ?? kotak?.firstElementChild)?.after(document.importNode(galat, true));
  }
  const asal = form.id ? jawaban.getElementById(form.id) : jawaban.querySelector("form[data-unggah]");
  for (const baru of asal?.querySelectorAll('input[type="hidden"][name]') ?? []) {
    const lama = form.elements.namedItem(baru.name);
    if (lama instanceof HTMLInputElement && lama.type === "hidden") lama.value = baru.value;
  }
  document.querySelector(".ringkasan-galat")?.focus();
}

function kirim(form, tombol) {
  const data = new FormData(form, tombol ?? undefined);
  const kemajuan = [...form.querySelectorAll(".unggah")]
    .filter(k => [...k.querySelectorAll('input[type="file"]')].some(m => m.files.length > 0))
    .map(k => k.querySelector("[data-unggah-kemajuan]")).filter(Boolean);
  const pengirim = form.querySelectorAll('button[type="submit"], input[type="submit"]');
  const sibuk = ya => {
    for (const t of pengirim) { t.disabled = ya; if (ya) t.dataset.sibuk = ""; else delete t.dataset.sibuk; }
    for (const p of kemajuan) { p.hidden = !ya; p.value = 0; }
  };
  const xhr = new XMLHttpRequest();
  xhr.open("POST", tombol?.getAttribute("formaction") || form.action);
  xhr.upload.addEventListener("progress", e => { if (e.lengthComputable) for (const p of kemajuan) p.value = (100 * e.loaded) / e.total; });
  xhr.addEventListener("error", () => { sibuk(false); beriTahu(form, "Pengiriman terputus. Berkas pilihan Anda masih ada: periksa jaringan, lalu kirim lagi."); });
  xhr.addEventListener("load", () => {
    const jawaban = new DOMParser().parseFromString(xhr.responseText, "text/html");
    if (xhr.status < 400 && !jawaban.querySelector(".ringkasan-galat, .galat-bidang")) { location.assign(xhr.responseURL); return; }
    sibuk(false);
    if (jawaban.querySelector(".ringkasan-galat, .galat-bidang")) { ambilGalat(form, jawaban); return; }
    const saran = jawaban.querySelector("main h1 ~ p");
    beriTahu(form, [jawaban.querySelector("main h1")?.textContent, saran?.textContent].filter(Boolean).join(". ")
      || (xhr.status === 413 ? "Berkas terlalu besar. Pilih berkas yang lebih kecil, lalu kirim lagi." : "Berkas belum diterima. Coba kirim lagi."));
  });
  beriTahu(form, null);
  sibuk(true);
  xhr.send(data);
}

for (const kotak of document.querySelectorAll(".unggah")) pasang(kotak);
for (const form of document.querySelectorAll("form[data-unggah]")) {
  form.addEventListener("submit", e => { if (e.defaultPrevented) return; e.preventDefault(); kirim(form, e.submitter); });
}
// Back from the next page: the server's state has moved on.
if (document.querySelector("form[data-unggah]")) window.addEventListener("pageshow", e => { if (e.persisted) location.reload(); });
