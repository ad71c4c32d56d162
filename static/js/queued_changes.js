// What the queue of saves (save_queue.js) does with changes: tells them apart, moves them on to what was stored,
// and writes them as a form would send them.

export const isSame = (one, other) => one.row === other.row && one.field === other.field;

/** A later change of a field that was just stored starts from what is stored. */
export function rebase(change, batch, data) {
  if (!batch.changes.some((sent) => isSame(sent, change))) return;
  const row = data.added?.[change.row] ?? change.row;
  change.version = data.versions?.[row] ?? change.version;
  change.base = data.fields?.[`${row}.${change.field}`]?.seen ?? change.base;
}

/** Changes as a form would send them, with what each started from. */
export function asForm(changes) {
  const form = new URLSearchParams();
  const [versions, base] = [{}, {}];
  for (const { row, field, values, version, base: seen } of changes) {
    versions[row] = Math.min(version, versions[row] ?? version);
    (base[row] ??= {})[field] = seen;
    for (const [name, texts] of Object.entries(values)) texts.forEach((each) => form.append(name, each));
  }
  form.set("versions", JSON.stringify(versions));
  form.set("base", JSON.stringify(base));
  return form;
}

/** The whole request of a batch; its key makes a repetition harmless. */
export function asRequest(batch) {
  const form = asForm(batch.changes);
  form.set("request_key", batch.key);
  if (batch.mayHide) form.set("may_hide", "1");
  return form;
}

/** Waits for seconds, or until wake() is called. */
export const sleepUntilWoken = (seconds) => {
  let wake;
  const slept = new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    wake = () => (clearTimeout(timer), resolve());
  });
  return { slept, wake };
};
