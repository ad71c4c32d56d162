// A unit typed behind a number picks that unit: "8.1 kPa" is 8.1 in kPa (the rule of crf/units.py). A text that ends
// in no unit of the field stays as it is; the server says what is wrong with it.
//
//   Alt+ArrowDown   from a number to the list of its units, which is no stop of the Tab key
//   data-unit       on the field's column or cell: the unit, where no list and no label stands beside the box

import { fieldOf } from "./fields.js";

const BOX = "form[data-autosave] [data-field] input[inputmode=decimal]";
const NUMBER = /^[+-]?(\d{1,18}(\.\d{0,12})?|\.\d{1,12})$/;

// "u" stands for "μ", which few keyboards have.
const folded = (text) => text.normalize("NFKC").replace("−", "-").toLowerCase().replaceAll("μ", "u").trim().replace(/\s+/g, " ");

/** {number, unit} of the first unit [value, name, …] the text ends with; null where none does. */
export function typedUnit(typed, units) {
  const text = folded(typed);
  for (const [value, ...names] of units)
    for (const name of [value, ...names].map(folded).filter(Boolean)) {
      const number = text.slice(0, -name.length);
      const isApart = number.endsWith(" ") || !/^\d/.test(name);
      if (text.endsWith(name) && isApart && NUMBER.test(number.trim())) return { number: number.trim(), unit: value };
    }
  return null;
}

const listOf = (field) => field.querySelector("select.unit");

function unitsOf(field) {
  const list = listOf(field);
  if (list) return [...list.options].map((option) => [option.value, option.textContent]);
  return [["", field.querySelector("span.unit")?.textContent ?? "", field.dataset.unit ?? ""]];
}

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
