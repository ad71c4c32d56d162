// Puts the answer to a save into the page. Controls stay as they are: only what the server says beside them and what
// stands around them is replaced, and never while the focus is in it.

import { fieldCalled, fieldOf, isKnown, mainControl, note, renamed, show } from "./fields.js";
import { stored } from "./stored.js";

const later = new Map(); // parts that had the focus when they should have been replaced

/** Emits "case:answered" on the document when everything is in its place. */
export function applyAnswer(queue, { changes, data }) {
  for (const [from, to] of Object.entries(data.added ?? {})) renameRow(from, to);
  stored.learnVersions(data.versions ?? {});
  for (const [name, found] of Object.entries(data.fields ?? {})) applyField(queue, name, found);
  clearTheRest(data.fields ?? {});
  for (const [id, text] of Object.entries(data.computed ?? {})) showComputed(id, text);
  for (const row of data.gone ?? []) if (!row.includes(".new")) removeRow(row);
  applyFrame(data.frame ?? "");
  document.dispatchEvent(new CustomEvent("case:answered", { detail: { changes, data } }));
}

function applyField(queue, name, found) {
  stored.learn(name, found.seen);
  const field = fieldCalled(name);
  if (!field) return;
  if (found.answer && !queue.waitsFor(name) && isKnown(field)) show(field, found.answer);
  if ("usual" in found) field.querySelector("[data-usual]")?.replaceChildren(found.usual);
  replace(field.querySelector("[data-judged]"), found.judged);
  mark(field, found.mark);
}

/** A value the server works out; its box stands there only while there is one. */
function showComputed(id, text) {
  const box = document.getElementById(id);
  if (!box) return;
  box.hidden = !text;
  const value = box.querySelector(".calc");
  if (value.textContent !== text) value.textContent = text;
}

/** Fields of which nothing is said any more. */
function clearTheRest(said) {
  for (const box of document.querySelectorAll("form[data-autosave] [data-judged]:has(.msg, .slip)")) {
    if (box.dataset.judged in said) continue;
    const strip = box.querySelector(".rng")?.cloneNode(true);
    strip?.querySelector(".mark")?.setAttribute("class", "mark");
    replace(box, strip?.outerHTML ?? "");
    mark(box.closest("[data-field]"), "");
  }
}

function mark(field, name) {
  const bar = field.querySelector(".seg, .checks");
  const main = bar ? [bar] : field.querySelectorAll(".form-control, .form-select");
  for (const each of main) {
    each.classList.toggle("is-invalid", name === "is-invalid");
    each.classList.toggle("is-warning", name === "is-warning" && !bar);
    if (bar) continue;
    if (name === "is-invalid") each.setAttribute("aria-invalid", "true");
    else each.removeAttribute("aria-invalid");
  }
}

/** What is said of an answer that is being changed is out of the way of Tab until the server says it anew. */
for (const kind of ["input", "focusin"])
  document.addEventListener(kind, ({ target }) => {
    const field = fieldOf(target);
    const box = field?.querySelector("[data-judged]");
    if (box && !box.contains(target)) box.inert = !isKnown(field);
  });

/** Replaces what is inside, now or once the focus has left it. */
function replace(box, html) {
  if (!box) return;
  box.inert = false;
  if (box.contains(document.activeElement)) later.set(box, html);
  else if (box.innerHTML.trim() !== html) keepingKnown(box.closest("[data-field]"), () => (box.innerHTML = html));
}

/** What the server put into a field is no entry of a person. */
function keepingKnown(field, act) {
  const known = field && isKnown(field);
  act();
  if (known) note(field);
}

document.addEventListener("focusout", () => {
  for (const [box, html] of later) {
    later.delete(box);
    setTimeout(() => replace(box, html));
  }
});

// --- what stands around the sections ---

function applyFrame(html) {
  const parts = document.createElement("template");
  parts.innerHTML = html;
  for (const part of parts.content.querySelectorAll("[data-part]")) {
    const place = document.getElementById(part.dataset.part);
    if (place && place.innerHTML.trim() !== part.innerHTML.trim()) keepingFocus(place, () => place.replaceChildren(...part.childNodes));
  }
}

/** Where the focus is inside, it stays on the part that took the place of the old one. */
function keepingFocus(place, act) {
  const all = () => [...place.querySelectorAll("a, button, input, summary, [tabindex]")];
  const at = all().indexOf(document.activeElement);
  const scrolled = place.scrollTop;
  act();
  place.scrollTop = scrolled;
  if (at >= 0) all()[at]?.focus({ preventScroll: true });
}

// --- rows ---

const NAMED = ["name", "id", "for", "data-field", "data-row", "data-judged", "aria-describedby", "aria-controls", "form", "href"];

/** A new row has been given its key; the controls stay, they are only called differently. */
export function renameRow(from, to) {
  const row = document.querySelector(`[data-row="${CSS.escape(from)}"]`);
  if (!row) return;
  const [dotted, dashed] = [[from, to], [from.replace(".", "-"), to.replace(".", "-")]];
  for (const element of [row, ...row.querySelectorAll("*")])
    for (const attribute of NAMED) {
      const value = element.getAttribute(attribute);
      if (value?.includes(dotted[0])) element.setAttribute(attribute, value.replaceAll(...dotted));
      else if (value?.includes(dashed[0])) element.setAttribute(attribute, value.replaceAll(...dashed));
    }
  row.classList.remove("is-new");
  row.querySelectorAll("[data-field]").forEach((field) => renamed(field, from, to));
}

/** A row that is gone; the focus goes to its neighbor. */
function removeRow(key) {
  const row = document.querySelector(`[data-row="${CSS.escape(key)}"]`);
  if (!row) return;
  const hadFocus = row.contains(document.activeElement);
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  if (hadFocus) (next?.querySelector("summary") ?? mainControl(next ?? document.body))?.focus();
}
