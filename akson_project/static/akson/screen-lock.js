/**
 * Hides the page when nobody uses it (_components/screen_lock.html), and shows it again to the same person.
 *
 * The page stays where it is under the cover, with what was typed. The server refuses the session meanwhile, and locks
 * it by itself as well. All tabs of a browser are one screen: use of one keeps the others open, and one lock locks all.
 * Scripts that send what the person typed say how long ago that was: document.documentElement.dataset.activeAt.
 */

const root = document.documentElement;
const cover = document.getElementById("screen-lock");
const tabs = new BroadcastChannel("akson-screen");
const TICK_MS = 5_000;
const NOTE_MS = 1_000;
const SAVING_MS = 3_000;
const WARNING_MS = 15 * 60_000;

let activeAt = Date.now();
let toldAt = Date.now();
let notedAt = 0;
let isLocked = false;
/** @type {Element | null} */
let focused = null;

function idleSeconds() {
  return Math.max(0, Math.round((Date.now() - activeAt) / 1000));
}

function csrfToken() {
  const cookie = document.cookie.match(/(?:^|;\s*)(?:__Host-)?akson-csrf=([^;]+)/);
  return cookie ? cookie[1] : "";
}

/** @param {string | undefined} url @param {RequestInit} [more] */
function ask(url, more) {
  return fetch(url ?? "", {
    ...more,
    headers: { Accept: "application/json", "X-CSRFToken": csrfToken(), "X-Requested-With": "XMLHttpRequest", "Akson-Idle": String(idleSeconds()) },
    redirect: "manual",
  });
}

/** @param {"locked" | "signed-out"} part */
function hide(part) {
  if (!(cover instanceof HTMLDialogElement)) return;
  for (const one of cover.querySelectorAll("[data-lock-part]")) {
    one.toggleAttribute("hidden", one.getAttribute("data-lock-part") !== part);
  }
  if (isLocked) return;
  isLocked = true;
  focused = document.activeElement;
  root.dataset.screen = "hidden";
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.toggleAttribute("inert", true);
  cover.showModal();
  const field = cover.querySelector("input[type=password]");
  if (field instanceof HTMLInputElement) field.focus();
}

function show() {
  if (!isLocked || !(cover instanceof HTMLDialogElement)) return;
  isLocked = false;
  activeAt = toldAt = Date.now();
  tell("");
  cover.querySelector("form")?.reset();
  cover.close();
  delete root.dataset.screen;
  for (const dialog of document.querySelectorAll("dialog[inert]")) dialog.toggleAttribute("inert", false);
  if (focused instanceof HTMLElement) focused.focus();
  dispatchEvent(new Event("focus")); // drafts that waited are saved now
}

/** Hide first, then save what was typed, then let the server lock. */
async function lock() {
  if (isLocked || !(cover instanceof HTMLElement)) return;
  hide("locked");
  tabs.postMessage({ what: "locked" });
  /** @type {Promise<void>[]} */
  const saving = [];
  document.dispatchEvent(new CustomEvent("akson:locking", { detail: saving }));
  await Promise.race([Promise.allSettled(saving), new Promise((done) => setTimeout(done, SAVING_MS))]);
  await ask(cover.dataset.lockUrl, { method: "POST" }).catch(() => undefined);
}

/** @param {string} trouble */
function tell(trouble) {
  const line = document.getElementById("unlock-trouble");
  if (!line) return;
  line.textContent = trouble;
  line.hidden = !trouble;
}

/** @param {HTMLFormElement} form */
async function unlock(form) {
  const field = form.elements.namedItem("step_up_password");
  try {
    const answer = await ask(form.action, { method: "POST", body: new FormData(form) });
    if (answer.status === 204) {
      tabs.postMessage({ what: "arrived" });
      return show();
    }
    form.reset();
    if (answer.status !== 422) return hide("signed-out");
    tell((await answer.json()).message);
  } catch {
    tell(document.getElementById("unlock-trouble")?.dataset.textOffline ?? "");
  }
  if (field instanceof HTMLInputElement) field.focus();
}

/** Whose session is it now, and is it locked? Another tab or another machine may have changed that. */
async function look() {
  if (!(cover instanceof HTMLElement)) return;
  const answer = await ask(cover.dataset.stateUrl).catch(() => null);
  if (!answer) return;
  if (answer.status === 401 || answer.type === "opaqueredirect") return hide("signed-out");
  if (!answer.ok) return;
  const state = await answer.json();
  if (state.user !== cover.dataset.user) return leave();
  warn(state.ends_at * 1000);
  if (state.locked) return hide("locked");
  show();
}

/** Somebody else is signed in here now: nothing of this page is his. */
function leave() {
  hide("signed-out");
  location.replace(cover?.dataset.startUrl ?? "/");
}

/** @param {number} endsAt */
function warn(endsAt) {
  const box = document.getElementById("ends-soon");
  const clock = box?.querySelector("[data-ends-clock]");
  if (!box || !clock || !endsAt) return;
  const end = new Date(endsAt);
  box.dataset.endsAt = String(endsAt / 1000);
  clock.textContent = `${String(end.getHours()).padStart(2, "0")}.${String(end.getMinutes()).padStart(2, "0")}`;
  box.hidden = endsAt - Date.now() > WARNING_MS;
}

function used() {
  if (isLocked) return;
  activeAt = Date.now();
  root.dataset.activeAt = String(activeAt);
  if (activeAt - notedAt < NOTE_MS) return;
  notedAt = activeAt;
  tabs.postMessage({ what: "used", at: activeAt });
}

/** Every few seconds: has it been idle too long, and does the server know it is used? */
function tick() {
  if (!(cover instanceof HTMLElement)) return;
  const idle = Number(cover.dataset.idleSeconds) * 1000;
  if (!isLocked && Date.now() - activeAt >= idle) return lock();
  if (!isLocked && activeAt > toldAt && Date.now() - toldAt > idle / 4) {
    toldAt = Date.now();
    ask(cover.dataset.useUrl, { method: "POST" }).catch(() => undefined);
  }
  warn(Number(document.getElementById("ends-soon")?.dataset.endsAt) * 1000);
}

function begin() {
  for (const name of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"]) {
    addEventListener(name, used, { passive: true, capture: true });
  }
  tabs.addEventListener("message", ({ data }) => {
    if (data.what === "used") activeAt = Math.max(activeAt, data.at);
    if (data.what === "locked") hide("locked");
    if (data.what === "left" || (isLocked && data.what === "arrived")) look();
  });
  cover?.addEventListener("cancel", (event) => event.preventDefault());
  cover?.addEventListener("close", () => {
    if (isLocked && cover instanceof HTMLDialogElement) cover.showModal();
  });
  const form = cover?.querySelector("form");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    unlock(form);
  });
  document.querySelector("form[data-lock-now]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    lock();
  });
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  addEventListener("pageshow", (event) => event.persisted && look());
  addEventListener("online", look);
  addEventListener("focus", () => isLocked && look());
  tabs.postMessage({ what: "arrived" });
  root.dataset.activeAt = String(activeAt);
  tick();
  setInterval(tick, TICK_MS);
}

if (cover) begin();
else tabs.postMessage({ what: "left" });
