// A long list as a box to type into (ARIA combobox): select[data-combobox], options with data-search and data-note.
// The select stays the form's control; without this script it is an ordinary list.

import { text } from "./text.js";

const SHOWN = 8;
let count = 0;

const options = (select) => [...select.options].filter((option) => option.value);
const labelOf = (select) => select.selectedOptions[0]?.value ? select.selectedOptions[0].textContent : "";

const recent = (select) => (select.dataset.recent ?? "").split(" ").filter(Boolean);

/** Options that hold the fragment, best first: beginnings before insides, what was used lately, the order of the list. */
export function find(select, typed) {
  const fragment = typed.normalize("NFKC").trim().toLowerCase();
  const lately = recent(select);
  const turn = (option, place) => (lately.includes(option.value) ? lately.indexOf(option.value) - lately.length : place);
  const rated = options(select).map((option, place) => ({ option, place: turn(option, place), rank: rank(option, fragment) }));
  return rated.filter((one) => one.rank > 0).sort((a, b) => b.rank - a.rank || a.place - b.place);
}

/** Where nothing is found, what says "another one": the society's coder finds the code. */
const uncoded = (select) => options(select).filter((option) => "uncoded" in option.dataset).map((option) => ({ option }));

function rank(option, fragment) {
  if (!fragment) return 1;
  const parts = (option.dataset.search ?? option.textContent.toLowerCase()).split("|");
  if (parts.includes(fragment)) return 4;
  if (parts.some((part) => part.startsWith(fragment))) return 3;
  if (parts.some((part) => part.includes(fragment))) return 2;
  return fragment.split(" ").every((word) => parts.some((part) => part.includes(word))) ? 1 : 0;
}

/** The label with the typed fragment marked where it stands in it. */
function marked(label, typed) {
  const at = typed ? label.toLowerCase().indexOf(typed.trim().toLowerCase()) : -1;
  if (at < 0) return [label];
  const mark = document.createElement("mark");
  mark.textContent = label.slice(at, at + typed.trim().length);
  return [label.slice(0, at), mark, label.slice(at + mark.textContent.length)];
}

