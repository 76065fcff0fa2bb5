/**
 * Makes and uses passkeys (WebAuthn), at the press of a button in a form (_components/passkey_button.html).
 *
 * The button's data-passkey-options is asked what to do, by POST; the browser does it; what it answers is put in the
 * form's hidden field, and the form is sent.
 */

/** @param {HTMLButtonElement} button @param {"none" | "failed" | "known" | ""} trouble */
function tell(button, trouble) {
  const line = button.parentElement?.querySelector("[data-passkey-trouble]");
  if (!(line instanceof HTMLElement)) return;
  line.textContent = trouble ? line.getAttribute(`data-text-${trouble}`) : "";
  line.hidden = !trouble;
}

/** @param {HTMLButtonElement} button @param {HTMLFormElement} form */
async function options(button, form) {
  const token = form.elements.namedItem("csrfmiddlewaretoken");
  const answer = await fetch(button.dataset.passkeyOptions ?? "", {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": token instanceof HTMLInputElement ? token.value : "", "X-Requested-With": "XMLHttpRequest" },
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).publicKey;
}

/** @param {HTMLButtonElement} button @param {HTMLFormElement} form */
async function credential(button, form) {
  const asked = await options(button, form);
  return button.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}

/** @param {HTMLButtonElement} button */
async function carryOut(button) {
  const { form } = button;
  const field = form?.elements.namedItem(button.dataset.passkeyField ?? "");
  if (!form || !(field instanceof HTMLInputElement)) return;
  if (typeof PublicKeyCredential?.parseRequestOptionsFromJSON !== "function") return tell(button, "none");
  tell(button, "");
  try {
    field.value = JSON.stringify(await credential(button, form));
  } catch (error) {
    return tell(button, error instanceof DOMException && error.name === "InvalidStateError" ? "known" : "failed");
  }
  form.requestSubmit();
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("button[data-passkey]");
  if (button instanceof HTMLButtonElement) carryOut(button);
});
