// Which answers of the case page are still needed: required, asked and without a value or a reason.
//
//   .req                 in the label of a field, or in the head of a column of a row table: an answer is required
//   th[data-needed]      the same for a column of the grid
//   data-row-needed      on a row table: at least one row is required

import { isAnswered, mainControl } from "./fields.js";

const headOf = (cell) => cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
const rowOf = (field) => field.closest("table[data-row-table] > tbody[data-row]");

function isRequired(field) {
  if (field.matches("td")) return "needed" in headOf(field).dataset;
  const label = field.matches(".cell") ? headOf(field.closest("td")) : field.querySelector(":scope > label, :scope > legend");
  return Boolean(label?.querySelector(".req"));
}

const isEmpty = (row) => row.dataset.row.includes(".new") && ![...row.querySelectorAll("[data-field]")].some(isAnswered);

/** A table that should have a row and has none: the first cell of the empty one is needed. */
function wantsRow(row) {
  const table = row.closest("table");
  const [name, none] = (table.dataset.noneSaidBy ?? "").split("=");
  const said = name && table.closest("form").querySelector(`[data-field$=".${name}"] input:checked`)?.value;
  const isWanted = "rowNeeded" in table.dataset || (/^\d+$/.test(said ?? "") && said !== none);
  return isWanted && table.querySelector("tbody[data-row]") === row;
}

/** The link to the other fields of a line of the grid, while some of them are open. */
function opensNeeded(link) {
  const [answered, asked] = (link.querySelector("[data-others]")?.textContent ?? "").split("/").map(Number);
  return answered < asked;
}

/** An expected line of the grid after the end of the run, where the end was entered since the page was made. */
function isAfterTheRun(stop) {
  const at = stop.closest("table[data-grid] tr[data-row*='.new']")?.dataset.at;
  const end = document.querySelector("[data-field$='.run_stop_at'] input[data-datetime]")?.value;
  return Boolean(at && end) && at.slice(0, 16).replace("T", " ") > end;
}

/** Of a field, or of a link that opens fields. */
export function isNeeded(stop) {
  if (stop.closest("[hidden]") || isAfterTheRun(stop)) return false;
  if (stop.matches("[data-open-row]")) return opensNeeded(stop);
  if (isAnswered(stop) || !mainControl(stop)) return false;
  const row = rowOf(stop);
  if (row && isEmpty(row)) return wantsRow(row) && row.querySelector("[data-field]") === stop;
  return isRequired(stop);
}

export const requiredIn = (root) =>
  [...root.querySelectorAll("[data-field]")].filter((field) => !field.closest("[hidden]") && isRequired(field));

/** Fields, and links to fields, in the order of the page. */
export const neededIn = (root) => [...root.querySelectorAll("[data-field], [data-open-row]")].filter(isNeeded);

export const isAfter = (element, other) =>
  Boolean(element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

/** Moves the focus there; what is folded around it opens. */
export function goTo(stop) {
  if (stop.matches("[data-open-row]")) return stop.click();
  const more = stop.closest("tr.more:not(.open)");
  if (more) {
    more.classList.add("open");
    more.closest("tbody").querySelector("[data-more]")?.setAttribute("aria-expanded", "true");
  }
  stop.closest("details")?.setAttribute("open", "");
  return mainControl(stop).focus();
}
