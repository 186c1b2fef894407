// Autosave of a draft: form[data-simpan-url] is posted (without files, with its antiforgery field) a little after typing stops. The server
// answers {"pukul":"09.14","versi":n} (n goes into the hidden field Versi), {"kalimat":"…"} when it refuses, or nothing. Typed text is never touched; a failure says so and is tried again.
const KATA_GAGAL = "Belum tersimpan. Tulisan Anda tetap ada di halaman ini dan akan disimpan lagi.";

function pasang(form) {
  let status = form.querySelector("[data-simpan-status]");
  if (!status) {
    status = document.createElement("p");
    status.className = "tersimpan";
    status.setAttribute("role", "status");
    form.append(status);
  }
  let tunggu = 0, coba = 0, berjalan = false, kotor = false, terkirim = false, tertahan = null;

  const katakan = (kata, keadaan) => { status.textContent = kata; status.dataset.keadaan = keadaan; };
  const isi = () => { const d = new FormData(form); for (const [k, v] of [...d]) if (v instanceof File) d.delete(k); return new URLSearchParams(d); };
  const jadwalkan = ms => { clearTimeout(tunggu); tunggu = setTimeout(simpan, ms); };

  // Refused: it is not kept, and the same again would not be either. What was typed meanwhile, or is typed next, is tried anew.
  function belum() {
    if (kotor) jadwalkan(1200);
    [kotor, coba] = [true, 0];
  }

  async function simpan() {
    if (berjalan || !kotor || terkirim) return;
    berjalan = true;
    kotor = false;
    try {
      const jawab = await fetch(form.dataset.simpanUrl, { method: "POST", body: isi(), headers: { "X-Simpan-Otomatis": "1" }, keepalive: true });
      if (jawab.redirected || jawab.status === 401) {
        belum();
        katakan("Anda sudah keluar. Masuk lagi di tab lain; tulisan Anda di halaman ini tetap ada.", "gagal");
        return;
      }
      const data = await jawab.json().catch(() => ({}));
      // What cannot be kept, or was changed elsewhere: said at once; trying again without a change would not help.
      if (data.kalimat) { belum(); katakan(data.kalimat, "gagal"); return; }
      if (!jawab.ok) throw new Error(String(jawab.status));
      if (data.versi && form.elements.Versi) form.elements.Versi.value = data.versi;
      const pukul = data.pukul ?? new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Jakarta" });
      coba = 0;
      if (!kotor) katakan(`Tersimpan ${pukul}`, "baik");
    } catch {
      kotor = true;
      katakan(KATA_GAGAL, "gagal");
      jadwalkan(Math.min(60000, 3000 * 2 ** coba++));
      return;
    } finally {
      berjalan = false;
      if (tertahan) { const { tombol } = tertahan; tertahan = null; form.requestSubmit(tombol); }
    }
    if (kotor) jadwalkan(1200);
  }

  form.addEventListener("input", () => { kotor = true; if (coba === 0) { katakan("Menyimpan…", "tunggu"); jadwalkan(1200); } });
  // A submit while a save is under way waits for its answer: it brings the version that the submit must show.
  form.addEventListener("submit", e => {
    clearTimeout(tunggu);
    terkirim = true;
    if (berjalan) { e.preventDefault(); e.stopImmediatePropagation(); tertahan = { tombol: e.submitter }; }
  });
  window.addEventListener("online", () => jadwalkan(0));
  // A phone may put the page away without warning: the last words leave at once (keepalive).
  document.addEventListener("visibilitychange", () => { if (document.hidden) simpan(); });
  window.addEventListener("beforeunload", e => { if (kotor && !terkirim) e.preventDefault(); });
  window.addEventListener("pageshow", () => { terkirim = false; });
}

for (const form of document.querySelectorAll("form[data-simpan-url]")) pasang(form);
