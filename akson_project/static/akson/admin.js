/**
 * Gives the fields in which one searches while typing (Select2) the name their label has; Select2 leaves them nameless,
 * and draws them anew whenever it likes.
 */
function nameAll() {
  for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
    const name = document.querySelector(`label[for="${CSS.escape(select.id)}"]`)?.textContent?.replace("*", "").trim();
    const box = select.parentElement?.querySelector(".select2-selection");
    if (!name || !box) continue;
    box.setAttribute("aria-label", name);
    box.querySelector(".select2-selection__rendered")?.setAttribute("aria-label", name);
  }
}

new MutationObserver(nameAll).observe(document, { childList: true, subtree: true });
