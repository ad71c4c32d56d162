// The card "Definition": what the field in hand means, with a link to its page in the dictionary.

import { partOf } from "./fields.js";

const definitions = JSON.parse(document.getElementById("definitions")?.textContent || "{}");
const dictionary = document.querySelector("[data-definition-link]");
const dictionaryOf = dictionary?.getAttribute("href");

export function explainField(target) {
  const name = partOf(target.closest?.("[data-field]")?.dataset.field ?? "");
  const known = definitions[name];
  if (!known) return;
  if (dictionary) dictionary.href = `${dictionaryOf}${name}/`;
  document.querySelector("[data-definition-title]").textContent = known.label;
  document.querySelector("[data-definition-text]").textContent = [known.text, known.units].filter(Boolean).join(" ");
}
