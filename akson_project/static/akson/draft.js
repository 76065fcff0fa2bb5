/**
 * Keeps a note's draft on the server while it is written.
 *
 * The form:  <form method="post" data-draft-url="…" data-draft-author="<user's id>">, with _components/draft_status.html
 *            in it. All its fields are posted to data-draft-url 1.5 s after the last key (at least every 10 s while
 *            one types), when the page is hidden, and before the form itself is sent.
 * The server answers
 *   2xx      stored. Optionally JSON: {"time": "14.05", "url": "…", "fields": {"revision": "7"}, "others": ["…"]}: the
 *            draft's own address after the first save, hidden fields to fill in, and who else writes here, in sentences.
 *   401, 403 or a redirect to sign-in: the person is signed out or has lost access. With JSON {"closed": true} nobody
 *            stores anything there now, and signing in would not help. The text stays on the page and is sent again when
 *            the person comes back to this tab. On a shared phone somebody else may have signed in by
 *            then, so the field draft_author goes along: the server refuses (403) a draft that is not its author's.
 *   409      changed somewhere else; 400, 413, 422 not acceptable as it stands. Optionally JSON: {"message": "…"}.
 *   anything else, or no answer: tried again after 5, 15, 30, 60 s.
 * The text is kept in the page only: never in localStorage, for phones are shared.
 */

const QUIET_MS = 1_500;
const LONGEST_MS = 10_000;
const SLOWEST_MS = 30_000;
const RETRY_MS = [5_000, 15_000, 30_000, 60_000];
const KEEPALIVE_BYTES = 60_000;

/** @typedef {"unsaved" | "saved" | "failed" | "invalid" | "conflict" | "blocked" | "closed"} State */

/** The token as it is now: signing in again in another tab changes it. */
function csrfToken(/** @type {HTMLFormElement} */ form) {
  const cookie = document.cookie.match(/(?:^|;\s*)(?:__Host-)?(?:akson-csrf|csrftoken)=([^;]+)/);
  const field = form.elements.namedItem("csrfmiddlewaretoken");
  if (cookie && field instanceof HTMLInputElement) field.value = cookie[1];
  return field instanceof HTMLInputElement ? field.value : "";
}

/** What the person has written, as one string to compare. */
function content(/** @type {HTMLFormElement} */ form) {
  const hidden = new Set();
  for (const field of form.querySelectorAll("input[type=hidden]")) hidden.add(field.getAttribute("name"));
  return JSON.stringify([...new FormData(form)].filter(([name, value]) => typeof value === "string" && !hidden.has(name)));
}

/** How long ago the person did something; see screen-lock.js. */
function idleSeconds() {
  const activeAt = Number(document.documentElement.dataset.activeAt) || Date.now();
  return String(Math.max(0, Math.round((Date.now() - activeAt) / 1000)));
}

