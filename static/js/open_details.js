// What a person unfolded stays unfolded when the server draws its part of the page anew.

const opened = new Set([...document.querySelectorAll("details[data-keep-open][open]")].map((each) => each.dataset.keepOpen));

// At the click, which Enter gives too: the toggle event comes late, and never to what was replaced meanwhile.
document.addEventListener("click", ({ target }) => {
  const details = target.closest?.("summary")?.parentElement;
  const name = details?.dataset.keepOpen;
  if (!name) return;
  if (details.open) opened.delete(name);
  else opened.add(name);
});

for (const place of document.querySelectorAll("#side, #timeline")) {
  new MutationObserver(() => unfold(place)).observe(place, { childList: true, subtree: true });
}

function unfold(place) {
  for (const details of place.querySelectorAll("details[data-keep-open]")) {
    if (opened.has(details.dataset.keepOpen)) details.open = true;
  }
}
