/// The state that the widget keeps in its tab, so that it survives a reload: the conversation id, the filters and a
/// question without an answer. Answers are not stored here, because the server has them.

export class Memory {
  #name;
  #kept = {};

  constructor(name) {
    this.#name = `dossier-chat ${name}`;
    try {
      this.#kept = JSON.parse(sessionStorage.getItem(this.#name)) ?? {};
    } catch {
      // If the page forbids storage, the state lasts until the next reload.
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
