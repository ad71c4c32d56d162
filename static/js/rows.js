// Repeating rows of a form.
//
//   [data-rows="prefix"]            around the rows; holds the formset's TOTAL_FORMS input
//   template[data-row-template]     one empty row, with __prefix__ where its number goes
//   [data-row-list]                 where rows are added
//   [data-add-row]                  adds one and moves the focus into it
//   [data-remove-row]               in a [data-row-item]: marks it deleted, or drops it when it was never stored
//   Ctrl+Enter in a row             the same as data-add-row

import { toast } from "./frame.js";
import { text } from "./text.js";

const holderOf = (element) => element.closest("[data-rows]");
const total = (holder) => holder.querySelector(`input[name="${CSS.escape(holder.dataset.rows)}-TOTAL_FORMS"]`);

function add(holder) {
  const template = holder.querySelector("template[data-row-template]");
  const counter = total(holder);
  const number = Number(counter.value);
  const box = document.createElement("template");
  box.innerHTML = template.innerHTML.replaceAll("__prefix__", String(number));
  const rows = [...box.content.children];
  holder.querySelector("[data-row-list]").append(...rows);
  counter.value = String(number + 1);
  rows.forEach((row) => globalThis.htmx?.process(row));
  rows[0]?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  changed(holder);
}

function remove(row) {
  const holder = holderOf(row);
  const mark = row.querySelector("input[name$='-DELETE']");
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.hidden = true;
  if (mark) mark.checked = true;
  else row.querySelectorAll("input, select, textarea").forEach((control) => (control.disabled = true));
  (next?.querySelector("input:not([type=hidden]), select") ?? holder.querySelector("[data-add-row]"))?.focus();
  toast(text("row_removed"), { onUndo: () => restore(row, mark) });
  changed(holder);
}

function restore(row, mark) {
  row.hidden = false;
  if (mark) mark.checked = false;
  else row.querySelectorAll("input, select, textarea").forEach((control) => (control.disabled = false));
  changed(holderOf(row));
}

function changed(holder) {
  holder.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("click", (event) => {
  const adder = event.target.closest("[data-add-row]");
  const remover = event.target.closest("[data-remove-row]");
  if (adder && holderOf(adder)) add(holderOf(adder));
  else if (remover) remove(remover.closest("[data-row-item]"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const row = event.target.closest?.("[data-row-item]");
  if (!row || !holderOf(row)?.querySelector("template[data-row-template]")) return;
  event.preventDefault();
  add(holderOf(row));
});
