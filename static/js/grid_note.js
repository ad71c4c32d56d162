// Beside the grid: what is to be said of the focused value, and how its column went.
//
//   [data-cell-note]   a card with the value, its usual range, what was found and the reasons to choose from
//   [data-trend]       a card with the column's line, and hemoglobin or lactate for comparison
//   Alt+ArrowDown      from a cell to its reasons; Escape goes back
//
// The card stands in the side panel; where that is a drawer, below the grid.

import { saveField } from "./autosave.js";
import { cellOf, cellsOf, fallOf, headOf, inputOf, linesOf, missingOf } from "./grid.js";
import { sparkline } from "./sparkline.js";
import { text } from "./text.js";

const wide = matchMedia("(min-width: 1180px)");
let shown = null;

const note = () => document.querySelector("[data-cell-note]");
const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

function place() {
  const cards = document.querySelector("[data-grid-cards]");
  const home = document.querySelector(wide.matches ? "[data-cards-beside]" : "[data-cards-below]");
  if (cards && home && cards.parentElement !== home) home.append(cards);
}

function show(cell) {
  shown = cell;
  const { label, unit } = headOf(cell).dataset;
  const said = missingOf(cell)?.value ? text(missingOf(cell).value) : inputOf(cell).value;
  const card = note();
  if (!card) return;
  card.hidden = false;
  card.querySelector("[data-note-title]").textContent = said ? `${label} ${said}${missingOf(cell)?.value ? "" : ` ${unit}`}` : label;
  const chip = card.querySelector("[data-note-chip]");
  const found = cell.querySelector(".judged .msg");
  chip.hidden = !found;
  chip.className = `chip ${found?.matches(".err") ? "err" : "warn"}`;
  chip.textContent = found ? text(found.matches(".err") ? "error" : "warning") : "";
  card.querySelector("[data-note-body]").replaceChildren(...bodyOf(cell));
  drawTrend(cell);
}

/** The cards speak of the grid; elsewhere they go. */
function hide() {
  shown = null;
  for (const card of document.querySelectorAll("[data-cell-note], [data-trend]")) card.hidden = true;
}

/** What the server says of the value, with reasons that act on those in the cell, and how far it fell. */
function bodyOf(cell) {
  const fell = fallOf(cell);
  const { usualRange } = cell.dataset;
  const judged = cell.querySelector(".judged").cloneNode(true);
  judged.removeAttribute("id");
  delete judged.dataset.judged;
  judged.className = "judged-copy";
  for (const control of judged.querySelectorAll("input, button")) {
    control.dataset.copyOf = control.name;
    control.name = `copy-${control.name}`;
  }
  const usual = usualRange && make("p", { textContent: text("usual", { range: usualRange }) });
  return [usual, judged, fell && make("p", { textContent: text("fell", fell) })].filter(Boolean);
}

function drawTrend(cell) {
  const card = document.querySelector("[data-trend]");
  if (!card) return;
  const lines = linesOf(cell.closest("table"));
  const names = [headOf(cell).dataset.column, headOf(cell).dataset.column === "on_hb" ? "on_lactate" : "on_hb"];
  const drawn = names.map((name) => seriesOf(cell, lines, name)).filter((series) => series.points.length > 1);
  card.hidden = !drawn.length || cell.closest("table").hasAttribute("data-by-patient");
  card.querySelector("[data-trend-body]").replaceChildren(...drawn.map(sparkline));
}

/** The values of a column over time; a gap is a line without a value between two that have one. */
function seriesOf(cell, lines, name) {
  const heads = [...cell.closest("table").tHead.rows[0].cells];
  const head = heads.find((each) => each.dataset.column === name);
  const at = heads.indexOf(head) - 1;
  const points = [];
  let gap = false;
  for (const line of lines) {
    const value = inputOf(cellsOf(line)[at])?.value;
    const time = Date.parse(line.dataset.at);
    if (value && Number.isFinite(Number(value)) && time) points.push({ time, value: Number(value), afterGap: gap, label: line.cells[0].querySelector("span")?.textContent ?? "" });
    gap = !value;
  }
  return { label: head.dataset.label, short: head.querySelector("abbr").textContent, unit: head.dataset.unit, points };
}

// --- the reasons in the card are those of the cell ---

document.addEventListener("change", (event) => {
  const copy = event.target.closest?.("[data-copy-of]");
  if (!copy || !shown) return;
  const controls = [...shown.querySelectorAll(`[name="${CSS.escape(copy.dataset.copyOf)}"]`)];
  if (copy.type === "radio") controls.find((each) => each.value === copy.value).checked = true;
  else controls[0].value = copy.value;
  saveField(shown);
  shown.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("click", (event) => {
  const copy = event.target.closest?.(".judged-copy [data-slip]");
  if (!copy || !shown) return;
  event.preventDefault();
  shown.querySelector("[data-slip]")?.click();
});

document.addEventListener("keydown", (event) => {
  const cell = cellOf(event.target);
  if (cell && event.altKey && event.key === "ArrowDown") {
    event.target.blur(); // what was typed is judged from here on
    event.preventDefault();
    (note()?.querySelector("input, button") ?? event.target).focus();
  } else if (event.key === "Escape" && shown && event.target.closest?.("[data-cell-note]")) {
    event.preventDefault();
    inputOf(shown).focus();
  }
});

document.addEventListener("focusin", (event) => {
  const cell = cellOf(event.target);
  if (cell && inputOf(cell)) show(cell);
  else if (shown && !event.target.closest?.("[data-grid-cards]")) hide();
});
document.addEventListener("change", (event) => {
  if (shown && cellOf(event.target) === shown && !note()?.contains(document.activeElement)) show(shown);
});
document.addEventListener("case:answered", () => {
  if (shown?.isConnected && !note()?.contains(document.activeElement)) show(shown);
});
wide.addEventListener("change", place);
place();
if (document.activeElement && cellOf(document.activeElement)) show(cellOf(document.activeElement));
