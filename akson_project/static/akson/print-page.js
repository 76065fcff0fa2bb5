/**
 * The button that opens the browser's own printing. <button type="button" data-print hidden> is shown when it works.
 */

for (const button of document.querySelectorAll("button[data-print]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
}
