/**
 * The key "/" goes to the search field, unless one is writing. It can be turned off in the menu (WCAG 2.1.4), for those
 * whose speech input or hands press keys by accident; the choice is kept on the device and says nothing about anybody.
 */

const KEY = "akson-search-key";

function isOn() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true; // a browser that keeps nothing
  }
}

/** @param {EventTarget | null} target */
function isWriting(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function showState() {
  for (const hint of document.querySelectorAll("[data-shortcut-hint]")) hint.toggleAttribute("hidden", !isOn());
  for (const item of document.querySelectorAll("[data-shortcut-switch]")) {
    item.toggleAttribute("hidden", false);
    item.querySelector("button")?.setAttribute("aria-pressed", String(isOn()));
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!isOn() || isWriting(event.target) || document.querySelector("dialog[open]")) return;
  const fields = document.querySelectorAll("[data-shortcut='/']");
  const field = [...fields].find((one) => one instanceof HTMLElement && one.checkVisibility());
  if (field instanceof HTMLElement) {
    event.preventDefault();
    field.focus();
  }
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element && event.target.closest("[data-shortcut-switch] button");
  if (!target) return;
  localStorage.setItem(KEY, isOn() ? "off" : "on");
  showState();
});

showState();
