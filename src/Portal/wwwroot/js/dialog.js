// For DialogTindakan: the native modal keeps the focus inside and returns it on closing.
export function buka(dialog) {
  if (!dialog.open) dialog.showModal();
  (dialog.querySelector("[data-fokus-awal]") ?? dialog.querySelector("input:not([type=hidden]), select, textarea") ?? dialog.querySelector("h2"))?.focus();
}

export function tutup(dialog) {
  if (dialog.open) dialog.close();
}
