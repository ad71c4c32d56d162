// One field of a form on the page: what its controls would send, and showing an answer in them.
//
// A field is an element with data-field="run1.urgency" around controls called run1.urgency, run1.urgency!missing,
// run1.urgency!unit, run1.urgency!reason.V088 …

import { setMissing } from "./choices.js";

const known = new Map(); // by field: what its controls held when it was last stored, sent or shown

export const fieldOf = (element) => element.closest?.("form[data-autosave] [data-field]") ?? null;
export const fieldCalled = (name) => document.querySelector(`[data-field="${CSS.escape(name)}"]`);
export const nameOf = (field) => field.dataset.field;
export const rowOf = (name) => name.slice(0, name.lastIndexOf("."));
export const partOf = (name) => name.slice(name.lastIndexOf(".") + 1);

const controls = (field) => [...field.querySelectorAll("[name]")].filter((each) => each.form && !each.disabled && each.type !== "submit");

const isMark = (control) => /^(radio|checkbox)$/.test(control.type);

function collect(field, isChosen, textOf) {
  const found = {};
  for (const control of controls(field)) if (!isMark(control) || isChosen(control)) (found[control.name] ??= []).push(textOf(control));
  return found;
}

/** {name: [text, …]} as the form would send it. */
export const valuesOf = (field) => collect(field, (mark) => mark.checked, (control) => control.value);

const written = (field) => JSON.stringify(valuesOf(field));

/** The same of what the server sent, whatever was typed before this script came. */
const served = (field) => JSON.stringify(collect(field, (mark) => mark.defaultChecked, servedText));

function servedText(control) {
  if (control.tagName !== "SELECT") return isMark(control) ? control.value : control.defaultValue;
  return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? "";
}

/** A value or a reason why there is none. */
export const isAnswered = (field) =>
  Object.entries(valuesOf(field)).some(([name, texts]) => !/!(unit|reason|why|offer)/.test(name) && texts.some(Boolean));

/** Takes what the field holds as known; false where it was known already. */
export function note(field) {
  const now = written(field);
  if (known.get(nameOf(field)) === now) return false;
  known.set(nameOf(field), now);
  return true;
}

export const isKnown = (field) => known.get(nameOf(field)) === written(field);

/** A field of a new row, under the name it has now. */
export function renamed(field, from, to) {
  const before = known.get(nameOf(field).replace(to, from));
  if (before) known.set(nameOf(field), before.replaceAll(from, to));
}

// A field of a row that was opened just now is known from the moment somebody comes to it.
document.addEventListener("focusin", (event) => {
  const field = fieldOf(event.target);
  if (field && !known.has(nameOf(field))) note(field);
});

/** What the server sent is known. Returns the fields that were answered before this script came. */
export function noteAll(root) {
  const fields = [...root.querySelectorAll("form[data-autosave] [data-field]")];
  for (const field of fields) known.set(nameOf(field), served(field));
  return fields.filter((field) => !isKnown(field) && !field.contains(document.activeElement));
}

/** Shows an answer {text, missing, unit} in the controls, as if it had always been there. */
export function show(field, { text, missing, unit }) {
  const name = nameOf(field);
  const texts = [text].flat().map(String);
  for (const control of controls(field)) {
    if (control.name === `${name}!missing`) showReason(field, control, missing);
    else if (control.name === `${name}!unit` && unit) control.value = unit;
    else if (control.name === name) showText(control, texts, missing);
  }
  note(field);
  for (const control of controls(field).filter((each) => each.name === name && each.type !== "hidden"))
    control.dispatchEvent(new Event("change", { bubbles: true }));
}

function showText(control, texts, missing) {
  if (/^(radio|checkbox)$/.test(control.type)) control.checked = !missing && texts.includes(control.value);
  else if (control.type !== "hidden") control.value = missing ? "" : (texts[0] ?? "");
}

function showReason(field, control, missing) {
  if (control.type === "radio") control.checked = control.value === missing;
  else if (control.value !== missing) setMissing(field, control, missing);
}

/** What a field showed, from its one text: a reason is written with a "!" before it. */
export function asAnswer(seen) {
  const missing = typeof seen === "string" && seen.startsWith("!") ? seen.slice(1) : "";
  return { text: missing ? "" : (seen ?? ""), missing };
}

/** The answer in words, as somebody reads it on the page. */
export function inWords(field) {
  const name = nameOf(field);
  const chosen = controls(field).filter((each) => each.checked && [name, `${name}!missing`].includes(each.name));
  if (chosen.length) return chosen.map((each) => each.closest("label").textContent.replace(/\d$/, "").trim()).join("；");
  const list = field.querySelector(`select[name="${CSS.escape(name)}"]`);
  const why = field.querySelector(`select[name="${CSS.escape(name)}!missing"]`);
  if (why?.value) return why.selectedOptions[0].textContent;
  if (list) return list.selectedOptions[0]?.textContent ?? "";
  return controls(field).find((each) => each.name === name && each.type !== "hidden")?.value ?? "";
}

/** The control that takes the focus for the field. */
export function mainControl(field) {
  const found = [...field.querySelectorAll("input:not([type=hidden]), select:not(.nk, .unit), textarea")];
  return found.find((each) => each.checked) ?? found.find((each) => each.tabIndex >= 0);
}
