// The follow-up form: fields appear when their condition holds; the field in hand and the grade chosen are explained.

import { Answers, holds } from "./conditions.js";
import { explainField } from "./definition.js";

const form = document.querySelector("form[data-conditions]");
const facts = JSON.parse(document.getElementById("facts")?.textContent || "{}");
const answers = new Answers(facts);
const find = answers.resolver("fu.");

/** A field that is not asked has no answer, whatever its control still holds. */
const answer = (name) => (form.querySelector(`[data-field="fu.${name}"]`)?.hidden ? null : find(name));

/** One answer can decide about another that decides about a third. */
function showWhatApplies() {
  for (let round = 0; round < 3; round += 1) {
    answers.forget();
    form.querySelectorAll("[data-when]:not([data-when=''])").forEach((field) => {
      field.hidden = holds(JSON.parse(field.dataset.when), answer) !== true;
    });
  }
  form.querySelectorAll("[data-group]").forEach((group) => {
    group.hidden = !group.querySelector("[data-field]:not([hidden])");
  });
}

function explain(control) {
  form.querySelectorAll("[data-note]").forEach((note) => {
    if (note.dataset.noteOf === control.name.split("!")[0])
      note.hidden = control.name.includes("!") || note.dataset.note !== control.value || !control.checked;
  });
}

if (form) {
  form.addEventListener("change", (event) => {
    showWhatApplies();
    if (event.target.type === "radio") explain(event.target);
  });
  form.addEventListener("focusin", (event) => explainField(event.target));
  showWhatApplies();
  const untouched = !form.querySelector("input:checked") && !document.querySelector("[data-error-summary]");
  if (untouched) form.querySelector("input[type=radio]:not(:disabled)")?.focus();
}
