// Filters the fields of the dictionary while a word is typed. Without scripts the form asks the server.

const form = document.querySelector("[data-dictionary-search]");
const box = form.querySelector("input[type=search]");
const found = form.querySelector("[data-found]");
const rows = [...document.querySelectorAll("tr[data-words]")];

function show() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => row.dataset.words.includes(word));
    count += row.hidden ? 0 : 1;
  }
  for (const group of document.querySelectorAll("[data-section], [data-form]")) {
    group.hidden = !group.querySelector("tr[data-words]:not([hidden])");
  }
  document.querySelector("[data-none]").hidden = count > 0;
  found.textContent = count === 1 ? found.dataset.one : found.dataset.many.replace("%n", String(count));
}

// A search the server answered holds only what it found: leaving it means asking again.
if (!new URLSearchParams(location.search).get("q")) {
  box.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (box.value) show();
}
