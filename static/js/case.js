// The case page: every field is saved as it is left (autosave.js), fields appear and go with their conditions, the
// side panel explains the focused field, and rows are added one after the other.
import { begin } from "./autosave.js";
import { Answers, holds } from "./conditions.js";
import { explainField } from "./definition.js";
import { isAnswered, mainControl, partOf } from "./fields.js";
import { toast } from "./frame.js";
import "./grid.js";
import "./grid_note.js";
import "./grid_paste.js";
import "./diagnoses.js";
import { goTo, neededIn } from "./needed.js";
import "./next_needed.js";
import "./presence.js";
import "./row_panel.js";
import "./row_removal.js";
import { begin as beginRows } from "./row_table.js";
import "./slips.js";
import { text } from "./text.js";
import "./typed_units.js";

const data = (id) => JSON.parse(document.getElementById(id)?.textContent || "{}");
const answers = new Answers(data("shared-values"));
const optionDefinitions = data("option-definitions");
const ROUNDS = 5; // hiding one field can decide about another

/**
 * Shows each conditional field whose condition holds now. A section without fields is hidden with them. An answered
 * field stays until the change that hides it is stored, as the server may ask first.
 */
function applyConditions({ isStored = false } = {}) {
  for (let round = 0; round < ROUNDS && settleFields(isStored); round += 1);
  for (const section of document.querySelectorAll(".sect[id^='s-']")) {
    const fields = section.querySelectorAll("[data-field]");
    section.hidden = fields.length > 0 && ![...fields].some((field) => !field.hidden);
  }
}

function settleFields(isStored) {
  answers.forget();
  const moved = [...document.querySelectorAll("[data-when]")].filter((holder) => {
    const shown = holds(conditionOf(holder), answers.resolver(holder.dataset.field)) === true;
    if (holder.hidden !== shown || (!shown && !isStored && isAnswered(holder))) return false;
    holder.hidden = !shown;
    return true;
  });
  return moved.length > 0;
}

const conditions = new Map();

function conditionOf(holder) {
  const written = holder.dataset.when;
  if (!conditions.has(written)) conditions.set(written, JSON.parse(written));
  return conditions.get(written);
}

/** What the code means that is pointed at or chosen, and whether it counts as major. */
function explainOption(select, value) {
  const known = optionDefinitions[partOf(select.name)]?.[value];
  if (!known) return;
  document.querySelector("[data-definition-title]").textContent = known.label;
  const chip = Object.assign(document.createElement("span"), { className: "chip warn", textContent: known.major });
  document.querySelector("[data-definition-text]").replaceChildren(...(known.major ? [chip, " "] : []), known.text);
}

/** The section with the focus is marked in the rail, as the person's place on a long page. */
function markPlace() {
  const here = document.activeElement?.closest("[data-section]") ?? topmostSection();
  for (const link of document.querySelectorAll("#rail li > a")) {
    const current = Boolean(here) && link.hash === `#${here.id}`;
    link.toggleAttribute("aria-current", current);
    if (current) link.setAttribute("aria-current", "true");
  }
}

function topmostSection() {
  const sections = [...document.querySelectorAll("main [data-section]")].filter((each) => each.getClientRects().length);
  return sections.find((each) => each.getBoundingClientRect().bottom > 160);
}

function focusOn(id) {
  const control = document.getElementById(id);
  const field = control?.closest("[data-field]");
  const target = field ? mainControl(field) : control;
  if (!target || field?.hidden) return false;
  target.closest("details")?.setAttribute("open", "");
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  return true;
}

document.addEventListener("change", (event) => {
  applyConditions();
  if (event.target.closest?.(".combo")) explainOption(event.target, event.target.value);
});
// The browser decides where Tab goes before a text box says that it changed: what the answer asks for has to stand
// there by then.
document.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && event.target.matches?.("[data-field] :is(input[type=text], textarea)")) applyConditions();
});
document.addEventListener("option:point", (event) => explainOption(event.target, event.detail));
document.addEventListener("focusin", (event) => {
  explainField(event.target);
  const select = event.target.closest?.(".combo")?.querySelector("select");
  if (select) explainOption(select, select.value);
  markPlace();
});
document.addEventListener("scroll", () => requestAnimationFrame(markPlace), { passive: true });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href*='#f-']");
  if (link && link.pathname === location.pathname && focusOn(link.hash.slice(1))) event.preventDefault();
});
document.addEventListener("case:answered", (event) => {
  answers.shared = event.detail.data.shared ?? answers.shared;
  applyConditions({ isStored: true });
  markPlace();
});
// The identity form is saved through htmx, and may decide about fields as well.
document.addEventListener("htmx:afterSettle", () => {
  answers.shared = data("shared-values");
  applyConditions({ isStored: true });
  markPlace();
});

// The form that had the focus was replaced: on to the next answer.
document.addEventListener("identity-saved", () => {
  const [next] = neededIn(document);
  if (next && document.activeElement === document.body) goTo(next);
});

begin();
beginRows();
applyConditions({ isStored: true });
markPlace();
if (location.hash.startsWith("#f-")) focusOn(location.hash.slice(1));
else if (!location.hash) resume();

/** Back in a draft: on to where this person stopped. */
function resume() {
  const id = document.querySelector("[data-resume]")?.dataset.resume;
  if (id && focusOn(id)) toast(text("resumed"), { seconds: 6 });
}
