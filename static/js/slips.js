// Accepts the offer to read a number in another unit: a click on [data-slip], or Y in the number's box.

import { saveField } from "./autosave.js";
import { fieldOf } from "./fields.js";

function accept(button) {
  const field = fieldOf(button);
  if (!field) return;
  field.querySelector(`select[name="${CSS.escape(button.name)}"]`).value = button.value;
  if (button.contains(document.activeElement)) field.querySelector("[inputmode=decimal]")?.focus();
  saveField(field);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-slip]");
  if (!button || !fieldOf(button)) return;
  event.preventDefault();
  accept(button);
});

document.addEventListener("keydown", (event) => {
  if (!/^y$/i.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!event.target.matches?.("[inputmode=decimal]") || document.body.dataset.letters === "off") return;
  const button = fieldOf(event.target)?.querySelector("[data-slip]");
  if (!button) return;
  event.preventDefault();
  accept(button);
});
