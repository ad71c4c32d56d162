// Evaluates the conditions of fields on the page, with the server's three-valued logic: a comparison with
// an unanswered field is null (unknown), and an unknown condition shows nothing.

const compare = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  in: (a, b) => b.includes(a),
  "not in": (a, b) => !b.includes(a),
};

const not = (truth) => (truth === null ? null : !truth);

function and(truths) {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** True, false or null for a condition tree; `resolve(name)` gives a field's value or null. */
export function holds(tree, resolve) {
  const [kind, ...rest] = tree;
  const value = (node) => (node[0] === "field" ? resolve(node[1]) : node[1]);
  if (kind === "and") return and(rest.map((child) => holds(child, resolve)));
  if (kind === "or") return not(and(rest.map((child) => not(holds(child, resolve)))));
  if (kind === "not") return not(holds(rest[0], resolve));
  if (kind === "empty" || kind === "given") return (value(rest[0]) === null) === (kind === "empty");
  const [left, right] = rest.map(value);
  if (left === null || right === null) return null;
  if (kind === "startswith") return String(left).startsWith(right);
  return compare[kind](left, right);
}

/** Finds values by field name: in the same row first, then in the same run, then anywhere on the page. */
export class Answers {
  constructor(shared) {
    this.shared = shared;
  }

  resolver(name) {
    const row = name.slice(0, name.lastIndexOf("."));
    return (field) => {
      const found = this.control(`${row}.${field}`) ?? this.elsewhere(field);
      return found === undefined ? (this.shared[field] ?? null) : found;
    };
  }

  elsewhere(field) {
    const holder = document.querySelector(`[data-field$=".${field}"]:not([data-field*=".new"])`);
    return holder ? this.control(holder.dataset.field) : undefined;
  }

  /** undefined when the page does not ask the field, null when it is not answered. */
  control(name) {
    const holder = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
    if (!holder) return undefined;
    if (holder.hidden) return null; // what does not apply has no answer
    const boxes = [...holder.querySelectorAll('input[type="checkbox"]')].filter((box) => box.name === name);
    if (boxes.length) {
      const chosen = boxes.filter((box) => box.checked).map((box) => plain(box.value));
      return chosen.length ? chosen : null;
    }
    const radio = [...holder.querySelectorAll('input[type="radio"]')].find((each) => each.name === name && each.checked);
    const text = radio ? radio.value : holder.querySelector(`input[type="text"], select:not(.unit, .nk), textarea`)?.value;
    if (!text) return null;
    const isNumber = holder.querySelector('[inputmode="decimal"]') !== null;
    return isNumber && typeof plain(text) !== "number" ? null : plain(text);
  }
}

const plain = (text) => (/^-?\d+(\.\d+)?$/.test(text) && !/^0\d/.test(text) ? Number(text) : text);
