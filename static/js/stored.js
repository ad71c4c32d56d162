// What the server holds, as far as this page has seen it: the version of each row and the text of each field.
// Every change says what it started from, so that an edit by somebody else is noticed.

class Stored {
  versions = new Map();
  texts = new Map();

  /** Reads what the forms of the page were made with. */
  read(root) {
    for (const field of root.querySelectorAll("form[data-autosave] > [name=versions]"))
      this.learnVersions(JSON.parse(field.value));
    for (const field of root.querySelectorAll("form[data-autosave] > [name=base]"))
      for (const [row, names] of Object.entries(JSON.parse(field.value)))
        for (const [name, seen] of Object.entries(names)) this.texts.set(`${row}.${name}`, seen);
  }

  learnVersions(versions) {
    for (const [row, version] of Object.entries(versions)) this.versions.set(row, version);
  }

  learn(name, seen) {
    this.texts.set(name, seen);
  }

  /** {version, base} for a change of that field. */
  basisOf(name) {
    const row = name.slice(0, name.lastIndexOf("."));
    return { version: this.versions.get(row) ?? 0, base: this.texts.get(name) ?? "" };
  }
}

export const stored = new Stored();
stored.read(document);
