/**
 * Says what happened when a request made by htmx fails; htmx itself only writes to the console.
 *
 * Also stops the sign-in page from being put into the middle of a page when the session has ended. The words are in
 * templates/_components/request_errors.html.
 */

/** @returns {HTMLElement | null} */
const place = () => document.getElementById("request-failure");

/** @param {string} kind the template's data-failure */
function show(kind) {
  const template = document.querySelector(`template[data-failure="${kind}"]`);
  const box = place();
  if (!box || !(template instanceof HTMLTemplateElement)) return;
  box.replaceChildren(template.content.cloneNode(true));
  box.scrollIntoView({ block: "nearest" });
}

/** @param {number} status */
function kindOf(status) {
  if (status === 401) return "signed-out";
  if (status === 403) return "refused";
  if (status === 404 || status === 410) return "gone";
  if (status === 503) return "upgraded";
  return "failed";
}

/**
 * The session ended if the answer comes from the sign-in page, unless that is where one asked.
 *
 * @param {XMLHttpRequest} xhr
 * @param {string} asked the path that was requested
 */
function isSignIn(xhr, asked) {
  const login = place()?.dataset.loginUrl;
  if (!login || !xhr.responseURL) return false;
  const from = new URL(asked, location.href).pathname;
  return new URL(xhr.responseURL).pathname === login && from !== login;
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = /** @type {CustomEvent} */ (event).detail;
  if (isSignIn(xhr, requestConfig.path)) {
    event.preventDefault();
    show("signed-out");
  }
});

document.addEventListener("htmx:afterOnLoad", (event) => {
  const { xhr, requestConfig } = /** @type {CustomEvent} */ (event).detail;
  if (xhr.status < 400 && !isSignIn(xhr, requestConfig.path)) place()?.replaceChildren();
});

document.addEventListener("htmx:responseError", (event) => {
  show(kindOf(/** @type {CustomEvent} */ (event).detail.xhr.status));
});

document.addEventListener("htmx:sendError", () => show("offline"));
document.addEventListener("htmx:timeout", () => show("offline"));
