/**
 * Counts down an emergency access on the patient's pages (_components/emergency_banner.html), and warns when it ends soon.
 *
 * The server decides when it is over; this only tells. Told aloud once, in the page's own status line.
 */

const TICK_MS = 15_000;
const WARNING_MIN = 30;

const banner = document.querySelector("[data-emergency-until]");
if (banner instanceof HTMLElement) {
  const left = banner.querySelector("[data-emergency-left]");
  const until = Date.parse(banner.dataset.emergencyUntil ?? "");
  let isTold = banner.hasAttribute("data-ending");

  const tell = () => {
    if (!(left instanceof HTMLElement)) return;
    const minutes = Math.ceil((until - Date.now()) / 60_000);
    left.textContent = minutes > 0 ? `(${minutes} ${left.dataset.word ?? ""})` : (left.dataset.over ?? "");
    if (minutes > WARNING_MIN) return;
    banner.setAttribute("data-ending", "");
    const status = document.getElementById("status");
    if (!isTold && status) status.textContent = banner.querySelector("p")?.textContent ?? "";
    isTold = true;
  };
  tell();
  setInterval(tell, TICK_MS);
}
