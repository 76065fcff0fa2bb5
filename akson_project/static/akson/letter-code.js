/**
 * The link of a letter of intent holds its code behind "#", which is not sent to the server. Here it is moved into the
 * form and out of the address, so that it stays in neither the history nor on the screen, and the form is sent.
 */

const form = document.getElementById("letter-code");
const code = decodeURIComponent(location.hash.slice(1));

if (form instanceof HTMLFormElement && code) {
  const field = form.elements.namedItem("code");
  if (field instanceof HTMLInputElement) {
    history.replaceState(null, "", location.pathname);
    field.value = code;
    form.requestSubmit();
  }
}
