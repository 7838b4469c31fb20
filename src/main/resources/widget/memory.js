/// What the widget keeps in its tab, so that a reload loses nothing: which conversation it is in, the filters, an ask that
/// has no answer yet, whether the panel is open. Answers are not kept here; the server has them.

export class Memory {
  #name;
  #kept = {};

  constructor(name) {
    this.#name = `dossier-chat ${name}`;
    try {
      this.#kept = JSON.parse(sessionStorage.getItem(this.#name)) ?? {};
    } catch {
      // A page may be forbidden to keep anything: it lasts until the reload then.
    }
  }

  get(field) {
    return this.#kept[field];
  }

  set(fields) {
    Object.assign(this.#kept, fields);
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(this.#kept));
    } catch {
      // As above.
    }
  }
}
