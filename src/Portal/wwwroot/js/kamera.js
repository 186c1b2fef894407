// The camera in the page: [data-kamera="environment|user"][data-kamera-ke=id of .unggah]. The picture goes into the form's file input, as if
// it had been chosen there. Where there is no camera, or it is refused, the file input stays the way; the camera is let go on leaving.
function pasang(kotak) {
  const video = kotak.querySelector("video");
  const mulai = kotak.querySelector("[data-kamera-mulai]");
  const alat = kotak.querySelector("[data-kamera-alat]");
  const kata = kotak.querySelector("[data-kamera-kata]");
  const tujuan = document.getElementById(kotak.dataset.kameraKe);
  let arah = kotak.dataset.kamera || "environment", aliran = null, giliran = 0;
  if (!navigator.mediaDevices?.getUserMedia || !tujuan) return;
  kotak.hidden = false;

  // Whatever was asked for before is stale from here on: a stream that is granted late is stopped at once.
  function lepas() {
    giliran++;
    aliran?.getTracks().forEach(t => t.stop());
    aliran = video.srcObject = null;
    video.hidden = alat.hidden = true;
    mulai.hidden = mulai.disabled = false;
  }

  // A camera's first pictures are black or dark: nothing can be taken before it has run for a moment.
  async function terang() {
    for (let sisa = 100; video.currentTime < 0.5 && sisa > 0; sisa--) await new Promise(lanjut => setTimeout(lanjut, 50));
  }

  async function buka() {
    lepas();
    const punya = giliran;
    mulai.disabled = true;
    try {
      const diberi = await navigator.mediaDevices.getUserMedia({ video: { facingMode: arah, width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false });
      if (punya !== giliran) { diberi.getTracks().forEach(t => t.stop()); return; }
      if (document.hidden) { diberi.getTracks().forEach(t => t.stop()); lepas(); return; }
      video.srcObject = aliran = diberi;
      video.classList.toggle("cermin", arah === "user");
      video.hidden = false;
      mulai.hidden = true;
      kata.textContent = "Menyiapkan kamera…";
      await video.play();
      await terang();
      if (punya !== giliran) return;
      alat.hidden = false;
      kata.textContent = "";
      alat.querySelector("[data-kamera-ambil]").focus();
    } catch (galat) {
      if (punya !== giliran) return;
      lepas();
      kata.textContent = galat.name === "NotAllowedError"
        ? "Kamera tidak diizinkan. Izinkan kamera di peramban, atau pakai tombol Ambil foto atau Pilih berkas."
        : "Kamera tidak dapat dibuka. Pakai tombol Ambil foto atau Pilih berkas.";
    }
  }

  async function ambil() {
    const kanvas = document.createElement("canvas");
    kanvas.width = video.videoWidth;
    kanvas.height = video.videoHeight;
    kanvas.getContext("2d").drawImage(video, 0, 0);
    const gambar = await new Promise(selesai => kanvas.toBlob(selesai, "image/jpeg", 0.92));
    if (!gambar) { kata.textContent = "Gambar belum terambil. Tunggu kamera siap, lalu coba lagi."; return; }
    const masukan = tujuan.querySelector('input[type="file"]:not([capture])') ?? tujuan.querySelector('input[type="file"]');
    const pindah = new DataTransfer();
    pindah.items.add(new File([gambar], arah === "user" ? "selfie.jpg" : "foto.jpg", { type: "image/jpeg" }));
    masukan.files = pindah.files;
    masukan.dispatchEvent(new Event("change", { bubbles: true }));
    lepas();
    kata.textContent = "Gambar sudah diambil. Periksa hasilnya, lalu kirim, atau buka kamera untuk mengulang.";
    mulai.focus();
  }

  mulai.addEventListener("click", buka);
  kotak.querySelector("[data-kamera-ambil]").addEventListener("click", ambil);
  kotak.querySelector("[data-kamera-balik]").addEventListener("click", () => { arah = arah === "user" ? "environment" : "user"; buka(); });
  kotak.querySelector("[data-kamera-henti]").addEventListener("click", () => { lepas(); mulai.focus(); });
  window.addEventListener("pagehide", lepas);
  document.addEventListener("visibilitychange", () => { if (document.hidden && (aliran || mulai.disabled)) { lepas(); kata.textContent = ""; } });
}

for (const kotak of document.querySelectorAll("[data-kamera]")) pasang(kotak);
