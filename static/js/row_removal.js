// Deleting a row: at once, with ten seconds to take it back. Both happen on the server, one after the other.

import { queue } from "./autosave.js";
import { toast } from "./frame.js";
import { stored } from "./stored.js";
import { text } from "./text.js";
import { offerUndo } from "./undo.js";

const elementsOf = (key) => [...document.querySelectorAll(`[data-row="${CSS.escape(key)}"]`)];
const removed = new Map(); // by row: its elements and where they stood

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("form[data-autosave] [data-delete-row]");
  if (!button) return;
  event.preventDefault();
  remove(button.closest("[data-row]"));
});

async function remove(element) {
  if (element.dataset.row.includes(".new")) await queue.flush(); // it is being stored and gets its key
  const key = element.dataset.row;
  const url = element.closest("form").getAttribute("action");
  takeOut(key);
  if (key.includes(".new")) return offerUndo(text("row_removed"), () => putBack(key));
  const change = queue.enqueue({
    url,
    row: key,
    field: "!delete",
    values: { [`${key}!delete`]: ["1"] },
    ...stored.basisOf(`${key}.`),
  });
  return offerUndo(text("row_removed"), () => bringBack(key, url, change));
}

function takeOut(key) {
  const elements = elementsOf(key);
  const next = elements[0].nextElementSibling ?? elements[0].previousElementSibling;
  removed.set(key, elements.map((each) => ({ each, parent: each.parentElement, next: each.nextElementSibling })));
  elements.forEach((each) => each.remove());
  next?.querySelector("input:not([type=hidden]), select:not([tabindex='-1'])")?.focus();
}

function putBack(key) {
  for (const { each, parent, next } of removed.get(key) ?? [])
    parent.insertBefore(each, next?.parentElement === parent ? next : null);
  removed.delete(key);
  elementsOf(key)[0]?.querySelector("input:not([type=hidden]), select:not([tabindex='-1'])")?.focus();
}

/** A deletion that has not gone out is forgotten; any other is taken back by the server. */
function bringBack(key, url, change) {
  putBack(key);
  if (queue.pending.includes(change)) return queue.forget(change);
  return queue.enqueue({
    url: url.replace(/s\/[^/]+\/(?=\?|$)/, `rows/${key}/restore/`),
    row: key,
    field: "!restore",
    values: {},
    ...stored.basisOf(`${key}.`),
  });
}

queue.addEventListener("refused", ({ detail: { change, message } }) => {
  if (change.field === "!delete") putBack(change.row);
  else if (change.field === "!restore") takeOut(change.row);
  else return;
  toast(message, { level: "warning" });
});
