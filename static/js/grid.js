// A grid of values: table[data-grid] with one line per row and an input in each cell.
//
//   arrows          up and down move at once; left and right move unless the caret is at work inside a text
//   Enter           goes down, Shift+Enter up; Tab goes right
//   typing          replaces the value; F2 or a second click edits it; Escape takes back what was typed
//   U               unknown, again for not done (choices.js)
//   Ctrl+'          copies a setting of the time point before; measured values are never copied
//   data-by-patient on the table: each line is another patient, whose value before stands in data-before
//   Ctrl+V          a block from a spreadsheet goes through a preview (grid_paste.js)

import { text } from "./text.js";
import { listOf } from "./units.js";

export const cellOf = (element) => element.closest?.("table[data-grid] td[data-field]");
export const lineOf = (cell) => cell.closest("tr");
export const linesOf = (grid) => [...grid.tBodies].flatMap((body) => [...body.rows]).filter((line) => line.dataset.row);
export const cellsOf = (line) => [...line.querySelectorAll("td[data-field]")];
export const inputOf = (cell) => cell?.querySelector("input:not([type=hidden])");
export const headOf = (cell) => cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
export const missingOf = (cell) => cell.querySelector("[data-missing]");

/** The cell so many columns and lines away; undefined outside the grid. */
function neighbor(cell, right, down) {
  const lines = linesOf(cell.closest("table"));
  const line = lines[lines.indexOf(lineOf(cell)) + down];
  return line && cellsOf(line)[cellsOf(lineOf(cell)).indexOf(cell) + right];
}

function go(event, right, down) {
  const next = inputOf(neighbor(cellOf(event.target), right, down));
  event.preventDefault();
  if (next) next.focus();
  else event.target.dispatchEvent(new Event("change", { bubbles: true }));
}

// --- going there and editing ---

document.addEventListener("focusin", (event) => {
  if (!cellOf(event.target) || !event.target.matches("input")) return;
  event.target.dataset.was = event.target.value;
  delete event.target.dataset.editing;
  event.target.select();
});

document.addEventListener("pointerup", (event) => {
  const input = event.target.closest?.("table[data-grid] td[data-field] input");
  if (!input) return;
  if (input.dataset.clicked === input.dataset.was) input.dataset.editing = "1";
  else input.select();
  input.dataset.clicked = input.dataset.was;
});

function edit(input) {
  input.dataset.editing = "1";
  input.setSelectionRange(input.value.length, input.value.length);
}

function cancel(event) {
  const { target } = event;
  if (target.value === target.dataset.was && !target.dataset.editing) return;
  event.preventDefault();
  target.value = target.dataset.was;
  delete target.dataset.editing;
  target.select();
  target.dispatchEvent(new Event("input", { bubbles: true }));
}

const isAtWork = ({ dataset, value }) => Boolean(dataset.editing) || value !== dataset.was;

function atEdge(input, step) {
  if (!isAtWork(input)) return true;
  const { selectionStart, selectionEnd, value } = input;
  return step < 0 ? selectionEnd === 0 : selectionStart === value.length;
}

const byPatient = (cell) => cell.closest("table").hasAttribute("data-by-patient");

/** The value with its unit, as somebody would type it: typed_units.js takes it apart again. */
function asTyped(cell) {
  const value = inputOf(cell)?.value;
  return value && listOf(cell) ? `${value} ${listOf(cell).value}` : value;
}

function copyFromAbove(event) {
  const cell = cellOf(event.target);
  event.preventDefault();
  const value = byPatient(cell) ? cell.dataset.before : asTyped(neighbor(cell, 0, -1));
  if (!("setting" in headOf(cell).dataset) || !value || event.target.readOnly) return;
  event.target.value = value;
  for (const kind of ["input", "change"]) event.target.dispatchEvent(new Event(kind, { bubbles: true }));
  event.target.dataset.was = event.target.value;
  event.target.select();
}

document.addEventListener("keydown", (event) => {
  const cell = cellOf(event.target);
  if (!cell || !event.target.matches("input") || event.defaultPrevented || event.altKey || event.isComposing) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && (event.key === "'" || event.code === "Quote")) copyFromAbove(event);
  else if (command) return;
  else if (event.key === "Enter") go(event, 0, event.shiftKey ? -1 : 1);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") go(event, 0, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "ArrowRight" && atEdge(event.target, 1)) go(event, 1, 0);
  else if (event.key === "ArrowLeft" && atEdge(event.target, -1)) go(event, -1, 0);
  else if (event.key === "F2") edit(event.target);
  else if (event.key === "Escape") cancel(event);
});

// --- how cells look ---

const isSettled = (cell) => {
  const warned = [...cell.querySelectorAll(".judged .reason")];
  return warned.length > 0 && warned.every((each) => each.querySelector("input:checked") && each.querySelector("input:checked").value !== "later");
};

/** How far a value fell since the line before, where its column says that this is worth a word. */
export function fallOf(cell) {
  const share = Number(headOf(cell).dataset.fall);
  const value = Number(inputOf(cell)?.value);
  if (!share || !value) return null;
  const before = byPatient(cell) ? Number(cell.dataset.before) : earlier(cell);
  return before && value <= before * (1 - share) ? { before, percent: Math.round((100 * (before - value)) / before) } : null;
}

/** The value of the nearest stored line above; an empty one there ends the search. */
function earlier(cell) {
  const lines = linesOf(cell.closest("table")).filter((line) => !line.dataset.row.includes(".new"));
  const at = linesOf(cell.closest("table")).indexOf(lineOf(cell));
  const above = lines.filter((line) => linesOf(cell.closest("table")).indexOf(line) < at).at(-1);
  return above ? Number(inputOf(cellsOf(above)[cellsOf(lineOf(cell)).indexOf(cell)]).value) : 0;
}

export function look(cell) {
  const [input, missing] = [inputOf(cell), missingOf(cell)?.value];
  if (!input) return;
  const fell = fallOf(cell);
  const warned = input.matches(".is-warning");
  cell.classList.toggle("nd", Boolean(missing));
  cell.classList.toggle("need", !missing && !input.value);
  cell.classList.toggle("settled", !missing && (isSettled(cell) || (Boolean(fell) && !warned)) && !input.matches(".is-invalid"));
  if (missing) input.placeholder = text(missing);
}

function count(line) {
  const cells = cellsOf(line);
  const filled = cells.filter((cell) => inputOf(cell)?.value || missingOf(cell)?.value).length;
  const chip = line.querySelector("[data-filled]");
  if (!chip) return;
  chip.textContent = `${filled}/${cells.length}`;
  chip.className = `chip ${filled === cells.length ? "ok" : line.matches(".cur") ? "info" : "warn"}`;
}

export function lookAgain(grid) {
  for (const line of linesOf(grid)) {
    if (!inputOf(cellsOf(line)[0])) return; // shown for reading
    cellsOf(line).forEach(look);
    count(line);
  }
}

function lookAtAll() {
  document.querySelectorAll("table[data-grid]").forEach(lookAgain);
}

document.addEventListener("change", (event) => {
  const cell = cellOf(event.target);
  if (cell) lookAgain(cell.closest("table"));
});
document.addEventListener("input", (event) => {
  const cell = cellOf(event.target);
  if (cell) look(cell);
});
document.addEventListener("case:answered", lookAtAll);
lookAtAll();
