// Keyboard shortcuts, named where they act, so the help sheet can list them.
//
//   data-shortcut="n"          on a link or button: pressing N clicks it; its text or data-shortcut-label names it
//   data-shortcut-focus="/"    pressing / moves the focus there
//   data-shortcut-open="?"     on a dialog: opens it
//   [data-list] [data-row]     J and K move, Enter opens the row's [data-open] or first link
//   [data-section]             Alt+PgDn and Alt+PgUp move between sections
//   F8, Shift+F8               next and previous field with a problem (aria-invalid or .is-warning)
//   Ctrl+S, Ctrl+Enter         presses [data-save] or [data-finish] of the form in use; in a row of a table Ctrl+Enter
//                              finishes the row (row_table.js)
//   body[data-letters="off"]   the person has switched single letters off (WCAG 2.1.4)

const ROW = "table[data-row-table] > tbody[data-row]";
const typing = (target) =>
  target.matches?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");

function act(element) {
  if (element instanceof HTMLDialogElement) return element.open ? element.close() : element.showModal();
  if (element.dataset.shortcutFocus) {
    element.focus();
    return element.select?.();
  }
  return element.click();
}

function named(key) {
  const quoted = CSS.escape(key.toLowerCase());
  const found = document.querySelectorAll(
    `[data-shortcut="${quoted}"], [data-shortcut-focus="${quoted}"], [data-shortcut-open="${quoted}"]`,
  );
  return [...found].find((element) => element instanceof HTMLDialogElement || element.getClientRects().length);
}

function moveInList(step) {
  const rows = [...document.querySelectorAll("[data-list] [data-row]")].filter((row) => row.getClientRects().length);
  if (!rows.length) return false;
  const at = rows.findIndex((row) => row.contains(document.activeElement) || row.ariaSelected === "true");
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  rows.forEach((other) => other.setAttribute("aria-selected", String(other === row)));
  (row.querySelector("[data-open]") ?? row.querySelector("a") ?? row).focus();
  row.scrollIntoView({ block: "nearest" });
  return true;
}

function moveInSections(step) {
  const sections = [...document.querySelectorAll("[data-section]")].filter((s) => s.getClientRects().length);
  if (!sections.length) return false;
  const at = sections.findIndex((section) => section.contains(document.activeElement));
  const section = sections[Math.min(sections.length - 1, Math.max(0, at + step))];
  section.scrollIntoView({ block: "start" });
  firstControl(section)?.focus({ preventScroll: true });
  return true;
}

/** The first control that takes the focus; what waits in a closed row is passed over. */
function firstControl(root) {
  const controls = root.querySelectorAll("input:not([type=hidden], :disabled), select:not(:disabled), textarea, summary");
  const first = [...controls].find((control) => control.checkVisibility() && control.tabIndex >= 0);
  if (first?.type !== "radio") return first;
  return root.querySelector(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first;
}

function moveInProblems(step) {
  const marked = "[aria-invalid=true], .is-invalid, .is-warning, .dispute";
  const fields = [...document.querySelectorAll(marked)].filter((f) => f.getClientRects().length && !f.closest(".settled"));
  if (!fields.length) return false;
  const here = document.activeElement;
  const at = fields.findIndex((field) => field === here || field.contains(here));
  const later = fields.findIndex((f) => here.compareDocumentPosition(f) & Node.DOCUMENT_POSITION_FOLLOWING);
  const start = at >= 0 ? at + step : step > 0 ? Math.max(later, 0) : (later < 0 ? fields.length : later) - 1;
  const field = fields[(start + fields.length) % fields.length];
  const control = field.matches("input, select, textarea") ? field : firstControl(field) ?? field.querySelector("button");
  control.focus({ preventScroll: true });
  control.scrollIntoView({ block: "center" });
  return true;
}

function press(what) {
  const form = document.activeElement?.closest("form") ?? document;
  const places = [form, document.querySelector("form[data-autosave]"), document];
  const button = places.map((place) => place?.querySelector(`[data-${what}]`)).find(Boolean);
  // Leaving the field first lets it rewrite and save what was typed.
  if (!button) return false;
  const here = document.activeElement;
  if (typing(here)) here.dispatchEvent(new Event("change", { bubbles: true }));
  button.click();
  return true;
}

function withModifier(event) {
  if (event.key === "F8") return moveInProblems(event.shiftKey ? -1 : 1);
  if (event.altKey && event.key === "PageDown") return moveInSections(1);
  if (event.altKey && event.key === "PageUp") return moveInSections(-1);
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  if (event.key === "Enter") return !event.target.closest?.(ROW) && (press("finish") || press("save"));
  return event.key.toLowerCase() === "s" && press("save");
}

function single(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (typing(event.target) || document.body.dataset.letters === "off") return false;
  if (event.target.closest?.("dialog[open], [data-choices]") && event.key !== "?") return false;
  if (event.key === "j" || event.key === "k") return moveInList(event.key === "j" ? 1 : -1);
  const element = event.key.length === 1 && named(event.key);
  if (!element) return false;
  act(element);
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  if (withModifier(event) || single(event)) event.preventDefault();
});

/** The sheet lists what this page offers beside the general keys. */
function listKeys() {
  const list = document.querySelector("[data-page-keys]");
  if (!list) return;
  const offered = [...document.querySelectorAll("[data-shortcut]")];
  list.replaceChildren(...offered.flatMap(line));
  document.querySelector("[data-page-keys-title]").hidden = offered.length === 0;
}

function line(element) {
  const [term, meaning, key] = ["dt", "dd", "kbd"].map((tag) => document.createElement(tag));
  key.textContent = element.dataset.shortcut.toUpperCase();
  term.append(key);
  const words = element.cloneNode(true);
  words.querySelectorAll("kbd, .count").forEach((extra) => extra.remove());
  meaning.textContent = element.dataset.shortcutLabel || words.textContent.trim();
  return [term, meaning];
}

listKeys();
document.addEventListener("htmx:load", listKeys);
