// The state of saving, always visible at the top right ([data-save-state], role=status).

import { text } from "./text.js";

const SENTENCES = { saving: "saving", offline: "offline", failed: "not_saved", conflict: "conflict", signed_out: "signed_out", asks: "waits_for_you" };
const PATIENCE = 400; // ms; a save that is quicker than this is not announced before it is done
let soon = 0;

export function showStateOf(queue) {
  queue.addEventListener("state", ({ detail }) => {
    clearTimeout(soon);
    const place = document.querySelector("[data-save-state]");
    if (place) place.dataset.waiting = detail.n;
    if (detail.name === "saving") soon = setTimeout(() => show(queue, detail), PATIENCE);
    else show(queue, detail);
  });
}

function show(queue, { name, n, at }) {
  const place = document.querySelector("[data-save-state]");
  if (!place || name === "idle") return;
  const sentence = name === "saved" ? text("saved", { time: at }) : text(SENTENCES[name], { n });
  if (place.dataset.state === name && place.textContent.startsWith(sentence)) return;
  place.dataset.state = name;
  place.textContent = sentence;
  const button = { failed: ["try_again", () => queue.flush()], conflict: ["show_it", toTheDispute] }[name];
  if (button) place.append(" ", makeButton(...button));
}

function makeButton(words, act) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "linklike" });
  button.textContent = text(words);
  button.addEventListener("click", act);
  return button;
}

function toTheDispute() {
  const box = document.querySelector(".dispute");
  box?.closest("details")?.setAttribute("open", "");
  box?.scrollIntoView({ block: "center" });
  box?.querySelector("button")?.focus({ preventScroll: true });
}
