// A unit typed behind a number picks that unit: "8.1 kPa" is 8.1 in kPa (the rule of crf/units.py). A text that ends
// in no unit of the field stays as it is; the server says what is wrong with it.
//
//   Alt+ArrowDown   from a number to the list of its units, which is no stop of the Tab key

import { fieldOf } from "./fields.js";
import { listOf, typedUnit, unitsOf } from "./units.js";

const BOX = "form[data-autosave] [data-field] input[inputmode=decimal]";

// Before any listener that saves the field on "change".
document.addEventListener(
  "change",
  ({ target }) => {
    const field = target.matches?.(BOX) && fieldOf(target);
    const found = field && typedUnit(target.value, unitsOf(field));
    if (!found) return;
    target.value = found.number;
    if (listOf(field)) listOf(field).value = found.unit;
  },
  true,
);

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.key !== "ArrowDown" || !event.target.matches?.(BOX) || event.target.closest("[data-grid]")) return;
  const list = listOf(fieldOf(event.target));
  if (!list || list.disabled) return;
  event.preventDefault();
  list.focus();
});
