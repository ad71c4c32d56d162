// Who else of the center has this case open. Asked every 25 seconds while the page is looked at, and soon after the
// person moves to another section; it is no activity, so it never keeps a session alive.

import { send } from "./session.js";

const EVERY = 25_000;
const SOON = 1_500;
const card = document.getElementById("presence");
let [timer, last] = [0, null];

const here = () => document.activeElement?.closest?.("[data-section]")?.dataset.section ?? "";

async function say() {
  clearTimeout(timer);
  timer = setTimeout(say, EVERY);
  if (document.hidden) return;
  last = here();
  const body = new URLSearchParams({ section: last });
  const { status, data } = await send(card.dataset.presence, body, { background: true }).catch(() => ({}));
  if (status !== 200) return;
  card.hidden = !data.people;
  const list = card.querySelector("ul");
  if (list.innerHTML.trim() !== data.people) list.innerHTML = data.people;
}

if (card) {
  say();
  document.addEventListener("focusin", () => {
    if (here() === last) return;
    clearTimeout(timer);
    timer = setTimeout(say, SOON);
  });
}
