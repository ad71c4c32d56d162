// Saves each field of form[data-autosave] as it is left: choices at once, texts on leaving, long texts also after
// two seconds of quiet. The server is asked through one queue (save_queue.js); its answers go into the page without
// touching what somebody is typing in (saved_answers.js). Without this script the forms have a button each.

import { applyAnswer } from "./saved_answers.js";
import { askFirst, showDispute, showRefusal } from "./disputes.js";
import { fieldCalled, fieldOf, isKnown, nameOf, note, noteAll, partOf, rowOf, valuesOf } from "./fields.js";
import { discard, keepFor, keptByOthers, keptFor } from "./kept_entries.js";
import { SaveQueue } from "./save_queue.js";
import { showStateOf } from "./save_state.js";
import { send, signInAgain } from "./session.js";
import { stored } from "./stored.js";
import { text } from "./text.js";
import { toast } from "./frame.js";

const QUIET = 2000; // ms without a key before a long text is saved
const PLACE = location.pathname;

export const queue = new SaveQueue({
  deliver: (url, body, isRetry) => send(url, body, { background: isRetry }),
  keep: keepFor(PLACE),
});

/** Puts what a field holds into the queue, unless it is what is known already. */
export function saveField(field) {
  if (!note(field)) return;
  const name = nameOf(field);
  const row = rowOf(name);
  queue.enqueue({
    url: field.closest("[data-saves-to]")?.dataset.savesTo ?? field.closest("form").getAttribute("action"),
    row,
    field: partOf(name),
    values: valuesOf(field),
    ...stored.basisOf(name),
  });
}

/** What is typed in the control in use has not been left yet: it goes into the queue as well. */
export function saveWhatIsTyped() {
  const here = document.activeElement;
  const field = here && fieldOf(here);
  if (!field || isKnown(field)) return;
  here.dispatchEvent(new Event("change", { bubbles: true })); // times are written out first
}

export async function saveNow() {
  saveWhatIsTyped();
  return queue.flush();
}

document.addEventListener("change", (event) => {
  const field = fieldOf(event.target);
  if (field) saveField(field);
});

let quiet = 0;
document.addEventListener("input", (event) => {
  const field = event.target.matches?.("textarea") && fieldOf(event.target);
  if (!field) return;
  clearTimeout(quiet);
  quiet = setTimeout(() => saveField(field), QUIET);
});

// The section's button, which Ctrl+S presses, and Enter in a text box: save what waits now.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-autosave]")) return;
  event.preventDefault();
  saveNow();
});

queue.addEventListener("stored", ({ detail }) => applyAnswer(queue, detail));
queue.addEventListener("disputed", ({ detail }) => showDispute(queue, detail));
queue.addEventListener("refused", ({ detail }) => showRefusal(queue, detail));
queue.addEventListener("asks", ({ detail }) => askFirst(detail));
queue.addEventListener("signedout", continueAfterSignIn);
showStateOf(queue);

export async function continueAfterSignIn() {
  queue.pause();
  if (await signInAgain()) return queue.resume();
  return location.reload();
}

document.addEventListener("session:discard", () => queue.clear());

// --- nothing is lost on leaving ---

addEventListener("beforeunload", (event) => {
  saveWhatIsTyped();
  if (queue.waiting) event.preventDefault();
});

addEventListener("online", () => queue.flush());
document.addEventListener("visibilitychange", () => document.hidden && saveNow());

/** A way out of the page waits a moment for what is on its way, so that nobody is warned without need. */
const MOMENT = 3000;

async function settled() {
  const soon = new Promise((resolve) => setTimeout(resolve, MOMENT));
  await Promise.race([saveNow(), soon]);
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.target || link.origin !== location.origin || (link.pathname === PLACE && link.search === location.search)) return;
  saveWhatIsTyped();
  if (!queue.waiting) return;
  event.preventDefault();
  await settled();
  location.assign(link.href);
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.matches("[data-autosave], [hx-post]") || form.closest("dialog") || !queue.waiting) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // forms.js counts clicks; this one goes out below
  const { submitter } = event;
  await settled();
  form.requestSubmit(submitter);
}, true);

// --- what an earlier page of this tab left ---

function takeUp(left) {
  const changes = [...(left.batch?.changes ?? []), ...left.pending];
  for (const change of changes) showAgain(change);
  toast(text("taken_up", { n: changes.length }));
  queue.restore(left);
}

/** The control shows what was typed; what is stored stands in the change itself. */
function showAgain(change) {
  const field = fieldCalled(`${change.row}.${change.field}`);
  if (!field) return;
  field.closest("details")?.setAttribute("open", "");
  for (const [name, texts] of Object.entries(change.values))
    for (const control of field.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (/^(radio|checkbox)$/.test(control.type)) control.checked = texts.includes(control.value);
      else if (control.type !== "hidden") control.value = texts.at(-1);
    }
  note(field);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function offerToDiscard(keys) {
  const box = toast(text("others_entries"), { level: "warning", seconds: 0, onUndo: () => discard(keys) });
  box.querySelector(".undo").textContent = text("discard");
}

/** Once the page is ready: what stands in it is known, and what was left behind is taken up. */
export function begin() {
  const typedBefore = noteAll(document);
  document.documentElement.classList.add("autosaves");
  const left = keptFor(PLACE);
  if (left) takeUp(left);
  else typedBefore.forEach(saveField);
  const foreign = keptByOthers();
  if (foreign.length) offerToDiscard(foreign);
}

document.addEventListener("htmx:load", (event) => noteAll(event.detail.elt));
