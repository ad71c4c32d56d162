// Sentences of the page's language, sent by the server as data (#interface-text).

const sentences = JSON.parse(document.getElementById("interface-text")?.textContent || "{}");

/** The sentence of that name with {placeholders} filled in. */
export function text(name, values = {}) {
  const sentence = sentences[name] ?? name;
  return sentence.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
