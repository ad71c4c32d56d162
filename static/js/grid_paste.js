// A block of cells from a spreadsheet. The server says first what would become of each value; nothing is stored before
// the person applies it. Then everything goes out in one request, and one act takes it all back.

import { queue } from "./autosave.js";
import { toast } from "./frame.js";
import { nameOf, note, partOf, rowOf, valuesOf } from "./fields.js";
import { cellOf, cellsOf, headOf, inputOf, lineOf, linesOf, lookAgain, missingOf } from "./grid.js";
import { asForm } from "./queued_changes.js";
import { renameRow } from "./saved_answers.js";
import { send } from "./session.js";
import { stored } from "./stored.js";
import { text } from "./text.js";
import { offerUndo } from "./undo.js";

const UNKNOWN = /^(u|unk|unknown|未知|不详)$/i;
const NOT_DONE = /^(nd|n\/d|na|n\/a|not done|未做|未查|-|—|\/)$/i;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Lines of cells, as spreadsheets put them on the clipboard. */
export function readBlock(clipboard) {
  const lines = clipboard.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => line.split("\t").map((each) => each.trim().replace(/^"(.*)"$/s, "$1")));
}

function meaning(typed) {
  if (UNKNOWN.test(typed)) return { value: "", missing: "unknown" };
  if (NOT_DONE.test(typed)) return { value: "", missing: "not_done" };
  return { value: GROUPED.test(typed) ? typed.replaceAll(",", "") : typed, missing: "" };
}

/** Each pasted value with the cell it falls into; values outside the grid have none. */
function fall(block, start) {
  const lines = linesOf(start.closest("table"));
  const [top, left] = [lines.indexOf(lineOf(start)), cellsOf(lineOf(start)).indexOf(start)];
  return block.flatMap((typedLine, down) =>
    typedLine.map((typed, right) => {
      const line = lines[top + down];
      return { typed, cell: line && cellsOf(line)[left + right], ...meaning(typed) };
    }),
  ).filter(({ typed }) => typed !== "");
}

const addressOf = (cell) => cell.closest("[data-saves-to]")?.dataset.savesTo ?? cell.closest("form").getAttribute("action");
const said = (cell) => (missingOf(cell).value ? text(missingOf(cell).value) : inputOf(cell).value);
const sameNumber = (one, other) => one.trim() && other.trim() && Number(one) === Number(other);
const isChange = ({ cell, value, missing }) =>
  missingOf(cell).value !== missing || (inputOf(cell).value !== value && !sameNumber(inputOf(cell).value, value));

/** The change that would be, if the cell held the value. */
function trial({ cell, value, missing }) {
  const name = nameOf(cell);
  const values = { ...valuesOf(cell), [name]: [value], [`${name}!missing`]: [missing] };
  return { row: rowOf(name), field: partOf(name), values, ...stored.basisOf(name) };
}

/** What the server says of each value, by field; null where it could not be asked. */
async function judge(pasted) {
  const fields = {};
  for (const [url, own] of Map.groupBy(pasted, ({ cell }) => addressOf(cell))) {
    const { status, data } = await send(url.replace(/(\?|$)/, "try/$1"), asForm(own.map(trial)));
    if (status !== 200) return null;
    Object.assign(fields, data.fields);
  }
  return fields;
}

// --- the preview ---

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const nameOfLine = (cell) => lineOf(cell).cells[0].innerText.replace(/\s+/g, " ").trim();

function verdictOf(each, fields) {
  if (!each.cell) return { tone: "err", words: text("paste_no_cell") };
  if (!isChange(each)) return { tone: "same", words: text("paste_same") };
  const found = fields[nameOf(each.cell)] ?? { errors: [], warnings: [] };
  if (found.errors.length && !each.missing) return { tone: "err", words: found.errors.join(" ") };
  return { tone: found.warnings.length ? "warn" : "ok", words: found.warnings.join(" "), shown: found.shown };
}

