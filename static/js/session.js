// The session a page lives in: its token, how long it lasts, and signing in again without leaving the page.
//
//   send(url, body, {background})   posts for this person; a stale token is renewed once
//   signInAgain()                   the dialog, once nobody is typing; true when the same person is signed in, false
//                                   when their entries are to be given up because somebody else is
//   watchSession(onEnd)             warns two minutes before the end; any key or click keeps the session

import { toast } from "./frame.js";
import { text } from "./text.js";

const ADDRESS = "/account/session/";
const WARN_BEFORE = 120; // seconds
const QUIET = 1500; // ms without a key before a dialog may take the focus
const me = () => Number(document.body.dataset.user);
let token = "";

const csrf = () => token || JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] || "";

/** What came back; `signedOut` where a sign-in page did. */
export async function send(url, body, { background = false } = {}) {
  const answer = await post(url, body, background);
  if (answer.status !== 403) return answer;
  const now = await ask();
  if (now.user !== me()) return { status: 401 };
  return post(url, body, background);
}

async function post(url, body, background) {
  const headers = { Accept: "application/json", "X-CSRFToken": csrf(), ...(background && { "X-Background": "1" }) };
  const response = await fetch(url, { method: "POST", body, headers, redirect: "manual" });
  if (response.type === "opaqueredirect") return { status: 401 };
  const data = await response.json().catch(() => ({}));
  return { status: response.status, data, wait: Number(response.headers.get("Retry-After")) || 0 };
}

/** Who is signed in, and how long still; `stay` says that a person is there. */
export async function ask({ stay = false } = {}) {
  const headers = { Accept: "application/json", ...(stay ? { "X-CSRFToken": csrf() } : { "X-Background": "1" }) };
  const response = await fetch(ADDRESS, { method: stay ? "POST" : "GET", headers });
  if (stay && response.status === 403) return ask();
  const found = await response.json();
  renew(found.token);
  return found;
}

/** The new token goes into everything on the page that carries the old one. */
function renew(fresh) {
  token = fresh;
  if (document.body.hasAttribute("hx-headers"))
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": fresh }));
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = fresh;
}

// --- signing in again ---

let asking = null;
let lastKey = -Infinity;
document.addEventListener("keydown", () => (lastKey = performance.now()), true);
const untilQuiet = () => lastKey + QUIET - performance.now();

export function signInAgain() {
  asking ??= openDialog().finally(() => (asking = null));
  return asking;
}

async function openDialog() {
  const dialog = document.getElementById("sign-in-again");
  const found = await whoIsHereInQuiet();
  if (found.user === me()) return true; // signed in again elsewhere meanwhile
  return new Promise((resolve) => {
    show(dialog, found);
    dialog.querySelector("form").onsubmit = async (event) => {
      event.preventDefault();
      const now = await signIn(event.target);
      if (now) show(dialog, now, () => close(dialog, resolve, true));
    };
    dialog.querySelector("[data-discard]").onclick = () => close(dialog, resolve, false);
    dialog.querySelector("[data-return]").onclick = async () => {
      await post("/account/logout/", new URLSearchParams(), false).catch(() => {});
      show(dialog, { user: null });
    };
    dialog.oncancel = (event) => event.preventDefault(); // it stays until it is answered
  });
}

/** What is being typed goes on into its field: the dialog would take the keys for the password. */
async function whoIsHereInQuiet() {
  const who = () => ask().catch(() => ({ user: null }));
  let found = await who();
  const note = found.user !== me() && untilQuiet() > 0 && toast(text("signed_out"), { level: "warning", seconds: 0 });
  while (found.user !== me() && untilQuiet() > 0) {
    await new Promise((resolve) => setTimeout(resolve, untilQuiet()));
    found = await who();
  }
  if (note) note.remove();
  return found;
}

function close(dialog, resolve, same) {
  dialog.close();
  if (!same) document.dispatchEvent(new Event("session:discard"));
  resolve(same);
}

/** The form for the person who left; where somebody else has come, what to do with the entries. */
function show(dialog, now, onSame) {
  if (now.user === me()) return onSame?.();
  const other = now.user !== null;
  dialog.querySelector("form").hidden = other;
  dialog.querySelector("[data-other]").hidden = !other;
  dialog.querySelector("[data-other-text]").textContent = text("other_person", { name: now.name ?? "" });
  if (!dialog.open) dialog.showModal();
  dialog.querySelector(other ? "[data-return]" : "input[name=password]").focus();
  return undefined;
}

async function signIn(form) {
  const problem = form.querySelector("[role=alert]");
  problem.textContent = "";
  try {
    await ask(); // the token the sign-in page would have carried
    const answer = await post(form.getAttribute("action"), new URLSearchParams(new FormData(form)), false);
    form.elements.password.value = "";
    const now = await ask();
    if (now.user !== null) return now;
    problem.textContent = answer.data?.errors?.join(" ") || text("sign_in_elsewhere");
  } catch {
    problem.textContent = text("no_server");
  }
  form.elements.password.focus();
  return null;
}

// --- the end in sight ---

export function watchSession(onEnd) {
  const banner = document.getElementById("session-warning");
  const secondsLeft = Number(document.body.dataset.sessionSeconds);
  if (banner && secondsLeft) plan(banner, secondsLeft, onEnd);
}

function plan(banner, secondsLeft, onEnd) {
  setTimeout(() => look(banner, onEnd), Math.max(1, secondsLeft - WARN_BEFORE) * 1000);
}

async function look(banner, onEnd) {
  const now = await ask().catch(() => ({ user: me(), seconds_left: WARN_BEFORE + 30 })); // offline: look again later
  if (now.user !== me()) return ended(banner, onEnd);
  if (now.seconds_left > WARN_BEFORE) return plan(banner, now.seconds_left, onEnd);
  return warn(banner, now.seconds_left, onEnd);
}

async function ended(banner, onEnd) {
  banner.hidden = true;
  await onEnd();
  return look(banner, onEnd);
}

/** Any key, click or touch is somebody who is still there. */
function warn(banner, seconds, onEnd) {
  banner.hidden = false;
  const stop = new AbortController();
  const finish = (next) => {
    stop.abort();
    clearTimeout(timer);
    banner.hidden = true;
    return next();
  };
  const timer = setTimeout(() => finish(() => look(banner, onEnd)), (seconds + 1) * 1000);
  const stay = () => finish(async () => plan(banner, (await ask({ stay: true })).seconds_left, onEnd));
  for (const kind of ["keydown", "pointerdown"])
    document.addEventListener(kind, stay, { capture: true, signal: stop.signal });
}
