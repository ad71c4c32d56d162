// Ten seconds to take something back: a message with a button, and Ctrl+Z.

import { toast } from "./frame.js";

const SECONDS = 10;
let latest = null;

/** Says what was done; `act` takes it back, once. */
export function offerUndo(sentence, act) {
  const offer = { act };
  offer.note = toast(sentence, { onUndo: () => take(offer), seconds: SECONDS });
  offer.note.querySelector(".undo").append(" ", keyCap("Ctrl Z"));
  latest = offer;
  setTimeout(() => latest === offer && (latest = null), SECONDS * 1000);
}

function take(offer) {
  if (latest === offer) latest = null;
  offer.note.remove();
  offer.act();
}

function keyCap(name) {
  return Object.assign(document.createElement("kbd"), { textContent: name });
}

/** What is typed and not left yet is taken back by the browser itself. */
const isTyping = (target) => target.matches?.("input:not([type=radio], [type=checkbox]), textarea") && target.value !== target.dataset.was;

document.addEventListener("focusin", ({ target }) => {
  if (target.matches?.("input, textarea")) target.dataset.was = target.value;
});

document.addEventListener("keydown", (event) => {
  if (!latest || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "z") return;
  if (isTyping(event.target)) return;
  event.preventDefault();
  take(latest);
});
