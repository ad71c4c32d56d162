// The units of a number's field, and what is typed of them behind the number.
//
//   data-unit       on the field's column or cell: the unit, where no list and no label stands beside the box

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

export const listOf = (field) => field.querySelector("select.unit");

/** Whether a letter behind the number in the box may begin or go on with a unit, as in "88u" or "8 mg/dL u". */
export function mayTypeUnit(field, box, letter) {
  if (/\d\s*[a-zμ%]|\d\s+$/i.test(box.value)) return true;
  if (!field || !/\d$/.test(box.value)) return false;
  return unitsOf(field).some((names) => names.some((name) => folded(name).startsWith(letter.toLowerCase())));
}

export function unitsOf(field) {
  const list = listOf(field);
  if (list) return [...list.options].map((option) => [option.value, option.textContent]);
  return [["", field.querySelector("span.unit")?.textContent ?? "", field.dataset.unit ?? ""]];
}
