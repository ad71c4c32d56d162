// Enter in a single-line box, a choice or a list of the case page goes to the next answer that is still needed
// (needed.js): past what is answered or optional, into the next section, and after the last one back to what was
// passed over. Where nothing is needed any more it goes to [data-check-case], the way to the submission. In a row of
// a table it does so from the empty row alone; in the grid it goes down (grid.js).

import { fieldOf } from "./fields.js";
import { toast } from "./frame.js";
import { goTo, isAfter, neededIn } from "./needed.js";
import { isWaiting } from "./row_table.js";
import { text } from "./text.js";

const HERE = "input:not([type=button], [type=submit]), select";

function goesOn(event) {
  const { target } = event;
  if (event.key !== "Enter" || event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (!target.matches?.(HERE) || !fieldOf(target) || target.closest("table[data-grid]")) return false;
  const row = target.closest("table[data-row-table] > tbody[data-row]");
  return !row || isWaiting(row);
}

/** From a field of the panel first to the others of the panel, then to the lines below its own. */
function nextFrom(here) {
  const stops = neededIn(document).filter((stop) => !stop.contains(here));
  const panel = here.closest("#row-panel");
  const inPanel = panel && stops.find((stop) => panel.contains(stop) && isAfter(here, stop));
  if (inPanel || !panel) return inPanel ?? stops.find((stop) => isAfter(here, stop)) ?? stops[0];
  const others = stops.filter((stop) => !panel.contains(stop));
  const line = lineOf(panel);
  return others.find((stop) => line && isAfter(line, stop) && !line.contains(stop)) ?? others[0];
}

function lineOf(panel) {
  const key = panel.querySelector("[data-row]")?.dataset.row ?? "";
  return document.querySelector(`table[data-grid] tr[data-row="${CSS.escape(key)}"]`);
}

document.addEventListener("keydown", (event) => {
  if (!goesOn(event)) return;
  event.preventDefault();
  const here = event.target;
  here.blur(); // what was typed is stored, and decides what is asked
  const next = nextFrom(here);
  if (next) return goTo(next);
  (document.querySelector("[data-check-case]") ?? here).focus();
  toast(text("nothing_needed"));
});
