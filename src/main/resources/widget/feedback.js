/// Feedback on an answer: thumbs up or down, and an optional comment. The row also contains the button that copies the
/// answer.
import { h, icon } from './elements.js';

export class Feedback {
  #reply;
  #context;
  #thumbs;
  #word = h('div', { class: 'word' });

  /// `given` is the earlier feedback on the reply; `leading` is the element at the start of the row.
  constructor(reply, given, context, leading) {
    this.#reply = reply;
    this.#context = context;
    this.#thumbs = ['up', 'down'].map((verdict) => this.#thumb(verdict));
    this.element = h('div', {}, h('div', { class: 'row' }, leading, h('span', { class: 'thumbs' }, this.#thumbs)), this.#word);
    this.#press(given?.verdict);
  }

  #text(name) {
    return this.#context.language.text(name);
  }

  #thumb(verdict) {
    const label = this.#text(verdict);
    return h(
      'button',
      { type: 'button', class: 'bare thumb', value: verdict, 'aria-label': label, title: label, onclick: () => this.#rate(verdict) },
      icon(verdict),
    );
  }

  #press(verdict) {
    for (const thumb of this.#thumbs) thumb.setAttribute('aria-pressed', String(thumb.value === verdict));
  }

  async #rate(verdict) {
    this.#press(verdict);
    this.#word.replaceChildren(this.#form(verdict));
    await this.#send(verdict);
  }

  #form(verdict) {
    const field = h('input', { type: 'text', maxlength: '500', 'aria-label': this.#text('comment'), placeholder: this.#text('comment') });
    const onsubmit = async (event) => {
      event.preventDefault();
      if (!field.value.trim() || (await this.#send(verdict, field.value.trim()))) {
        this.#thumbs.find((thumb) => thumb.value === verdict).focus();
        this.#word.replaceChildren(h('p', { class: 'remark' }, this.#text('thanks')));
        this.#context.status(this.#text('thanks'));
      }
    };
    return h('form', { onsubmit }, field, h('button', { class: 'second' }, this.#text('send')));
  }

  /// Returns true if the feedback was stored. A failure is shown, and the thumb is released.
  async #send(verdict, comment) {
    try {
      await this.#context.archive.rate(this.#reply, verdict, comment);
      return true;
    } catch (fault) {
      this.#press(undefined);
      const words = this.#text(fault.kind === 'lost' ? 'lost' : 'failed');
      this.#word.append(h('p', { class: 'remark' }, words));
      this.#context.status(words);
      return false;
    }
  }
}
