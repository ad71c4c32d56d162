// Repeating groups as tables: table[data-row-table] with a tbody[data-row] for each row, the last one empty.
//
//   Enter                      goes to what the row still needs below its cells, then to the next row; in the empty
//                              row on to what the case needs next (next_needed.js). Ctrl+Enter: to the empty row
//   1–9                        in a list of a cell picks by position
//   [data-more]                opens the fields that have no column
//   [data-several]             several choices behind one line; one stop of the Tab key, arrows move inside
//   data-sorted-by             the time the rows are put in order of, once a row has been left
//   data-none-said-by          field=value of the answer that says there are no rows: the table is not shown then, nor
//                              while the first field of its empty row is not asked

import { emptyRow } from "./empty_rows.js";
import { isKnown, nameOf } from "./fields.js";
import { goTo, isAfter, neededIn } from "./needed.js";
import { nextIn } from "./row_order.js";
import { text } from "./text.js";

const NEW = /\.new(\d+)$/;
const rowOf = (element) => element.closest?.("table[data-row-table] > tbody[data-row]");
const tableOf = (row) => row.closest("table[data-row-table]");
const isNew = (row) => NEW.test(row.dataset.row);
const controlsOf = (row) => [...row.querySelectorAll("input:not([type=hidden]), select:not(.nk, .unit), textarea")];
const firstControl = (row) => controlsOf(row).find((control) => control.checkVisibility() && control.tabIndex >= 0);

// --- the empty row at the end ---

function letNextWait(row) {
  const table = tableOf(row);
  if (!isNew(row) || table.querySelector("tbody[data-row]:last-of-type") !== row) return;
  const box = document.createElement("template");
  const number = Number(NEW.exec(row.dataset.row)[1]) + 1;
  box.innerHTML = emptyRow(table).replace(/([.-])new\d+(?=[.\-!"])/g, `$1new${number}`);
  const next = box.content.firstElementChild;
  row.after(next);
  row.querySelector("[data-delete-row]").hidden = false;
  globalThis.htmx?.process(next);
  next.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true, detail: { elt: next } }));
}

document.addEventListener("input", (event) => {
  const row = rowOf(event.target);
  if (row) letNextWait(row);
});

// --- keys ---

/** To the first cell of the row below; the empty one if this is the last. */
export function goToNext(row) {
  const next = row.nextElementSibling;
  if (next?.matches("tbody[data-row]")) firstControl(next)?.focus();
}

function goToEmpty(row) {
  firstControl(tableOf(row).querySelector("tbody[data-row]:last-of-type"))?.focus();
}

function finish(event, row) {
  event.preventDefault();
  event.target.dispatchEvent(new Event("change", { bubbles: true })); // times are written out first
  if (event.ctrlKey || event.metaKey) return goToEmpty(row);
  const more = row.querySelector("tr.more");
  const rest = more ? neededIn(more) : [];
  const next = rest.find((field) => isAfter(event.target, field) && !field.contains(event.target));
  return next ? goTo(next) : goToNext(row);
}

/** The empty row at the end, before anything is entered. */
export const isWaiting = (row) => isEmpty(row) && !row.nextElementSibling?.matches("tbody[data-row]");

function pickByDigit(event) {
  const option = [...event.target.options].filter((each) => each.value)[Number(event.key) - 1];
  if (!option) return;
  event.preventDefault();
  event.target.value = option.value;
  for (const kind of ["input", "change"]) event.target.dispatchEvent(new Event(kind, { bubbles: true }));
}

// A list of the page is chosen from by position as well, as a bar of choices is.
document.addEventListener("keydown", (event) => {
  const { target } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
  if (target.matches("form[data-autosave] [data-field] select:not([aria-hidden], .nk, .unit)")) pickByDigit(event);
});

document.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  if (!row || event.defaultPrevented || event.altKey || event.isComposing) return;
  const { target } = event;
  const command = event.ctrlKey || event.metaKey;
  if (event.key === "Enter" && !command && isWaiting(row)) return; // next_needed.js goes on from here
  if (event.key === "Enter" && (command || !target.matches("textarea, button, a, summary"))) finish(event, row);
  else if (!command && target.closest("[data-several]")) moveInside(event);
});

// --- several choices behind one line ---

const boxesOf = (group) => [...group.querySelectorAll("input:not([type=hidden])")];

function moveInside(event) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const boxes = boxesOf(event.target.closest("[data-several]"));
  boxes[(boxes.indexOf(event.target) + step + boxes.length) % boxes.length].focus();
}

