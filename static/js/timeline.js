// Marks of the timeline as one stop of the Tab key: arrows go from mark to mark, Home and End to the first and last.
// The server draws the line anew with each save, so the stop is set again whenever its place changes.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

for (const place of document.querySelectorAll(".timeline")) {
  oneStop(place);
  new MutationObserver(() => oneStop(place)).observe(place, { childList: true });
  place.addEventListener("keydown", move);
}

function marksIn(place) {
  return [...place.querySelectorAll(".tl-event")];
}

function oneStop(place, chosen = 0) {
  for (const [number, mark] of marksIn(place).entries()) mark.setAttribute("tabindex", number === chosen ? "0" : "-1");
}

function move(event) {
  const marks = marksIn(event.currentTarget);
  const at = marks.indexOf(event.target.closest(".tl-event"));
  const to = { Home: 0, End: marks.length - 1 }[event.key] ?? at + (STEPS[event.key] ?? NaN);
  if (at < 0 || !marks[to]) return;
  event.preventDefault();
  oneStop(event.currentTarget, to);
  marks[to].focus();
}
