// Dates and times as people type them; the same rules as crf/times.py, held together by one table of examples
// (tests/shell/typed_times.json). A moment here is civil time in Asia/Shanghai, written "2026-11-19 01:45".

const FULL_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const SHORT_DAY = /^(\d{1,2})[-/.月](\d{1,2})日?$/;
const PACKED_DAY = /^(\d{4}|\d{2})?(\d{2})(\d{2})$/;
const STEP = /^([+-])(\d{1,3})$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::00)?$/;
const PACKED_CLOCK = /^(\d{2})(\d{2})$/;

class Refused extends Error {}

const two = (number) => String(number).padStart(2, "0");
const written = (date) => `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
const daysAfter = (day, days) => written(new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000));

/** The clock of Asia/Shanghai, which keeps UTC+8 all year, as "2026-11-19 01:45". */
export function nowInShanghai(instant = new Date()) {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

/** Minutes from one written moment to another; negative when the second is earlier. */
export function minutesBetween(from, to) {
  return (Date.parse(`${to.replace(" ", "T")}Z`) - Date.parse(`${from.replace(" ", "T")}Z`)) / 60_000;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day) {
  return new Date(`${day.slice(0, 10)}T00:00Z`).getUTCDay();
}

/**
 * What was meant by a typed text.
 *
 * options.now: "2026-11-22 09:30"; options.anchor: the day a bare time belongs to, or "";
 * options.timeNeeded: whether a date alone is not enough; options.past: a birth, which has no day to come.
 * Returns {value, precision} with precision "" (to the minute) or "day", or {error} with the name of a sentence.
 */
export function parseTyped(typed, { now, anchor = "", timeNeeded = true, past = false }) {
  try {
    return read(plain(typed), { now, anchor: past ? "" : anchor.slice(0, 10), timeNeeded, past });
  } catch (refusal) {
    if (refusal instanceof Refused) return { error: refusal.message };
    throw refusal;
  }
}

/** A time of day alone: {value: "01:45"} or {error}. */
export function parseClock(typed) {
  try {
    return { value: clock(plain(typed)) };
  } catch (refusal) {
    if (refusal instanceof Refused) return { error: refusal.message };
    throw refusal;
  }
}

function plain(typed) {
  return typed.normalize("NFKC").replace(/(\d)T(?=\d)/, "$1 ").trim().replace(/\s+/g, " ");
}

function read(text, { now, anchor, timeNeeded, past }) {
  if (text.toLowerCase() === "n") return { value: now, precision: "" };
  const [first, ...rest] = text.split(" ");
  const time = rest.join(" ");
  if (!time && (CLOCK.test(first) || (anchor && PACKED_CLOCK.test(first)))) {
    if (!anchor) throw new Refused("needs_date");
    return { value: `${anchor} ${clock(first)}`, precision: "" };
  }
  const date = day(first, now.slice(0, 10), anchor, past);
  if (time) return { value: `${date} ${clock(time)}`, precision: "" };
  if (timeNeeded) throw new Refused("needs_time");
  return { value: date, precision: "day" };
}

function clock(text) {
  const found = CLOCK.exec(text) ?? PACKED_CLOCK.exec(text);
  if (!found) throw new Refused("not_a_time");
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  if (hour === 24) throw new Refused("no_24");
  if (hour > 23 || minute > 59) throw new Refused("not_a_time");
  return `${two(hour)}:${two(minute)}`;
}

function day(text, today, anchor, past) {
  if (text.toLowerCase() === "t") return today;
  const step = STEP.exec(text);
  if (step) return step[1] === "+" ? daysAfter(anchor || today, Number(step[2])) : daysAfter(today, -Number(step[2]));
  const full = FULL_DAY.exec(text);
  if (full) return existing(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = SHORT_DAY.exec(text);
  if (short) return withoutYear(Number(short[1]), Number(short[2]), today, anchor);
  const packed = PACKED_DAY.exec(text);
  if (!packed) throw new Refused("not_a_time");
  const [, year, month, date] = packed;
  if (!year) return withoutYear(Number(month), Number(date), today, anchor);
  if (year.length === 4) return existing(Number(year), Number(month), Number(date));
  const meant = existing(2000 + Number(year), Number(month), Number(date));
  return past && meant > today ? existing(1900 + Number(year), Number(month), Number(date)) : meant;
}

/** Without a year: that of the anchor, else the latest such day that is not in the future. */
function withoutYear(month, date, today, anchor) {
  const year = Number((anchor || today).slice(0, 4));
  const found = existing(year, month, date);
  return !anchor && found > today ? existing(year - 1, month, date) : found;
}

function existing(year, month, date) {
  const found = new Date(0);
  found.setUTCFullYear(year, month - 1, date);
  if (year < 1 || found.getUTCMonth() !== month - 1 || found.getUTCDate() !== date) throw new Refused("no_such_day");
  return written(found).padStart(10, "0");
}