class Combobox {
  constructor(select) {
    this.select = select;
    this.build();
    this.input.addEventListener("input", (event) => {
      event.stopPropagation(); // what is looked for is no answer
      this.open(this.input.value);
    });
    this.input.addEventListener("click", () => this.list.hidden && this.open(""));
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("change", (event) => {
      event.stopPropagation();
      this.leave();
    });
    this.input.addEventListener("blur", () => this.leave());
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // keeps the focus in the box
      const item = event.target.closest("[data-value]");
      if (item) this.choose(item.dataset.value);
    });
    select.addEventListener("change", () => {
      this.input.value = labelOf(select);
      this.mark();
    });
    this.mark();
    select.addEventListener("focus", () => this.input.focus());
  }

  build() {
    const { select } = this;
    const holder = Object.assign(document.createElement("div"), { className: "combo" });
    this.input = Object.assign(document.createElement("input"), {
      type: "search", // what reads answers looks for text boxes and lists
      id: `${select.id}-search`,
      name: select.name,
      className: select.className,
      autocomplete: "off",
      disabled: select.disabled,
      value: labelOf(select),
    });
    this.list = Object.assign(document.createElement("ul"), { className: "lb", id: `${select.id}-list`, hidden: true });
    this.list.setAttribute("role", "listbox");
    this.input.setAttribute("form", `${select.id}-none`); // the list answers the form, the box only finds
    this.describe();
    select.before(holder);
    holder.append(this.input, this.list);
    select.classList.add("visually-hidden");
    select.tabIndex = -1;
    select.setAttribute("aria-hidden", "true");
    holder.append(select);
  }

  describe() {
    const { input, list, select } = this;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    for (const name of ["aria-describedby", "aria-invalid", "aria-label"])
      if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    list.setAttribute("aria-label", label?.textContent.trim() ?? select.getAttribute("aria-label") ?? "");
    if (label) label.htmlFor = input.id;
  }

  /** What the box says of the answer beside its name. */
  marking() {
    const option = this.select.selectedOptions[0];
    return option && "uncoded" in option.dataset ? text("uncoded") : "";
  }

  mark() {
    this.input.parentElement.dataset.mark = this.marking();
  }

  open(typed) {
    const found = find(this.select, typed);
    const others = found.length ? [] : uncoded(this.select);
    this.list.replaceChildren(...[...found, ...others].slice(0, SHOWN).map(({ option }) => this.item(option, typed)));
    if (!found.length) this.list.prepend(this.nothing(others.length));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.point(typed && found.length ? 0 : this.items.findIndex((item) => item.dataset.value === this.select.value));
  }

  item(option, typed) {
    const item = document.createElement("li");
    item.id = `combobox-option-${(count += 1)}`;
    item.setAttribute("role", "option");
    item.dataset.value = option.value;
    const words = document.createElement("div");
    words.append(...marked(option.textContent, typed));
    const lately = recent(this.select).includes(option.value) && text("recent");
    const uncodedMark = "uncoded" in option.dataset && text("uncoded");
    const notes = [option.dataset.note, lately, uncodedMark].filter(Boolean).join(" · ");
    const note = Object.assign(document.createElement("span"), { textContent: notes });
    item.append(words, note);
    return item;
  }

  nothing(others) {
    const words = text(others ? "uncoded_hint" : "nothing_found");
    const item = Object.assign(document.createElement("li"), { className: "none", textContent: words });
    item.setAttribute("role", "option");
    item.setAttribute("aria-disabled", "true");
    return item;
  }

  get items() {
    return [...this.list.querySelectorAll("[data-value]")];
  }

  /** Which suggestion Enter would take; -1 for none. */
  point(place) {
    this.place = place;
    this.items.forEach((item, each) => item.setAttribute("aria-selected", String(each === place)));
    const item = this.items[place];
    if (item) this.select.dispatchEvent(new CustomEvent("option:point", { bubbles: true, detail: item.dataset.value }));
    if (item) this.input.setAttribute("aria-activedescendant", item.id);
    else this.input.removeAttribute("aria-activedescendant");
    item?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.list.hidden) this.open("");
      else if (this.items.length) this.point((this.place + step + this.items.length) % this.items.length);
    } else if (event.key === "Enter" && !this.list.hidden && !event.ctrlKey) {
      event.preventDefault();
      if (this.items[this.place]) this.choose(this.items[this.place].dataset.value);
    } else if (event.key === "Tab") {
      this.leave(); // before the browser decides which field is the next
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.input.value = labelOf(this.select);
      this.mark();
      this.close();
    }
  }

  choose(value) {
    this.close();
    const changed = this.select.value !== value;
    const words = this.input.value.trim();
    this.select.value = value;
    this.input.value = labelOf(this.select);
    this.input.removeAttribute("data-not-saved");
    if (!changed) return;
    this.select.dispatchEvent(new Event("input", { bubbles: true }));
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
    if (words && uncoded(this.select).some(({ option }) => option.selected))
      this.select.dispatchEvent(new CustomEvent("option:words", { bubbles: true, detail: words }));
  }

  /**
   * Tab takes the suggestion that a typed fragment points to; an empty box is an empty answer. Words that are not
   * in the list stay where they were typed, marked, until an answer is chosen.
   */
  leave() {
    const typed = this.input.value.trim();
    if (!typed) this.choose("");
    else if (typed !== labelOf(this.select) && !this.list.hidden && this.items[this.place])
      this.choose(this.items[this.place].dataset.value);
    const isLost = typed && !this.select.value;
    this.input.value = isLost ? typed : labelOf(this.select);
    this.input.parentElement.dataset.mark = isLost ? text("not_in_list") : this.marking();
    this.input.toggleAttribute("data-not-saved", Boolean(isLost));
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function enhance(root) {
  const found = [...root.querySelectorAll("select[data-combobox]")];
  if (root.matches?.("select[data-combobox]")) found.push(root);
  found.filter((select) => !select.closest(".combo")).forEach((select) => new Combobox(select));
}

// Words without an answer are nowhere but on this page.
addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-not-saved]")) event.preventDefault();
});

enhance(document);
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
