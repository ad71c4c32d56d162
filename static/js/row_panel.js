// All fields of one line of the grid, below it. The line is stored first: to open it is to begin it.
//
//   [data-open-row]     in a line: opens its fields; [data-close-panel] closes them and goes back
//   [data-mirror]       in the panel: what stands in the grid, under the field's name

import { queue } from "./autosave.js";
import { isAnswered } from "./fields.js";
import { cellsOf, inputOf, missingOf } from "./grid.js";
import { goTo, neededIn, requiredIn } from "./needed.js";
import { stored } from "./stored.js";
import { text } from "./text.js";

const panel = () => document.getElementById("row-panel");
const lineOf = (key) => document.querySelector(`table[data-grid] tr[data-row="${CSS.escape(key)}"]`);
const addressOf = (line) => line.closest("form").getAttribute("action");

/** A line that is only expected gets its time point and time, and with them its key. */
async function begin(line) {
  const { row } = line.dataset;
  const offer = line.querySelector("input[name$='!offer']").value;
  const [timepoint, at] = [offer.slice(0, offer.indexOf(" ")), offer.slice(offer.indexOf(" ") + 1)];
  const change = (field, value) => ({ url: addressOf(line), row, field, values: { [`${row}.${field}`]: [value] }, ...stored.basisOf(`${row}.${field}`) });
  queue.enqueueAll([change("timepoint", timepoint), change("measured_at", at)]);
  await queue.flush();
}

async function open(line) {
  if (line.dataset.row.includes(".new")) await begin(line);
  const { row } = line.dataset;
  if (row.includes(".new")) return; // not stored: the state of saving says why
  const url = addressOf(line).replace(/s\/[^/]+\/(?=\?|$)/, `rows/${row}/`);
  await globalThis.htmx.ajax("GET", url, { target: "#row-panel", swap: "innerHTML" });
  panel().scrollIntoView({ block: "nearest" });
  const [needed] = neededIn(panel());
  if (needed) goTo(needed);
  else panel().querySelector("input:not([type=hidden]), select:not(.nk, .unit)")?.focus();
}

/** How many of the other required fields are answered, at the link that opened them. */
function countOthers() {
  const row = panel()?.querySelector("[data-row]")?.dataset.row;
  const place = row && lineOf(row)?.querySelector("[data-others]");
  if (!place) return;
  const required = requiredIn(panel());
  place.textContent = `${required.filter(isAnswered).length}/${required.length}`;
}

document.addEventListener("case:answered", countOthers);
document.addEventListener("change", (event) => event.target.closest?.("#row-panel") && countOthers());

function close() {
  const row = panel().querySelector("[data-row]")?.dataset.row;
  panel().replaceChildren();
  if (row) lineOf(row)?.querySelector("[data-open-row]")?.focus();
}

function follow(event) {
  const opener = event.target.closest?.("table[data-grid]:not([data-by-patient]) [data-open-row]");
  const closer = event.target.closest?.("[data-close-panel]");
  if (opener) open(opener.closest("tr"));
  else if (closer) close();
  else return;
  event.preventDefault();
}

// Before autosave.js, which waits with links that leave the page until everything is stored: these do not leave it.
document.addEventListener("click", follow, true);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !event.target.closest?.("#row-panel")) return;
  event.preventDefault();
  close();
});

/** What the panel shows of the grid follows it. */
document.addEventListener("change", (event) => {
  const line = event.target.closest?.("table[data-grid] tr");
  if (!line || !panel()) return;
  for (const cell of cellsOf(line)) {
    const mirror = panel().querySelector(`[data-mirror="${CSS.escape(cell.dataset.field)}"]`);
    if (mirror) mirror.textContent = missingOf(cell).value ? text(missingOf(cell).value) : inputOf(cell).value || "—";
  }
});
