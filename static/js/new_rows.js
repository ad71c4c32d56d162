// The empty row that waits at the end of a group. Opening it lets the next one wait below, so several rows can
// be typed before the section is saved; each is sent under a number of its own.

const NUMBER = /\.new(\d+)$/;
const pristine = new Map();

const groupOf = (row) => row.dataset.row.replace(NUMBER, "");
const numberOf = (row) => Number(NUMBER.exec(row.dataset.row)[1]);

/** Remembers each waiting row as it came, before anybody typed in it. */
export function reopenRows(root) {
  for (const row of root.querySelectorAll("details.is-new:not([open])")) pristine.set(groupOf(row), row.outerHTML);
}

function letNextWait(row) {
  const group = groupOf(row);
  const rows = [...document.querySelectorAll("details.is-new")].filter((other) => groupOf(other) === group);
  if (rows.at(-1) !== row || !pristine.has(group)) return;
  const box = document.createElement("template");
  box.innerHTML = renumbered(pristine.get(group), numberOf(row) + 1);
  const next = box.content.firstElementChild;
  row.after(next);
  globalThis.htmx?.process(next);
}

/** Names carry the number after a dot, ids after a dash. */
function renumbered(html, number) {
  return html.replace(/([.-])new\d+(?=[.-]|")/g, `$1new${number}`);
}

// Ctrl+Enter finishes a row: the next one opens. Anywhere else it is the page's own.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const group = event.target.closest?.("details[data-row]")?.dataset.row.replace(/\.[^.]+$/, "");
  const next = group && document.querySelector(`details.is-new[data-row^="${CSS.escape(group)}."]:not([open]) > summary`);
  if (!next) return;
  event.preventDefault();
  event.target.dispatchEvent(new Event("change", { bubbles: true }));
  next.click();
});

document.addEventListener(
  "toggle",
  (event) => {
    const row = event.target;
    if (!row.matches?.("details.is-new[open]")) return;
    letNextWait(row);
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  },
  true,
);