function lineFor({ cell, typed, verdict, missing }) {
  const tone = { err: "err", warn: "warn", ok: "ok", same: "" }[verdict.tone];
  const words = verdict.tone === "err" ? text("paste_not_taken") : verdict.tone === "same" ? verdict.words : text("paste_taken");
  return make(
    "tr",
    {},
    make("th", { scope: "row", textContent: cell ? nameOfLine(cell) : "—" }),
    make("td", { textContent: cell ? headOf(cell).dataset.label : "—" }),
    make("td", { className: "r", textContent: cell ? said(cell) || "—" : "—" }),
    make("td", { className: "r", textContent: missing ? text(missing) : (verdict.shown ?? typed) }),
    make("td", {}, make("span", { className: `chip ${tone}`, textContent: words }), " ", verdict.tone === "same" ? "" : verdict.words),
  );
}

function preview(pasted) {
  const dialog = document.getElementById("paste-preview");
  const taken = pasted.filter(({ verdict }) => ["ok", "warn"].includes(verdict.tone));
  const refused = pasted.filter(({ verdict }) => verdict.tone === "err");
  dialog.querySelector("[data-paste-said]").textContent = text("paste_said", { n: taken.length, bad: refused.length });
  const order = { err: 0, warn: 1, ok: 2, same: 3 };
  dialog.querySelector("tbody").replaceChildren(
    ...[...pasted].sort((a, b) => order[a.verdict.tone] - order[b.verdict.tone]).map(lineFor),
  );
  dialog.querySelector("[value=apply]").hidden = !taken.length;
  dialog.returnValue = "";
  const here = document.activeElement;
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      here?.focus({ preventScroll: true });
      resolve(dialog.returnValue === "apply" ? taken : []);
    };
  });
}

// --- one act ---

function put({ cell, value, missing }) {
  inputOf(cell).value = inputOf(cell).dataset.was = value;
  inputOf(cell).readOnly = Boolean(missing);
  missingOf(cell).value = missing;
}

function changeOf(cell, together) {
  const name = nameOf(cell);
  note(cell);
  return { url: addressOf(cell), row: rowOf(name), field: partOf(name), values: valuesOf(cell), together, ...stored.basisOf(name) };
}

function store(states) {
  const together = crypto.randomUUID();
  states.forEach(put);
  lookAgain(states[0].cell.closest("table"));
  queue.enqueueAll(states.map(({ cell }) => changeOf(cell, together)));
}

const stateOf = (cell) => ({ cell, value: inputOf(cell).value, missing: missingOf(cell).value });
const isNew = (line) => line.dataset.row.includes(".new");

function apply(taken) {
  const before = taken.map(({ cell }) => stateOf(cell));
  const begun = new Set(before.map(({ cell }) => lineOf(cell)).filter(isNew));
  store(taken);
  offerUndo(text("pasted", { n: taken.length }), () => takeBack(before, begun));
}

/** Values go back to what they were; lines that came into being with the block are expected lines again. */
function takeBack(before, begun) {
  const together = crypto.randomUUID();
  before.forEach(put);
  const gone = [...begun].filter((line) => !isNew(line));
  const kept = before.filter(({ cell }) => !gone.includes(lineOf(cell)));
  const changes = kept.map(({ cell }) => changeOf(cell, together));
  queue.enqueueAll([...changes, ...gone.map((line) => leaving(line, together))]);
  gone.forEach(expectAgain);
  lookAgain(before[0].cell.closest("table"));
}

function leaving(line, together) {
  const { row } = line.dataset;
  return { url: addressOf(cellsOf(line)[0]), row, field: "!delete", values: { [`${row}!delete`]: ["1"] }, together, ...stored.basisOf(`${row}.`) };
}

let fresh = 1000; // above every number the server gives

function expectAgain(line) {
  const { row } = line.dataset;
  renameRow(row, `${row.split(".")[0]}.new${(fresh += 1)}`);
  cellsOf(line).forEach(note);
}

async function paste(start, clipboard) {
  const pasted = fall(readBlock(clipboard), start);
  const changing = pasted.filter((each) => each.cell && isChange(each));
  await queue.flush(); // what is judged starts from what is stored
  const fields = await judge(changing);
  if (!fields) return toast(text("failed"), { level: "warning" });
  for (const each of pasted) each.verdict = verdictOf(each, fields);
  const taken = await preview(pasted);
  return taken.length ? apply(taken) : null;
}

document.addEventListener("paste", (event) => {
  const cell = cellOf(event.target);
  const clipboard = event.clipboardData?.getData("text/plain") ?? "";
  if (!cell || !/[\t\n]/.test(clipboard.replace(/\r?\n$/, ""))) return;
  event.preventDefault();
  paste(cell, clipboard);
});
