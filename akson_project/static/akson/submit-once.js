/**
 * A form is sent once, however often a tired thumb presses.
 *
 * Covers every POST form that the browser itself sends; htmx guards its own requests. A second press within ten
 * seconds is swallowed, then the form is open again (the network may have failed, or the answer was a file to save).
 * The buttons stay enabled, because a disabled button loses the focus and its name is not sent.
 * Opt out with data-submit-many on the form.
 */

const PATIENCE_MS = 10_000;

/** @type {Set<HTMLFormElement>} */
const underway = new Set();

/** @param {HTMLFormElement} form */
function reopen(form) {
  form.removeAttribute("aria-busy");
  underway.delete(form);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (form.method !== "post" || form.hasAttribute("data-submit-many")) return;
  if (underway.has(form)) {
    event.preventDefault();
    return;
  }
  underway.add(form);
  form.setAttribute("aria-busy", "true");
  setTimeout(reopen, PATIENCE_MS, form);
});

/* Back from the next page: the browser shows this one as it was, and it must be usable. */
addEventListener("pageshow", () => underway.forEach(reopen));