function clock() {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, "0")}.${String(now.getMinutes()).padStart(2, "0")}`;
}

class Draft {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.stored = content(form);
    /** @type {State} */
    this.state = "saved";
    this.failures = 0;
    this.timer = 0;
    this.unsavedSince = 0;
    /** @type {Promise<void> | null} */
    this.underway = null;
    /** Saving failed once on the way out: the next press is let through. */
    this.sendAnyway = false;
    this.isLeaving = false;
    form.addEventListener("input", () => this.written());
    form.addEventListener("change", () => this.written());
  }

  get isSaved() {
    return this.stored === content(this.form);
  }

  /** Something was typed: save when the hand rests, but do not wait for ever. */
  written() {
    this.sendAnyway = false;
    this.isLeaving = false;
    if (this.isSaved) return;
    if (this.state === "saved") this.tell("unsaved");
    /* These wait: for the network, for the person to sign in, or for the page to be loaded again. */
    if (["failed", "blocked", "closed", "conflict"].includes(this.state)) return;
    const now = Date.now();
    this.unsavedSince ||= now;
    this.saveIn(Math.min(QUIET_MS, Math.max(0, this.unsavedSince + LONGEST_MS - now)));
  }

  saveIn(/** @type {number} */ wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  /** One save at a time; what was typed meanwhile goes with the next one. */
  async save() {
    clearTimeout(this.timer);
    while (this.underway) await this.underway;
    if (!this.form.isConnected || this.isSaved) return;
    this.underway = this.post();
    await this.underway;
    this.underway = null;
    if (this.state === "saved" && !this.isSaved) this.written();
  }

  async post() {
    const sent = content(this.form);
    const token = csrfToken(this.form);
    const body = new FormData(this.form);
    const author = this.form.dataset.draftAuthor;
    if (author) body.set("draft_author", author);
    try {
      const answer = await fetch(this.form.dataset.draftUrl ?? "", {
        method: "POST",
        body,
        headers: { Accept: "application/json", "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest", "Akson-Idle": idleSeconds() },
        redirect: "manual",
        keepalive: document.visibilityState === "hidden" && sent.length < KEEPALIVE_BYTES,
        signal: AbortSignal.timeout(SLOWEST_MS),
      });
      await this.answered(answer, sent);
    } catch {
      this.failed();
    }
  }

  /**
   * @param {Response} answer
   * @param {string} sent
   */
  async answered(answer, sent) {
    const json = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (answer.ok) return this.saved(json, sent);
    if (answer.status === 403 && json.closed) return this.tell("closed", json.message);
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return this.tell("blocked", json.message);
    if (answer.status === 409) return this.tell("conflict", json.message);
    if ([400, 413, 422].includes(answer.status)) return this.tell("invalid", json.message);
    return this.failed();
  }

  /**
   * @param {{time?: string, url?: string, fields?: Record<string, string>, others?: string[]}} json
   * @param {string} sent
   */
  saved({ time, url, fields, others }, sent) {
    if (url) this.form.dataset.draftUrl = url;
    for (const [name, value] of Object.entries(fields ?? {})) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    this.stored = sent;
    this.failures = 0;
    this.unsavedSince = 0;
    this.tell("saved", undefined, time ?? clock());
    this.tellOf(others ?? []);
  }

  failed() {
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.tell("failed");
    this.saveIn(wait);
  }

  /** Try again at once: the person came back, or the network did. */
  resume() {
    if (!this.isSaved && ["failed", "blocked", "closed", "unsaved"].includes(this.state)) this.save();
  }

  /**
   * Shows the state. A status line is read aloud when its text changes: here once a minute at most while all is well.
   *
   * @param {State} state
   * @param {string} [message] the server's own words
   * @param {string} [time]
   */
  tell(state, message, time = "") {
    this.state = state;
    const box = this.form.querySelector("[data-draft-status]");
    const line = box?.querySelector("[data-draft-text]");
    if (!(box instanceof HTMLElement) || !line) return;
    box.dataset.state = state;
    box.querySelector("[data-draft-sign-in]")?.toggleAttribute("hidden", state !== "blocked");
    if (state === "unsaved") return;
    const words = message || (box.getAttribute(`data-text-${state}`) ?? "").replace("{time}", time);
    if (line.textContent !== words) line.textContent = words;
  }

  /** Who else writes here: one may have begun long after the page was opened. */
  tellOf(/** @type {string[]} */ others) {
    const line = this.form.querySelector("[data-draft-others]");
    const words = others.join(" ");
    if (line && line.textContent !== words) line.textContent = words;
  }

  /**
   * The form is about to be sent: save first, because a session that has ended turns the sending into a sign-in page
   * and the text would be gone. A draft the server does not accept is sent all the same: the form says why.
   *
   * @param {SubmitEvent} event
   */
  async beforeSubmit(event) {
    if (this.isSaved || this.sendAnyway) return this.letGo();
    event.preventDefault();
    event.stopImmediatePropagation();
    await this.save();
    if (["blocked", "closed"].includes(this.state)) return;
    this.sendAnyway = true;
    if (this.state === "failed") return;
    this.form.requestSubmit(/** @type {HTMLElement | null} */ (event.submitter));
  }

  /** No more saving, and no question about leaving; typing begins it anew. */
  letGo() {
    csrfToken(this.form);
    clearTimeout(this.timer);
    this.isLeaving = true;
  }
}

/** @type {Map<HTMLFormElement, Draft>} */
const drafts = new Map();

function findDrafts() {
  for (const [form, draft] of drafts) {
    if (form.isConnected) continue;
    clearTimeout(draft.timer);
    drafts.delete(form);
  }
  for (const form of document.querySelectorAll("form[data-draft-url]")) {
    if (form instanceof HTMLFormElement && !drafts.has(form)) drafts.set(form, new Draft(form));
  }
}

function resumeAll() {
  for (const draft of drafts.values()) draft.resume();
}

findDrafts();
document.addEventListener("htmx:load", findDrafts);
document.addEventListener(
  "submit",
  (event) => {
    const draft = event.target instanceof HTMLFormElement && drafts.get(event.target);
    if (draft) draft.beforeSubmit(event);
  },
  { capture: true },
);
document.addEventListener("akson:locking", (event) => {
  const saving = /** @type {CustomEvent<Promise<void>[]>} */ (event).detail;
  for (const draft of drafts.values()) saving.push(draft.save());
});
document.addEventListener("visibilitychange", resumeAll);
addEventListener("focus", resumeAll);
addEventListener("online", resumeAll);
addEventListener("pageshow", () => {
  for (const draft of drafts.values()) draft.isLeaving = false;
});
addEventListener("beforeunload", (event) => {
  for (const draft of drafts.values()) {
    if (draft.form.isConnected && !draft.isSaved && !draft.isLeaving) event.preventDefault();
  }
});
