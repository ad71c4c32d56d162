// The case page: fields appear and go with their conditions, the side panel explains the focused field,
// each save carries a key of its own so that a repeated click or a retry is one save.
import { Answers, holds } from "./conditions.js";

const data = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "{}");
const answers = new Answers(data("shared-values"));
const definitions = data("definitions");

/** Shows each conditional field whose condition holds now. A section without fields is hidden with them. */
function applyConditions() {
  for (const holder of document.querySelectorAll("[data-when]")) {
    const shown = holds(JSON.parse(holder.dataset.when), answers.resolver(holder.dataset.field)) === true;
    holder.hidden = !shown;
  }
  for (const section of document.querySelectorAll(".sect[id^='s-']")) {
    const fields = section.querySelectorAll("[data-field]");
    section.hidden = fields.length > 0 && ![...fields].some((field) => !field.hidden);
  }
}

function explain(target) {
  const name = target.closest("[data-field]")?.dataset.field;
  const known = name && definitions[name.slice(name.lastIndexOf(".") + 1)];
  if (!known) return;
  document.querySelector("[data-definition-title]").textContent = known.label;
  document.querySelector("[data-definition-text]").textContent = [known.text, known.units].filter(Boolean).join(" ");
}

function freshKeys() {
  for (const field of document.querySelectorAll("[data-request-key]")) field.value ||= crypto.randomUUID();
}

function focusOn(id) {
  const target = document.getElementById(id);
  target?.closest("details")?.setAttribute("open", "");
  target?.scrollIntoView({ block: "center" });
  target?.focus();
}

document.addEventListener("input", applyConditions);
document.addEventListener("change", applyConditions);
document.addEventListener("focusin", (event) => explain(event.target));
document.addEventListener("htmx:afterSettle", () => {
  freshKeys();
  applyConditions();
});
freshKeys();
applyConditions();
if (location.hash.startsWith("#f-")) focusOn(location.hash.slice(1));
