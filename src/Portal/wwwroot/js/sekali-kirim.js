// form[data-sekali]: one submit. The button closes after the first (a moment later, so that its own name and value still travel) and opens again
// when the page is shown again. The server's idempotency key is what makes a double click one act; this only keeps people calm.
function pasang(form) {
  const tombol = () => form.querySelectorAll('button[type="submit"], button:not([type]), input[type="submit"]');
  let terkirim = false;
  form.addEventListener("submit", e => {
    if (terkirim) { e.preventDefault(); return; }
    if (e.defaultPrevented) return;
    terkirim = true;
    setTimeout(() => { for (const t of tombol()) { t.disabled = true; t.dataset.sibuk = ""; } });
  });
  window.addEventListener("pageshow", () => {
    if (!terkirim) return;
    terkirim = false;
    for (const t of tombol()) { t.disabled = false; delete t.dataset.sibuk; }
  });
}

// Also on forms that a live page has just brought.
const terpasang = new WeakSet();
function semua() {
  for (const form of document.querySelectorAll("form[data-sekali]")) if (!terpasang.has(form)) { terpasang.add(form); pasang(form); }
}

semua();
document.addEventListener("segar", semua);
