// The one queue through which a page saves: requests go out one after the other, in the order of the changes,
// and none is dropped. It knows nothing of fields or pages; static/js/autosave.js feeds it from the case page.
//
//   autosave.js exports the `queue` of the page that is open
//
//   queue.enqueue({ url, row, field, values, version, base, together })
//       url      where it is posted
//       row      key of the row of answers; neighbors in the queue of one row go out in one request
//       field    what of the row it is about; a later change of the same field takes the place of one that waits
//       values   {name: [text, …]} as a form would send them, for example {"run1.urgency": ["1"]} or
//                {"cannula1.45!delete": ["1"]}
//       version, base   what the page showed: the row's version, and the field's text before the change
//       together a name that several rows share to go out in one request, as a pasted block does
//   await queue.flush()    sends what waits now; true when nothing is left
//   queue.waiting          number of changes that are not stored yet
//   queue.addEventListener("state" | "stored" | "disputed" | "refused" | "asks" | "signedout", …)
//       state     {name, n}: idle, saving, saved, offline, failed, conflict or signed_out; n changes wait
//       stored    {changes, data}: the server's answer
//       disputed  {change, theirs}: somebody else changed it; answer with queue.insist(change, theirs) or forget(change)
//       refused   {change, message}: the server will not take it; queue.again(change) or queue.forget(change)
//       asks      {changes, message, answer}: call answer(true) to save all the same, answer(false) to drop it
//       signedout {}: sending waits until queue.resume()

import { asRequest, isSame, rebase, sleepUntilWoken } from "./queued_changes.js";

export const DELAYS = [1, 2, 4, 8, 16, 30]; // seconds before each further try

export class SaveQueue extends EventTarget {
  /**
   * deliver(url, body, isRetry): a promise of {status, data, wait}; it is rejected where no server was met.
   * keep(snapshot): is told of every change of what waits, so that it can survive a reload.
   */
  constructor({ deliver, keep = () => {}, delays = DELAYS }) {
    super();
    Object.assign(this, { deliver, keep, delays });
    this.pending = []; // changes that have not been sent
    this.batch = null; // what is on its way: sent again word for word until it is answered
    this.disputed = new Map(); // changes that wait for a person, with what somebody else stored if that is why
    this.paused = false;
    this.trouble = "";
    this.savedAt = "";
    this.single = 0; // requests to come that carry one change each, to find the one that is refused
  }

  get waiting() {
    return this.pending.length + this.disputed.size + (this.batch?.changes.length ?? 0);
  }

  enqueue(change) {
    const held = [...this.disputed.keys()].find((other) => isSame(other, change));
    const waits = held ?? this.newer(change);
    if (waits) waits.values = change.values;
    else this.pending.push(change);
    this.remember();
    if (held) this.askAgain(held);
    else this.run();
    return waits ?? change;
  }

  /** What waits of the same field, and so overtakes the change. */
  newer(change) {
    return this.pending.find((other) => isSame(other, change));
  }

  askAgain(change) {
    const theirs = this.disputed.get(change);
    if (theirs) this.emit("disputed", { change, theirs });
    this.say();
  }

  /** Changes that start out together: those of one row, or with one name for `together`, are one request. */
  enqueueAll(changes) {
    const { paused } = this;
    this.paused = true;
    changes.forEach((change) => this.enqueue(change));
    this.paused = paused;
    return this.run();
  }

  /** A change of this field that is not stored yet. */
  waitsFor(name) {
    const about = (change) => `${change.row}.${change.field}` === name;
    return this.pending.find(about) ?? [...this.disputed.keys()].find(about) ?? this.batch?.changes.find(about);
  }

  async flush() {
    this.wake?.();
    await this.run();
    return this.waiting === 0;
  }

  pause() {
    this.paused = true;
    this.say();
  }

  resume() {
    this.paused = false;
    return this.flush();
  }

  /** My value stands, whatever `theirs` is. */
  insist(change, theirs) {
    Object.assign(change, { version: theirs.version, base: theirs.seen });
    this.again(change);
  }

  again(change) {
    this.disputed.delete(change);
    this.pending.push(change);
    this.remember();
    this.run();
  }

  forget(change) {
    this.disputed.delete(change);
    this.pending = this.pending.filter((other) => other !== change);
    this.remember();
    this.say();
  }

  /** Everything that waits is given up. */
  clear() {
    this.disputed.clear();
    Object.assign(this, { pending: [], batch: null, trouble: "" });
    this.remember();
    this.say();
  }

  /** Takes up what an earlier page left; its last request may have arrived, so it goes first and unchanged. */
  restore({ batch = null, pending = [] }) {
    this.batch ??= batch;
    this.pending.unshift(...pending);
    this.remember();
    return this.run();
  }

  /** A new row has its key now, and everything that waits for it goes there. */
  rename(from, to) {
    for (const change of [...this.pending, ...this.disputed.keys()]) {
      if (change.row !== from) continue;
      change.row = to;
      change.values = Object.fromEntries(
        Object.entries(change.values).map(([name, texts]) => [to + name.slice(from.length), texts]),
      );
    }
    this.remember();
  }

