// Nothing typed is lost, and the state of saving is always visible.
//
//   form[data-guard]          asks before leaving while it holds unsaved entries; data-guard="filled" came back
//                             from the server with some; data-leave="allowed" on a form whose submission may
//                             leave the page all the same
//   [data-save-state]         role=status; data-state is saved, dirty, saving, offline, failed or conflict
//   [data-error-summary]      takes the focus when it arrives
//   [data-autosubmit]         a filter form: sent when a choice changes
//
// Answers of the server to htmx: 409 and 422 are shown where they belong (they carry the comparison or the
// errors); a sign-in page is never swapped in; other failures keep the entries and say what happened.

import { toast } from "./frame.js";
import { text } from "./text.js";

const dirty = new Set(document.querySelectorAll("form[data-guard=filled]"));
let waiting = 0;

function state(name, values = {}) {
  const place = document.querySelector("[data-save-state]");
  if (!place) return;
  place.dataset.state = name;
  place.textContent = text(name, values);
}

const clock = () => new Date().toLocaleTimeString("en-GB", { timeZone: "Asia/Shanghai" });

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-guard]");
  if (!form || form.dataset.state === "submitting") return;
  dirty.add(form);
  state("dirty");
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.hasAttribute("hx-post") || form.closest("[hx-boost=true]")) return;
  if (form.matches("[data-guard]")) dirty.delete(form);
  if (form.dataset.leave === "allowed") dirty.clear();
  if (form.dataset.sent && form.method === "post") event.preventDefault(); // a second click while the first is on its way
  form.dataset.sent = "1";
});

addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((f) => delete f.dataset.sent));

addEventListener("beforeunload", (event) => {
  [...dirty].filter((form) => !form.isConnected).forEach((form) => dirty.delete(form));
  if (dirty.size || waiting) event.preventDefault();
});

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-autosubmit]");
  if (form) form.requestSubmit();
});

const writes = (event) => event.detail.requestConfig?.verb && event.detail.requestConfig.verb !== "get";
const formOf = (event) => event.detail.elt.closest?.("form[data-guard]");

document.addEventListener("htmx:beforeRequest", (event) => {
  if (!writes(event)) return;
  waiting += 1;
  state("saving");
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (!writes(event)) return;
  waiting = Math.max(0, waiting - 1);
  const { successful, xhr } = event.detail;
  // Said here and not where the error is told: an answer that is swapped in has taken its form off the page.
  if (xhr.status && (!successful || signedOut(xhr))) return state(xhr.status === 409 ? "conflict" : "failed");
  if (!successful) return;
  const form = formOf(event);
  if (form) dirty.delete(form);
  if (!waiting) state("saved", { time: clock() });
});

const signedOut = (xhr) => xhr.status === 401 || xhr.responseURL.includes("/account/login/");

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!signedOut(event.detail.xhr)) return;
  event.detail.shouldSwap = false;
  const note = toast(text("signed_out"), { level: "warning", seconds: 0 });
  const link = Object.assign(document.createElement("a"), { href: "/account/login/", target: "_blank" });
  link.className = "undo";
  link.textContent = text("sign_in");
  note.querySelector("p").append(" ", link);
});

document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = event.detail;
  if (signedOut(xhr) || [409, 422].includes(xhr.status)) return;
  toast(failure(xhr), { level: "error", seconds: 0 });
});

function failure(xhr) {
  if (xhr.status === 403) return text("forbidden");
  if (xhr.status === 429) return text("too_many");
  const reference = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(xhr.responseText)?.[0]; // the error page carries it
  return text("server_error", { reference: reference ?? xhr.status });
}

for (const name of ["htmx:sendError", "htmx:timeout"])
  document.addEventListener(name, (event) => {
    if (writes(event)) retry(event.detail);
    else toast(text("failed"), { level: "warning" });
  });

/** A request that met no server is offered again by hand: by itself it could overwrite what came in between. */
function retry({ elt }) {
  state("offline", { n: Math.max(1, dirty.size) });
  const place = document.querySelector("[data-save-state]");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "linklike" });
  button.textContent = text("try_again");
  button.addEventListener("click", () => (elt.requestSubmit ? elt.requestSubmit() : elt.click()));
  place?.append(" ", button);
}

function focusSummary(root) {
  const summary = root.matches?.("[data-error-summary]") ? root : root.querySelector?.("[data-error-summary]");
  summary?.focus();
}

focusSummary(document);
document.addEventListener("htmx:load", (event) => focusSummary(event.detail.elt));
