// Choices and missing values from the keyboard.
//
//   [data-choices]      a .seg, .pick or .checks: 1–9 picks by position, or by value with data-choices="value";
//                       0 picks "none", which ends a long list;
//                       a label with data-key="0" listens to that key; Delete takes a choice back
//   data-unknown="99"   on it or on a select: the code that U picks
//   data-no-missing     on it: what it chooses is never missing, so U and Delete do nothing there
//   [data-missing]      a select or hidden input in the same .field that holds why a value is missing;
//                       U in a number, date or choice field sets unknown, then not_done, then nothing
//   button.nk           [data-missing-button] does the same with the mouse

import { text } from "./text.js";
import { mayTypeUnit } from "./units.js";

const REASONS = ["unknown", "not_done"];
const NONE = ["0", "NONE"]; // the codes of "none" and "no"
const LIST = "select:not(.nk, .unit, [data-missing])"; // the answers themselves
const fieldOf = (element) => element.closest(".field, td, [data-field]");

function tell(control) {
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function pick(control, checked = true) {
  if (!control || control.disabled) return;
  if (control.type === "checkbox") control.checked = !control.checked;
  else control.checked = checked;
  if (checked) control.focus();
  tell(control);
}

function byKey(group, key) {
  const named = group.querySelector(`label[data-key="${CSS.escape(key)}"] input`);
  if (named) return named;
  const controls = [...group.querySelectorAll("input:not([type=hidden])")];
  if (group.dataset.choices === "value") return controls.find((control) => control.value === key);
  return key === "0" ? controls.find((control) => NONE.includes(control.value)) : controls[Number(key) - 1];
}

function unpick(group) {
  group.querySelectorAll("input:checked").forEach((control) => pick(control, false));
}

function chooseUnknown(holder) {
  if (holder.matches("select")) {
    holder.value = holder.dataset.unknown;
    return tell(holder);
  }
  const controls = [...holder.querySelectorAll("input")];
  return pick(controls.find((control) => control.value === holder.dataset.unknown));
}

function offered(store) {
  if (!store.matches("select")) return REASONS;
  return REASONS.filter((reason) => [...store.options].some((option) => option.value === reason));
}

export function setMissing(field, store, reason) {
  store.value = reason;
  const box = field.querySelector("input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea");
  if (box) empty(box, reason);
  const list = field.querySelector(LIST);
  if (list) emptyList(list, reason);
  const button = field.querySelector("[data-missing-button]");
  if (button) {
    button.setAttribute("aria-pressed", String(Boolean(reason)));
    button.textContent = reason ? text(reason) : text("missing");
  }
  tell(store);
}

function empty(box, reason) {
  if (reason && box.value) box.dataset.kept = box.value;
  box.value = reason ? "" : box.dataset.kept || box.value;
  box.readOnly = Boolean(reason);
  box.placeholder = reason ? "—" : "";
}

function emptyList(list, reason) {
  if (reason && list.value) list.dataset.kept = list.value;
  list.value = reason ? "" : list.value || list.dataset.kept || "";
}

function nextReason(field) {
  const store = field?.querySelector("[data-missing]");
  if (!store || store.disabled) return false;
  const reasons = ["", ...offered(store)];
  setMissing(field, store, reasons[(reasons.indexOf(store.value) + 1) % reasons.length]);
  return true;
}

function nextMissingChoice(field) {
  const controls = [...field.querySelectorAll("input[name$='!missing']")];
  const at = controls.findIndex((control) => control.checked);
  if (!controls.length) return false;
  pick(controls[(at + 1) % controls.length]);
  return true;
}

/** Typing into a box that says "not done" takes the reason back and starts a value. */
function reopen(field, box, event) {
  if (!box.readOnly || !("kept" in box.dataset || box.placeholder === "—")) return;
  if (event.key === "Backspace" || event.key === "Delete" || event.key === "Escape") event.preventDefault();
  else if (!/^[\d.+-]$/.test(event.key)) return;
  const store = field.querySelector("[data-missing]");
  setMissing(field, store, "");
  if (event.key.length === 1) box.value = "";
}

/** U in a unit that is being typed is a letter; over a box whose whole content is selected it says "unknown". */
function typesUnit(field, box, key) {
  const isSelected = box.selectionEnd - box.selectionStart === box.value.length;
  return /^u$/i.test(key) && !isSelected && mayTypeUnit(field, box, key);
}

const isKept = (group) => Boolean(group) && "noMissing" in group.dataset;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  const group = target.closest?.("[data-choices]");
  const field = target.closest && fieldOf(target);
  const isBox = target.matches?.("[inputmode=decimal], [inputmode=numeric], [data-datetime]");
  if (isBox && typesUnit(field, target, event.key)) return;
  if (event.key === "u" || event.key === "U") {
    const holder = target.closest?.("[data-unknown]");
    if (!group && !isBox && !target.matches?.("select")) return;
    event.preventDefault();
    if (isKept(group)) return;
    if (holder) chooseUnknown(holder);
    else if (!group || !nextMissingChoice(field)) nextReason(field);
  } else if (group && /^\d$/.test(event.key)) {
    event.preventDefault();
    pick(byKey(group, event.key));
  } else if (group && (event.key === "Delete" || event.key === "Backspace")) {
    event.preventDefault();
    if (!isKept(group)) unpick(group);
  } else if (isBox && field) reopen(field, target, event);
});

// A choice and the reason why there is none exclude each other, although they are two names.
document.addEventListener("change", (event) => {
  const control = event.target;
  if (!control.checked || !control.closest("[data-choices]")) return;
  const isReason = control.name.endsWith("!missing");
  control
    .closest("[data-choices]")
    .querySelectorAll("input:checked")
    .forEach((other) => {
      if (other.name.endsWith("!missing") !== isReason) other.checked = false;
    });
});

/** A group is one stop of the Tab key: the reason has another name, so it would be a second. U goes there. */
function oneStop(group) {
  if (group.closest("[data-several]")) return; // in a table the whole group is one stop (row_table.js)
  for (const reason of group.querySelectorAll("input[name$='!missing']")) reason.tabIndex = reason.checked ? 0 : -1;
}

document.addEventListener("change", (event) => {
  const group = event.target.closest?.("[data-choices]");
  if (group) oneStop(group);
});

// An answer chosen from a list takes the reason back, before any listener that saves the field.
document.addEventListener(
  "change",
  ({ target }) => {
    const store = target.matches?.(LIST) && target.value && fieldOf(target)?.querySelector("select[data-missing]");
    if (store) store.value = "";
  },
  true,
);

document.addEventListener("change", (event) => {
  if (!event.target.matches("select[data-missing]") || !event.isTrusted) return;
  setMissing(fieldOf(event.target), event.target, event.target.value);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-missing-button]");
  if (button) nextReason(fieldOf(button));
});

/** Number keys are shown in the corner of each option, unless the option itself begins with its number. */
function showKeys(root) {
  root.querySelectorAll(".seg[data-choices], .pick[data-choices]").forEach((group) => {
    [...group.querySelectorAll("label")].slice(0, 9).forEach((label, place) => {
      if (label.querySelector(".k, .k-hint, b") || label.classList.contains("nk-choice")) return;
      const key = group.dataset.choices === "value" ? label.querySelector("input").value : String(place + 1);
      const hint = Object.assign(document.createElement("span"), { className: "k-hint", textContent: key });
      hint.setAttribute("aria-hidden", "true");
      label.append(hint);
    });
  });
}

function prepare(root) {
  showKeys(root);
  root.querySelectorAll("[data-choices]").forEach(oneStop);
}

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
