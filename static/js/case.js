// The case page: fields appear and go with their conditions, the side panel explains the focused field,
// rows are added one after the other, and each save carries a key of its own, so that a repeated click or a
// retry is one save. A save replaces its own section alone: what is typed in the others stays.
import { Answers, holds } from "./conditions.js";
import { reopenRows } from "./new_rows.js";

const data = (id) => JSON.parse(document.getElementById(id)?.textContent || "{}");
const answers = new Answers(data("shared-values"));
const definitions = data("definitions");
const ROUNDS = 5; // hiding one field can decide about another

/** Shows each conditional field whose condition holds now. A section without fields is hidden with them. */
function applyConditions() {
  for (let round = 0; round < ROUNDS && settleFields(); round += 1);
  for (const section of document.querySelectorAll(".sect[id^='s-']")) {
    const fields = section.querySelectorAll("[data-field]");
    section.hidden = fields.length > 0 && ![...fields].some((field) => !field.hidden);
  }
}

function settleFields() {
  const moved = [...document.querySelectorAll("[data-when]")].filter((holder) => {
    const shown = holds(JSON.parse(holder.dataset.when), answers.resolver(holder.dataset.field)) === true;
    return holder.hidden === shown && ((holder.hidden = !shown), true);
  });
  return moved.length > 0;
}

function explain(target) {
  const name = target.closest?.("[data-field]")?.dataset.field;
  const known = name && definitions[name.slice(name.lastIndexOf(".") + 1)];
  if (!known) return;
  document.querySelector("[data-definition-title]").textContent = known.label;
  document.querySelector("[data-definition-text]").textContent = [known.text, known.units].filter(Boolean).join(" ");
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

function freshKeys() {
  for (const field of document.querySelectorAll("[data-request-key]")) field.value ||= crypto.randomUUID();
}

/** What is sent again after an edit is another request. */
function renewKey(target) {
  const field = target.closest?.("form[data-guard]")?.querySelector("[data-request-key]");
  if (field) field.value = crypto.randomUUID();
}

function focusOn(id) {
  const target = document.getElementById(id);
  if (!target) return false;
  target.closest("details")?.setAttribute("open", "");
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  return true;
}

/** After its section was replaced the focus goes back to where it was, or to the section. */
let left = { id: "", section: "" };

function rememberPlace() {
  const here = document.activeElement;
  const section = here?.closest?.("[data-section]");
  if (section) left = { id: here.id, section: section.id };
}

function returnToPlace() {
  if (document.activeElement && document.activeElement !== document.body) return;
  const section = document.getElementById(left.section);
  const place = document.getElementById(left.id) ?? section?.querySelector("[data-save]");
  place?.focus({ preventScroll: true });
}

document.addEventListener("input", (event) => {
  renewKey(event.target);
  applyConditions();
});
document.addEventListener("change", applyConditions);
document.addEventListener("focusin", (event) => {
  explain(event.target);
  rememberPlace();
  markPlace();
});
document.addEventListener("scroll", () => requestAnimationFrame(markPlace), { passive: true });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href*='#f-']");
  if (link && link.pathname === location.pathname && focusOn(link.hash.slice(1))) event.preventDefault();
});
document.addEventListener("htmx:beforeSwap", rememberPlace);
document.addEventListener("htmx:afterSettle", () => {
  answers.shared = data("shared-values");
  freshKeys();
  reopenRows(document);
  applyConditions();
  markPlace();
  returnToPlace();
});

freshKeys();
reopenRows(document);
applyConditions();
markPlace();
if (location.hash.startsWith("#f-")) focusOn(location.hash.slice(1));
