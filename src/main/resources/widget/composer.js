/// The form to type, send and stop a question, and to filter the search.
import { h, icon } from './elements.js';

const LONGEST = 2_000;

export class Composer {
  #language;
  #field;
  #button;
  #narrowing;

  /// The button calls `ask(text)` or `stop()`; `narrowed()` is called when the `filters` change.
  constructor(language, { placeholder, ask, stop, narrowed, filters = {} }) {
    this.#language = language;
    this.#narrowing = new Narrowing(language, narrowed, filters);
    this.#field = h('textarea', { rows: '1', maxlength: LONGEST, placeholder, 'aria-label': language.text('question'), enterkeyhint: 'send', dir: 'auto' });
    this.#button = h('button', { class: 'primary' });
    this.busy = false;
    const submit = () => {
      if (this.busy) return stop();
      const text = this.#field.value.trim();
      if (text && this.#narrowing.isValid()) ask(text);
      else if (!text) this.#field.focus();
    };
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      if (!this.busy) submit();
    });
    this.element = h(
      'form',
      {
        class: 'composer',
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          submit();
        },
      },
      h('div', { class: 'field' }, this.#field, this.#button),
      this.#narrowing.element,
    );
  }

  /// While an answer is in progress, the button stops it.
  set busy(busy) {
    this.isBusy = busy;
    const name = busy ? 'stop' : 'ask';
    this.#button.replaceChildren(icon(name), h('span', {}, this.#language.text(name)));
  }

  get busy() {
    return this.isBusy;
  }

  get text() {
    return this.#field.value;
  }

  set text(text) {
    this.#field.value = text;
  }

  get filters() {
    return this.#narrowing.filters;
  }

  focus() {
    this.#field.focus();
  }

  /// Offers filters for the content of the archive.
  offer(archive) {
    this.#narrowing.offer(archive);
  }
}

/// The filters: dates and publishers.
class Narrowing {
  #language;
  #narrowed;
  #kept;
  #from;
  #to;
  #boxes = [];
  #chosen = h('span', { class: 'chosen' });

  /// `kept` are the current filters until the archive's publishers and dates are known.
  constructor(language, narrowed, kept) {
    this.#language = language;
    this.#narrowed = narrowed;
    this.#kept = kept;
    this.element = h('details', { class: 'narrow', hidden: true });
  }

  get filters() {
    if (!this.#from) return this.#kept;
    const publishers = this.#boxes.filter((box) => box.checked).map((box) => box.value);
    return {
      ...(this.#from.value && { publishedFrom: this.#from.value }),
      ...(this.#to.value && { publishedTo: this.#to.value }),
      ...(publishers.length && { publishers }),
    };
  }

  isValid() {
    if (!this.#from || (this.#from.reportValidity() && this.#to.reportValidity())) return true;
    this.element.open = true;
    return false;
  }

  offer({ earliest, publishers }) {
    if (!earliest && !publishers.length) return;
    const { publishedFrom, publishedTo, publishers: chosen = [] } = this.#kept;
    const text = (name) => this.#language.text(name);
    const day = (value) => h('input', { type: 'date', value, oninput: () => this.#changed() });
    this.#from = day(publishedFrom);
    this.#to = day(publishedTo);
    this.#boxes = publishers.map((value) => h('input', { type: 'checkbox', value, checked: chosen.includes(value), oninput: () => this.#changed() }));
    const boxes = this.#boxes.map((box) => h('label', { class: 'publisher' }, box, h('span', { dir: 'auto' }, box.value)));
    this.element.replaceChildren(
      h('summary', {}, icon('narrow'), h('span', {}, text('narrow')), this.#chosen),
      h(
        'div',
        { class: 'choices' },
        h('div', { class: 'dates', hidden: !earliest }, h('label', {}, text('from'), this.#from), h('label', {}, text('to'), this.#to)),
        boxes.length > 0 && h('fieldset', {}, h('legend', {}, text('publishers')), boxes),
        h('button', { type: 'button', class: 'quiet', onclick: () => this.#widen() }, text('widen')),
      ),
    );
    this.element.hidden = false;
    this.#show();
  }

  #widen() {
    for (const box of this.#boxes) box.checked = false;
    for (const day of [this.#from, this.#to]) day.value = '';
    this.#changed();
  }

  #changed() {
    this.#show();
    this.#narrowed();
  }

  #show() {
    this.#to.min = this.#from.value;
    this.#chosen.textContent = this.#language.filters(this.filters) || '';
  }
}
