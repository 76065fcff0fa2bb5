/**
 * Helps where a person confirms that it is he (_components/step_up.html), also in what htmx brings.
 *
 * A phone shows digits for a PIN; whoever has only a password asks for letters.
 */

function showButtons() {
  const isPhone = matchMedia("(pointer: coarse)").matches;
  for (const button of document.querySelectorAll("[data-use-password]")) button.toggleAttribute("hidden", !isPhone);
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("[data-use-password]");
  const field = button && button.closest("[data-step-up]")?.querySelector("input[type=password]");
  if (!(field instanceof HTMLInputElement)) return;
  field.inputMode = "text";
  button.remove();
  field.focus();
});

showButtons();
document.addEventListener("htmx:load", showButtons);
