// One text box for a date or time. On leaving it the text is rewritten in full, and a quiet line below echoes the
// weekday and the distance to the anchor: that catches a wrong day better than any range check.
//
//   <input data-datetime="datetime|date|time">   in a .field; [data-echo] in that field takes the echo
//   data-day-allowed                             a datetime that may be known to the day only
//   data-past                                    a birth: a year of two digits is one that has begun
//   data-anchor="2026-11-19 02:47"               on the input or any element around it
//   data-anchor-from="id of another input"       the same, read while typing
//   data-anchor-label="ECLS start"               how the echo names it
//   data-anchor-field="run_start_at"             the field the anchor is the answer of: it has no distance to itself
//   [data-type-into="id"][data-text="t"]         a button that types that text: Today, Yesterday, Now

import { text } from "./text.js";
import { minutesBetween, nowInShanghai, parseClock, parseTyped, weekday } from "./typed_times.js";

const FULL = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

function anchorOf(input) {
  const holder = input.closest("[data-anchor], [data-anchor-from]");
  if (!holder) return { moment: "", label: "" };
  const source = holder.dataset.anchorFrom && document.getElementById(holder.dataset.anchorFrom);
  const isSelf = source === input || Boolean(holder.dataset.anchorField && input.name.endsWith(`.${holder.dataset.anchorField}`));
  const moment = isSelf ? "" : (source ? source.value : holder.dataset.anchor) || "";
  return { moment: /^\d{4}-\d{2}-\d{2}/.test(moment) ? moment : "", label: holder.dataset.anchorLabel || "" };
}

function understood(input) {
  const kind = input.dataset.datetime;
  if (kind === "time") return parseClock(input.value);
  const now = nowInShanghai();
  const timeNeeded = kind !== "date" && !("dayAllowed" in input.dataset);
  const found = parseTyped(input.value, { now, anchor: anchorOf(input).moment, timeNeeded, past: "past" in input.dataset });
  return kind === "date" && found.value ? { value: found.value.slice(0, 10), precision: "day" } : found;
}

function span(minutes) {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days && text("days", { n: days }), hours && text("hours", { n: hours })];
  if (!days && (rest || !hours)) parts.push(text("minutes", { n: rest }));
  return parts.filter(Boolean).join(" ");
}

function distance(value, { moment, label }) {
  if (!FULL.test(value) || !FULL.test(moment)) return "";
  const minutes = minutesBetween(moment, value);
  if (minutes === 0) return text("same_time", { anchor: label });
  return text(minutes > 0 ? "after" : "before", { anchor: label, span: span(Math.abs(minutes)) });
}

function echo(input, found) {
  const line = input.closest(".field, td, li")?.querySelector("[data-echo]");
  if (!line) return;
  line.classList.toggle("bad", Boolean(found?.error));
  if (!found || found.error || input.dataset.datetime === "time") {
    line.textContent = found?.error ? text(found.error) : "";
    return;
  }
  const named = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", timeZone: "UTC" });
  const name = named.format(new Date(Date.UTC(2023, 0, 1 + weekday(found.value))));
  const later = found.value > nowInShanghai().slice(0, found.value.length) ? text("future") : "";
  line.textContent = [name, distance(found.value, anchorOf(input)), later].filter(Boolean).join(" · ");
}

function leave(input) {
  if (!input.value.trim()) return echo(input, null);
  const found = understood(input);
  if (found.value && found.value !== input.value) {
    input.value = found.value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return echo(input, found);
}

// Rewriting comes before any listener that saves the field on "change".
document.addEventListener(
  "change",
  (event) => {
    if (event.target.matches?.("[data-datetime]")) leave(event.target);
  },
  true,
);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-type-into]");
  if (!button) return;
  const input = document.getElementById(button.dataset.typeInto);
  input.value = button.dataset.text;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.focus();
});

/** Echo what stored times mean, for fields that arrive filled in. */
function echoAll(root) {
  root.querySelectorAll("[data-datetime]").forEach((input) => {
    if (!input.value.trim()) return;
    const found = understood(input);
    if (!found.error) echo(input, found); // a stored error has its own message at the field
  });
}

echoAll(document);
document.addEventListener("htmx:load", (event) => echoAll(event.detail.elt));
