// What is not stored yet survives a reload of the tab: in the session storage, under the person it belongs to.
// It never outlives the tab, and sealed identities never come here: they have a form and a button of their own.

const PREFIX = "unsaved ";
const name = (place) => `${PREFIX}${document.body.dataset.user} ${place}`;

export function keepFor(place) {
  return ({ batch, pending }) => {
    if (!batch && !pending.length) return sessionStorage.removeItem(name(place));
    try {
      return sessionStorage.setItem(name(place), JSON.stringify({ batch, pending }));
    } catch {
      return console.warn("the tab has no room for what is not saved yet; it is kept in memory alone");
    }
  };
}

/** What this person left on this page, or null. */
export function keptFor(place) {
  return JSON.parse(sessionStorage.getItem(name(place)) ?? "null");
}

/** Entries of other people in this tab; the names of their places in the storage. */
export function keptByOthers() {
  const mine = `${PREFIX}${document.body.dataset.user} `;
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX) && !key.startsWith(mine));
}

export function discard(keys) {
  keys.forEach((key) => sessionStorage.removeItem(key));
}
