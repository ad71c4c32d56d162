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

/**
 * Finds values by field name: in the same row first, then in the same run, then anywhere on the page. What it has
 * read it remembers until `forget()`, as one look at the page asks for the same fields many times.
 */
export class Answers {
  constructor(shared) {
    this.shared = shared;
    this.forget();
  }

  forget() {
    this.known = new Map();
    this.holders = null;
  }

  resolver(name) {
    const row = name.slice(0, name.lastIndexOf("."));
    return (field) => {
      const found = this.control(`${row}.${field}`) ?? this.elsewhere(field);
      return found === undefined ? (this.shared[field] ?? null) : found;
    };
  }

  /** By full name, and by the name within its row for the first that is stored. */
  look() {
    this.holders = { full: new Map(), first: new Map() };
    for (const holder of document.querySelectorAll("[data-field]")) {
      const name = holder.dataset.field;
      this.holders.full.set(name, holder);
      const field = name.slice(name.lastIndexOf(".") + 1);
      if (!name.includes(".new") && !this.holders.first.has(field)) this.holders.first.set(field, name);
    }
    return this.holders;
  }

  elsewhere(field) {
    const name = (this.holders ?? this.look()).first.get(field);
    return name ? this.control(name) : undefined;
  }

  /** undefined when the page does not ask the field, null when it is not answered. */
  control(name) {
    if (!this.known.has(name)) this.known.set(name, read((this.holders ?? this.look()).full.get(name), name));
    return this.known.get(name);
  }
}

function read(holder, name) {
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

const plain = (text) => (/^-?\d+(\.\d+)?$/.test(text) && !/^0\d/.test(text) ? Number(text) : text);