  run() {
    this.say();
    this.running ??= this.work().finally(() => {
      this.running = null;
      this.say();
      if (this.pending.length && !this.paused) this.run();
    });
    return this.running;
  }

  async work() {
    await null; // until run() knows that work is being done
    while (!this.paused && (this.batch ??= this.next())) {
      this.say("saving");
      const outcome = await this.attempt();
      if (outcome === "later") await this.rest();
    }
  }

  /** The changes at the head of the queue that go out together, under a key that makes a repetition harmless. */
  next() {
    const [first] = this.pending;
    if (!first) return null;
    const group = (change) => `${change.url} ${change.together ?? change.row}`;
    const other = this.pending.findIndex((change) => group(change) !== group(first));
    const length = this.single > 0 ? 1 : other < 0 ? this.pending.length : other;
    this.single = Math.max(0, this.single - 1);
    const batch = { key: crypto.randomUUID(), url: first.url, changes: this.pending.splice(0, length), tries: 0 };
    this.keepBatch(batch);
    return batch;
  }

  async attempt() {
    const { batch } = this;
    const isRetry = batch.tries > 0;
    batch.tries += 1;
    let answer;
    try {
      answer = await this.deliver(batch.url, asRequest(batch), isRetry);
    } catch {
      return this.later("offline");
    }
    if (this.batch !== batch) return "done"; // given up meanwhile
    const { status, data = {} } = answer;
    if (status === 200) return this.stored(batch, data);
    if (status === 401) return this.signedOut();
    if (status === 429 || status >= 500) return this.later("failed", answer.wait);
    if (status === 409 && data.conflicts) return this.dispute(batch, data.conflicts);
    if (batch.changes.length > 1) return this.takeApart(batch);
    if (status === 409 && data.hides) return this.ask(batch, data.message);
    return this.refuse(batch, data.message ?? "");
  }

  stored(batch, data) {
    this.batch = null;
    this.trouble = "";
    this.savedAt = data.saved_at ?? this.savedAt;
    for (const change of [...this.pending, ...this.disputed.keys()]) rebase(change, batch, data);
    this.emit("stored", { changes: batch.changes, data });
    for (const [from, to] of Object.entries(data.added ?? {})) this.rename(from, to);
    this.remember();
    return "done";
  }

  signedOut() {
    this.batch.tries = 0;
    this.paused = true;
    this.emit("signedout", {});
    return "done";
  }

  later(trouble, wait = 0) {
    this.trouble = trouble;
    this.seconds = wait || this.delays[Math.min(this.batch.tries, this.delays.length) - 1];
    if (trouble === "failed" && this.batch.tries >= 3) this.letOthersPass();
    return "later";
  }

  /** What the server fails at again and again must not hold up the rest. */
  letOthersPass() {
    const isNewRow = this.batch.changes.some((change) => change.row.includes(".new"));
    if (!this.pending.length || isNewRow) return;
    this.pending.push(...this.batch.changes.filter((change) => !this.newer(change)));
    this.batch = null;
    this.remember();
  }

  async rest() {
    this.say(this.trouble);
    const { slept, wake } = sleepUntilWoken(this.seconds);
    this.wake = wake;
    await slept;
    this.wake = null;
  }

  dispute(batch, conflicts) {
    this.batch = null;
    const theirs = new Map(conflicts.map((conflict) => [conflict.name, conflict]));
    const nameOf = (change) => `${change.row}.${change.field}`;
    this.pending.unshift(...batch.changes.filter((change) => !theirs.has(nameOf(change))));
    for (const change of batch.changes.filter((each) => theirs.has(nameOf(each)))) {
      const newer = this.newer(change);
      if (newer) change.values = newer.values;
      this.pending = this.pending.filter((other) => other !== newer);
      this.disputed.set(change, theirs.get(nameOf(change)));
      this.emit("disputed", { change, theirs: theirs.get(nameOf(change)) });
    }
    this.remember();
    return "done";
  }

  takeApart(batch) {
    this.batch = null;
    this.pending.unshift(...batch.changes);
    this.single = batch.changes.length;
    this.remember();
    return "done";
  }

  async ask(batch, message) {
    this.say("asks");
    const agreed = await new Promise((answer) => this.emit("asks", { changes: batch.changes, message, answer }));
    if (this.batch !== batch) return "done";
    this.batch = agreed ? { ...batch, key: crypto.randomUUID(), tries: 0, mayHide: true } : null;
    this.keepBatch(this.batch);
    return "done";
  }

  refuse(batch, message) {
    this.batch = null;
    for (const change of batch.changes) {
      if (this.newer(change)) continue;
      this.disputed.set(change, null);
      this.emit("refused", { change, message });
    }
    this.remember();
    return "done";
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  say(name = this.resting) {
    this.emit("state", { name, n: this.waiting, at: this.savedAt });
  }

  get resting() {
    if (this.paused) return "signed_out";
    if (this.batch || this.pending.length) return this.trouble || "saving";
    if (this.disputed.size) return "conflict";
    return this.savedAt ? "saved" : "idle";
  }

  remember() {
    this.keepBatch(this.batch);
  }

  keepBatch(batch) {
    this.keep({ batch, pending: [...this.disputed.keys(), ...this.pending] });
  }
}
