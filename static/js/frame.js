// The frame of the page: dialogs, drawers, menus that close, messages with an undo.
//
//   data-opens="id"     opens that <dialog>
//   data-toggles="id"   shows or hides that drawer (class open) and says so in aria-expanded
//   data-close          inside a dialog, drawer or message: closes it
//   data-closes         on <details>: closes when attention goes elsewhere
//   data-undo="url"     posts there and reloads the page

import { text } from "./text.js";

const csrf = () => JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] || "";

function toggleDrawer(button) {
  const drawer = document.getElementById(button.dataset.toggles);
  if (drawer.classList.contains("open")) return closeDrawer(drawer);
  drawer.classList.add("open");
  button.setAttribute("aria-expanded", "true");
  return drawer.querySelector("a, button, input")?.focus();
}

/** Closes it and gives the focus back to the button that opened it. */
function closeDrawer(drawer) {
  drawer.classList.remove("open");
  const button = document.querySelector(`[data-toggles="${CSS.escape(drawer.id)}"]`);
  button?.setAttribute("aria-expanded", "false");
  button?.focus();
}

async function undo(button) {
  button.disabled = true;
  const answer = await fetch(button.dataset.undo, { method: "POST", headers: { "X-CSRFToken": csrf() } });
  if (answer.ok) location.reload();
  else button.closest("[data-toast]").querySelector("p").textContent = text("failed");
}

function close(button) {
  const holder = button.closest("dialog, [data-toast], .open");
  if (holder instanceof HTMLDialogElement) holder.close();
  else if (holder?.matches("[data-toast]")) holder.remove();
  else if (holder) closeDrawer(holder);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-opens], [data-toggles], [data-close], [data-undo]");
  if (button?.dataset.opens) document.getElementById(button.dataset.opens)?.showModal();
  else if (button?.dataset.toggles) toggleDrawer(button);
  else if (button?.dataset.undo) undo(button);
  else if (button) close(button);
  if (event.target instanceof HTMLDialogElement) event.target.close();
  document.querySelectorAll("details[data-closes][open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details[data-closes][open]");
  const drawer = [...document.querySelectorAll("[data-toggles]")]
    .map((button) => document.getElementById(button.dataset.toggles))
    .find((each) => each?.classList.contains("open"));
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (drawer) closeDrawer(drawer);
});

/** Show a message; with an address it can be taken back for ten seconds. */
export function toast(sentence, { undoUrl = "", onUndo = null, level = "info", seconds = 10 } = {}) {
  const note = document.createElement("div");
  note.className = `toast-note ${level}`;
  note.dataset.toast = "";
  note.append(Object.assign(document.createElement("p"), { textContent: sentence }));
  if (undoUrl || onUndo) note.append(undoButton(undoUrl, onUndo));
  const closer = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
  closer.dataset.close = "";
  closer.setAttribute("aria-label", text("close"));
  note.append(closer);
  document.getElementById("toasts")?.append(note);
  if (seconds) setTimeout(() => note.remove(), seconds * 1000);
  return note;
}

function undoButton(url, act) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "undo" });
  button.textContent = text("undo");
  if (url) button.dataset.undo = url;
  else
    button.addEventListener("click", () => {
      act();
      button.closest("[data-toast]").remove();
    });
  return button;
}

// The server may send a message with any htmx answer: HX-Trigger: {"toast": {"text": "…", "undo": "/…/"}}
document.addEventListener("toast", (event) => {
  const { text: sentence, undo: undoUrl = "", level = "info" } = event.detail;
  toast(sentence, { undoUrl, level });
});
