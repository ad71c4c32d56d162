// Choosing a diagnosis suggests its ICD-10 code in the field beside it; what somebody typed there is left alone.
// Where the list has no code of its own, the words that were looked for go into the field that keeps them.

import { fieldCalled, nameOf, rowOf } from "./fields.js";

const BESIDE = {
  primary_diagnosis: { code: "primary_icd10", words: "primary_diagnosis_text" },
  diag_code: { code: "diag_icd10", words: "diag_text" },
};
const suggested = new WeakMap();

/** The empty or suggested text box beside a list of diagnoses. */
function boxBeside(list, what) {
  const field = list.closest("[data-field]");
  const name = field ? nameOf(field) : "";
  const beside = BESIDE[name.slice(rowOf(name).length + 1)];
  const box = beside && fieldCalled(`${rowOf(name)}.${beside[what]}`)?.querySelector("input[type=text]");
  return box && !box.readOnly && (!box.value || isSuggested(list, box)) ? box : null;
}

/** What this page put there, or an earlier one: the code of another diagnosis of the list. */
function isSuggested(list, box) {
  return box.value === suggested.get(box) || [...list.options].some(({ dataset }) => dataset.icd10 === box.value);
}

function suggest(list, what, words) {
  const box = boxBeside(list, what);
  if (!box || box.value === words) return;
  box.value = words;
  suggested.set(box, words);
  for (const kind of ["input", "change"]) box.dispatchEvent(new Event(kind, { bubbles: true }));
}

document.addEventListener("change", (event) => {
  if (!event.target.matches?.("select[data-combobox]")) return;
  suggest(event.target, "code", event.target.selectedOptions[0]?.dataset.icd10 ?? "");
});

document.addEventListener("option:words", (event) => suggest(event.target, "words", event.detail));
