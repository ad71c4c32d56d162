// What a person unfolded stays unfolded when the server draws its part of the page anew.

const opened = new Set();

document.addEventListener(
  "toggle",
  ({ target }) => {
    const name = target.dataset?.keepOpen;
    if (!name || !target.isConnected) return;
    if (target.open) opened.add(name);
    else opened.delete(name);
  },
  true,
);

const side = document.getElementById("side");
if (side) new MutationObserver(() => unfold(side)).observe(side, { childList: true, subtree: true });

function unfold(place) {
  for (const details of place.querySelectorAll("details[data-keep-open]")) {
    if (opened.has(details.dataset.keepOpen)) details.open = true;
  }
}
