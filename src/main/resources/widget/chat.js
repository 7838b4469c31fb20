/// The element `<dossier-chat>`: its parts, and the processing of questions.
import { Archive, Fault, newKey } from './archive.js';
import { Composer } from './composer.js';
import { h, icon } from './elements.js';
import { Language } from './language.js';
import { Memory } from './memory.js';
import { STYLE } from './style.js';
import { Turn, notice, suggestions } from './turn.js';

const HERE = new URL('.', import.meta.url).href.replace(/\/$/, '');
const STOPPED = 'stopped';
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

class DossierChat extends HTMLElement {
  static observedAttributes = ['endpoint', 'examples', 'filters', 'greeting', 'heading', 'language', 'placeholder', 'shape', 'texts'];

  #archive;
  #asking;
  #base;
  #composer;
  #language;
  #memory;
  #root;
  #parts;
  #shown = new Map();

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [SHEET];
  }

  connectedCallback() {
    if (!this.#root) this.#draw();
  }

  /// Removing the element cancels the question in progress, which continues when the element is inserted again.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return; // It was only moved.
      this.#abandon();
      this.#root = undefined;
    });
  }

  attributeChangedCallback() {
    if (!this.#root) return;
    this.#abandon();
    this.#draw();
  }

  /// Opens the panel of a launcher.
  open() {
    if (!this.#isLauncher || this.#parts.panel.open) return;
    this.#parts.panel.showModal();
    this.#wake();
    this.#composer.focus();
  }

  /// Closes the panel of a launcher; a question in progress continues.
  close() {
    if (this.#isLauncher) this.#parts.panel.close();
  }

  get #isLauncher() {
    return this.getAttribute('shape') === 'launcher';
  }

  get #isNarrowable() {
    return this.getAttribute('filters') !== 'none';
  }

  // The parts

  #draw() {
    this.#base = (this.getAttribute('endpoint') ?? HERE).replace(/\/$/, '');
    this.#archive = new Archive(this.#base);
    this.#memory = new Memory(`${this.#base} ${this.id}`);
    this.#language = new Language(this.#languageTag(), this.#ownTexts());
    this.#shown.clear();
    this.#parts = this.#makeParts();
    this.#root = h('div', { class: 'root', lang: this.#language.tag, dir: this.#language.direction }, this.#framed());
    this.shadowRoot.replaceChildren(this.#root);
    if (!this.#isLauncher) this.#wake();
  }

  /// The language of the attribute or of the page, in the user's regional variety if available, because date formats
  /// differ.
  #languageTag() {
    const tag = this.getAttribute('language') || this.closest('[lang]')?.lang || navigator.language;
    return navigator.languages.find((own) => own.split('-')[0] === tag) ?? tag;
  }

  #ownTexts() {
    try {
      return JSON.parse(this.getAttribute('texts') ?? '{}');
    } catch {
      console.warn('dossier-chat: the attribute texts is not JSON');
      return {};
    }
  }

  /// The attribute with this name, or else the text.
  #words(name) {
    return this.getAttribute(name) ?? this.#language.text(name);
  }

  #makeParts() {
    const text = (name) => this.#language.text(name);
    this.#composer = new Composer(this.#language, {
      placeholder: this.#words('placeholder'),
      ask: (question) => this.#ask(question),
      stop: () => this.#asking?.abort(STOPPED),
      narrowed: () => this.#memory.set({ filters: this.#composer.filters }),
      filters: this.#isNarrowable ? this.#memory.get('filters') : undefined,
    });
    return {
      status: h('p', { class: 'unseen', role: 'status' }),
      clear: h('button', { type: 'button', class: 'quiet', hidden: true, onclick: () => this.#clear() }, icon('again'), h('span', {}, text('clear'))),
      examples: h('div', { class: 'examples' }),
      turns: h('div', { class: 'turns' }),
    };
  }

  #framed() {
    const { status, clear, examples, turns } = this.#parts;
    const heading = h('h2', { id: 'heading' }, this.#words('heading'));
    const greeting = h('p', { class: 'greeting' }, this.#words('greeting'));
    if (!this.#isLauncher) {
      const head = h('div', { class: 'head' }, heading, clear);
      return h('section', { class: 'frame inline', 'aria-labelledby': 'heading' }, head, greeting, turns, this.#composer.element, examples, status);
    }
    const close = h('button', { type: 'button', class: 'bare', 'aria-label': this.#language.text('close'), onclick: () => this.close() }, icon('close'));
    const scroller = h('div', { class: 'scroller', tabindex: '-1' }, greeting, examples, turns);
    const head = h('div', { class: 'head' }, heading, clear, close);
    const panel = h('dialog', { class: 'frame panel', 'aria-labelledby': 'heading' }, head, scroller, this.#composer.element, status);
    panel.addEventListener('click', (event) => event.target === panel && this.close());
    Object.assign(this.#parts, { panel, scroller });
    return [h('button', { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', onclick: () => this.open() }, icon('quote'), h('span', {}, this.#words('heading'))), panel];
  }

  /// Loads the content from the server, once. A launcher sends no request until it is opened.
  #wake() {
    const root = this.#root;
    if (root.dataset.awake) return;
    root.dataset.awake = '';
    this.#restore();
    this.#offerFilters();
    this.#offerExamples();
  }

  async #offerFilters() {
    if (!this.#isNarrowable) return;
    const composer = this.#composer;
    const about = await this.#archive.about().catch(() => null);
    if (about) composer.offer(about);
  }

  async #offerExamples() {
    const { examples } = this.#parts;
    const own = this.getAttribute('examples')?.split(/[|\n]/).map((line) => line.trim()).filter(Boolean);
    const questions = own ?? (await this.#archive.examples().catch(() => []));
    examples.replaceChildren(...suggestions(this.#language.text('examples'), questions, (question) => this.#ask(question), 'h3'));
  }

  // The conversation

  /// Shows the conversation of this tab, and resumes a question without an answer.
  async #restore() {
    const conversation = this.#memory.get('conversation');
    const pending = this.#memory.get('pending');
    if (conversation) {
      try {
        for (const turn of await this.#archive.turns(conversation)) this.#show(turn);
      } catch (fault) {
        if (fault.kind !== 'gone') return this.#unrestored(fault);
        this.#memory.set({ conversation: undefined });
      }
    }
    if (pending) this.#ask(pending.message, pending);
  }

  #show({ message, filters, reply, unavailableSources, feedback }) {
    for (const earlier of this.#shown.values()) earlier.suggest([]);
    const turn = this.#newTurn(message, filters);
    turn.done(reply, { lost: unavailableSources, feedback });
    this.#shown.set(reply.turn, turn);
  }

  #unrestored(fault) {
    const again = () => {
      this.#parts.turns.replaceChildren();
      this.#restore();
    };
    this.#parts.turns.replaceChildren(notice(fault.kind, again, this.#context()));
  }

  #context() {
    return {
      archive: this.#archive,
      base: this.#base,
      language: this.#language,
      status: (text) => (this.#parts.status.textContent = text),
      ask: (question) => this.#ask(question),
    };
  }

  #newTurn(message, filters) {
    const turn = new Turn(message, filters, this.#context());
    this.#parts.turns.append(turn.element);
    this.#parts.examples.hidden = true;
    this.#parts.clear.hidden = false;
    return turn;
  }

  /// Asks `message`. `earlier` is the previous attempt, if the question was asked before and its answer did not arrive.
  #ask(message, earlier) {
    if (this.#asking) return;
    const asked = earlier ?? { message, key: newKey(), filters: this.#composer.filters };
    for (const turn of this.#shown.values()) turn.suggest([]);
    const turn = this.#newTurn(message, asked.filters);
    if (!earlier && this.#composer.text.trim() === message) this.#composer.text = '';
    this.#composer.focus();
    this.#send(turn, asked);
  }

  async #send(turn, asked) {
    const asking = new AbortController();
    this.#working(asking);
    this.#memory.set({ pending: asked });
    turn.begin();
    this.#reveal(turn, true);
    try {
      const reply = await this.#answer(turn, asked, asking.signal);
      this.#memory.set({ conversation: reply.conversation, pending: undefined });
      this.#finish(turn, reply);
    } catch (fault) {
      this.#failed(turn, asked, fault);
    } finally {
      if (this.#asking === asking) this.#working(undefined);
    }
  }

  /// A stopped question is finished. A failed one is asked again after a reload, or when the user retries.
  #failed(turn, asked, fault) {
    if (fault.name === 'AbortError') return;
    if (fault === STOPPED) this.#memory.set({ pending: undefined });
    else if (!(fault instanceof Fault)) console.error(fault);
    const again = () => {
      if (this.#asking) return;
      this.#composer.focus();
      this.#send(turn, asked);
    };
    turn.failed(fault === STOPPED ? STOPPED : (fault.kind ?? 'failed'), again, fault.wait);
    this.#reveal(turn);
  }

  /// The reply to a question; retries use the same key. If the conversation no longer exists, a new one begins.
  async #answer(turn, { message, key, filters }, signal) {
    const heard = {
      evidence: ({ evidence }) => this.#reveal(turn.evidence(evidence)),
      statement: (statement) => this.#reveal(turn.statement(statement)),
    };
    const conversation = this.#memory.get('conversation');
    try {
      return await this.#archive.ask({ message, conversation, filters }, key, heard, signal);
    } catch (fault) {
      if (fault.kind !== 'gone' || !conversation) throw fault;
      this.#memory.set({ conversation: undefined });
      this.#shown.clear();
      return this.#archive.ask({ message, filters }, key, heard, signal);
    }
  }

  #finish(turn, reply) {
    // After a retry, the stored turn may already be on the page, from a reload.
    this.#shown.get(reply.turn)?.element.remove();
    this.#shown.set(reply.turn, turn);
    turn.done(reply);
    this.#reveal(turn);
    this.#suggest(turn, reply);
  }

  async #suggest(turn, reply) {
    if (reply.status === 'clarify') return; // It has questions to choose from.
    const questions = reply.followUps?.length ? reply.followUps : await this.#archive.followUps(reply).catch(() => []);
    if (!this.#asking) turn.suggest(questions);
  }

  #working(asking) {
    this.#asking = asking;
    this.#composer.busy = Boolean(asking);
    this.#root.toggleAttribute('data-busy', Boolean(asking));
  }

  /// Scrolls a turn that has grown into view, unless the user has scrolled elsewhere. In a panel, a new turn is
  /// scrolled to the top.
  #reveal({ element }, isNew = false) {
    const { scroller } = this.#parts;
    const { top, bottom } = element.getBoundingClientRect();
    if (scroller && isNew) scroller.scrollTop = element.offsetTop - scroller.offsetTop;
    else if (!scroller && (isNew || (bottom > 0 && top < innerHeight))) element.scrollIntoView({ block: 'nearest' });
  }

  /// Cancels the question in progress without a notice.
  #abandon() {
    this.#asking?.abort();
    this.#working(undefined);
  }

  #clear() {
    this.#abandon();
    const conversation = this.#memory.get('conversation');
    if (conversation) this.#archive.forget(conversation).catch(() => {});
    this.#memory.set({ conversation: undefined, pending: undefined });
    this.#shown.clear();
    this.#parts.turns.replaceChildren();
    this.#parts.clear.hidden = true;
    this.#parts.examples.hidden = false;
    this.#composer.focus();
  }
}

customElements.get('dossier-chat') ?? customElements.define('dossier-chat', DossierChat);
