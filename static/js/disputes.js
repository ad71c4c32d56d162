// What only a person can decide: a field somebody else has changed, one the server will not take, and a change that
// would hide answers. The question stands beside the field or in a dialog; the queue goes on when it is answered.

import { asAnswer, fieldCalled, inWords, mainControl, show } from "./fields.js";
import { stored } from "./stored.js";
import { text } from "./text.js";

/** Both values beside the field, with who stored the other one and when. */
export function showDispute(queue, { change, theirs }) {
  const field = fieldCalled(theirs.name);
  if (!field) return;
  const box = boxIn(field, text("conflict"));
  box.append(sentence("both_values", { by: theirs.by || text("somebody"), at: theirs.at, theirs: theirs.shown, mine: inWords(field) || text("no_value") }));
  box.append(
    button("use_mine", () => finish(box, field, () => queue.insist(change, theirs))),
    button("keep_theirs", () => finish(box, field, () => takeTheirs(queue, field, change, theirs))),
  );
}

function takeTheirs(queue, field, change, theirs) {
  queue.forget(change);
  stored.learn(theirs.name, theirs.seen);
  show(field, theirs.answer);
}

/** The sentence of the server, with what was typed kept in the field. */
export function showRefusal(queue, { change, message }) {
  const field = fieldCalled(`${change.row}.${change.field}`);
  if (!field) return queue.forget(change);
  const box = boxIn(field, message);
  box.append(Object.assign(document.createElement("p"), { textContent: message || text("failed") }));
  box.append(
    button("try_again", () => finish(box, field, () => queue.again(change))),
    button("discard", () => finish(box, field, () => giveUp(queue, field, change))),
  );
  return box;
}

function giveUp(queue, field, change) {
  queue.forget(change);
  show(field, asAnswer(change.base));
}

/** Says first what a change would hide; without consent the field shows again what is stored. */
export async function askFirst({ changes, message, answer }) {
  const agreed = await ask(message);
  if (!agreed)
    for (const change of changes) {
      const field = fieldCalled(`${change.row}.${change.field}`);
      if (field) show(field, asAnswer(change.base));
    }
  answer(agreed);
}

/** A question in a dialog, answered with yes or no. */
export function ask(message) {
  const dialog = document.getElementById("ask-first");
  const here = document.activeElement;
  dialog.querySelector("[data-ask-text]").textContent = message;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      here?.focus?.({ preventScroll: true });
      resolve(dialog.returnValue === "yes");
    };
  });
}

function boxIn(field, label) {
  field.querySelector(".dispute")?.remove();
  const box = Object.assign(document.createElement("div"), { className: "dispute" });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", label);
  const beside = field.querySelector("[data-judged]");
  if (beside) beside.before(box);
  else field.append(box);
  return box;
}

function sentence(name, values) {
  return Object.assign(document.createElement("p"), { textContent: text(name, values) });
}

function button(words, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm" });
  made.textContent = text(words);
  made.addEventListener("click", act);
  return made;
}

function finish(box, field, act) {
  const hadFocus = box.contains(document.activeElement);
  box.remove();
  if (hadFocus) mainControl(field)?.focus({ preventScroll: true });
  act();
}