function oneStop(group) {
  const boxes = boxesOf(group);
  const stop = boxes.find((box) => box.checked) ?? boxes[0];
  for (const box of boxes) box.tabIndex = box === stop ? 0 : -1;
}

function sayChosen(group) {
  const words = boxesOf(group).filter((box) => box.checked).map((box) => box.closest("label").textContent.trim());
  const said = group.parentElement.querySelector("[data-chosen]");
  if (said) said.textContent = words.join(document.documentElement.lang.startsWith("zh") ? "、" : ", ");
}

document.addEventListener("change", (event) => {
  const group = event.target.closest?.("[data-several]");
  if (group) sayChosen(group);
});
document.addEventListener("focusout", (event) => {
  const group = event.target.closest?.("[data-several]");
  if (group && !group.contains(event.relatedTarget)) oneStop(group);
});
document.addEventListener("click", (event) => {
  const said = event.target.closest?.("[data-chosen]");
  if (said) said.parentElement.querySelector("[data-several] input:not([type=hidden])")?.focus();
});

// --- why there is no value ---

/** In a cell the reason takes the place of a list, and the focus with it; a box says it itself. */
function showReason(reason) {
  const box = reason.parentElement.querySelector("input.form-control[type=text]");
  if (box) box.placeholder = reason.value ? text(reason.value) : "";
  else if (document.activeElement === document.body || !document.activeElement.checkVisibility())
    (reason.value ? reason : reason.parentElement.querySelector("select:not(.nk, .unit), .combo input"))?.focus();
}

document.addEventListener("change", (event) => {
  if (event.target.matches?.("select.nk") && rowOf(event.target)) setTimeout(() => showReason(event.target));
});

// --- the rest of a row ---

function open(row, isOpen) {
  row.querySelector("tr.more")?.classList.toggle("open", isOpen);
  row.querySelector("[data-more]")?.setAttribute("aria-expanded", String(isOpen));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-more]");
  if (!button) return;
  const row = rowOf(button);
  const isOpen = button.getAttribute("aria-expanded") !== "true";
  row.dataset.touched = "1";
  open(row, isOpen);
  if (isOpen) firstControl(row.querySelector("tr.more"))?.focus();
});

/** A row shows its other fields by itself once one of them is required, until somebody closes it. */
function openWhereNeeded(row) {
  const more = row.querySelector("tr.more:not(.open)");
  if (!more || row.dataset.touched || isEmpty(row)) return;
  const needed = [...more.querySelectorAll("[data-field]:not([hidden])")].filter((field) => field.querySelector(".req"));
  if (needed.some((field) => !controlsOf(field).some((control) => (control.type === "text" ? control.value : control.checked || (control.matches("select") && control.value)))))
    open(row, true);
}

const isEmpty = (row) => isNew(row) && [...row.querySelectorAll("[data-field]")].every(isKnown);

// --- order, and tables that are not asked for ---

document.addEventListener("focusout", (event) => {
  const row = rowOf(event.target);
  if (row && !row.contains(event.relatedTarget)) putInOrder(row);
});

function putInOrder(row) {
  const table = tableOf(row);
  if (!table?.dataset.sortedBy || isEmpty(row)) return;
  const next = nextIn(table, row);
  if (next !== row.nextElementSibling) table.insertBefore(row, next);
}

function showTables() {
  for (const table of document.querySelectorAll("table[data-none-said-by]")) {
    const [name, value] = table.dataset.noneSaidBy.split("=");
    const field = [...table.closest("form").querySelectorAll("[data-field]")].find((each) => nameOf(each).endsWith(`.${name}`));
    const said = field?.querySelector("input:checked")?.value;
    const hasRows = [...table.tBodies].some((row) => row.dataset.row && !isNew(row));
    const isAsked = said !== value && !table.querySelector("tbody[data-row] [data-field]")?.hidden;
    (table.closest(".row-block") ?? table).hidden = !isAsked && !hasRows;
  }
}

document.addEventListener("change", (event) => {
  const row = rowOf(event.target);
  setTimeout(() => {
    showTables(); // after the conditions have shown what applies
    if (row) openWhereNeeded(row);
  });
});
document.addEventListener("case:answered", showTables);

export function begin() {
  document.querySelectorAll("[data-several]").forEach(oneStop);
  showTables();
}
document.addEventListener("htmx:load", (event) => event.detail.elt.querySelectorAll?.("[data-several]").forEach(oneStop));
