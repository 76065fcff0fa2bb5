// Proposes a unit's usual service when the unit is chosen, unless another service is chosen already.

const unit = document.querySelector("select[name=unit]");
const service = document.querySelector("select[name=service_type]");
const usual = () => unit.selectedOptions[0]?.dataset.usualService ?? "";

let proposed = usual();
unit.addEventListener("change", () => {
  if (service.value === "" || service.value === proposed) service.value = usual();
  proposed = usual();
});
