// Choosing a diagnosis suggests its ICD-10 code in the field beside it; what somebody typed there is left alone.

import { fieldCalled, nameOf, rowOf } from "./fields.js";

const BESIDE = { primary_diagnosis: "primary_icd10", diag_code: "diag_icd10" };
const suggested = new WeakMap();

document.addEventListener("change", (event) => {
  const field = event.target.matches?.("select[data-combobox]") && event.target.closest("[data-field]");
  if (!field) return;
  const name = nameOf(field);
  const beside = fieldCalled(`${rowOf(name)}.${BESIDE[name.slice(rowOf(name).length + 1)]}`);
  const box = beside?.querySelector("input[type=text]");
  const code = event.target.selectedOptions[0]?.dataset.icd10 ?? "";
  if (!box || box.readOnly || (box.value && box.value !== suggested.get(box)) || box.value === code) return;
  box.value = code;
  suggested.set(box, code);
  for (const kind of ["input", "change"]) box.dispatchEvent(new Event(kind, { bubbles: true }));
});
