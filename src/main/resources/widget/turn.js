/// One turn: the question, the articles being read, the reply in one of its five outcomes, and suggestions.
import { Citations, articleLine, citationText, copyButton } from './citations.js';
import { Feedback } from './feedback.js';
import { h, icon } from './elements.js';
import { chart } from './chart.js';

const MOST_READ = 4;

export class Turn {
  #context;
  #citations;
  #message;
  #statements = [];
  #progress = h('div', { class: 'progress' });
  #introduction = h('p', { class: 'label introduction' });
  #said = h('p', { class: 'said', dir: 'auto' });
  // One live region, so that the introduction is announced before the statements.
  #reply = h('div', { class: 'reply', 'aria-live': 'polite' }, this.#introduction, this.#said);
  #end = h('div', { class: 'end' });
  #next = h('div', { class: 'next' });

  /// `context` has the `language`, the `archive`, the `base` URL, `status(text)` for screen readers, and
  /// `ask(question)`.
  constructor(message, filters, context) {
    this.#message = message;
    this.#context = context;
    this.#citations = new Citations(context);
    this.element = h(
      'section',
      { class: 'turn' },
      h('h3', { dir: 'auto' }, message),
      this.#narrowed(filters),
      this.#progress,
      this.#reply,
      this.#citations.place,
      this.#end,
      this.#next,
    );
  }

  begin() {
    this.#statements = [];
    this.element.removeAttribute('data-status');
    this.#reply.className = 'reply';
    this.#introduction.replaceChildren();
    this.#said.replaceChildren();
    this.#end.replaceChildren();
    this.#working(this.#text('searching'));
  }

  evidence(found) {
    const byId = new Map(found.map(({ article }) => [article.id, article]));
    const titles = [...byId.values()].slice(0, MOST_READ).map((article) => h('li', { dir: 'auto' }, article.title ?? article.id));
    if (titles.length) this.#working(this.#text('reading'), h('ul', {}, titles));
    return this;
  }

  statement({ status, text, citations, newCitations = [] }) {
    this.#progress.replaceChildren();
    if (status === 'related') this.#introduce();
    this.#citations.add(newCitations);
    this.#statements.push({ text, citations });
    // No line break between the last word and its first number.
    const numbers = citations.map((number) => ['\u2060', this.#citations.number(number)]).flat();
    this.#said.append(h('span', { class: 'statement' }, text, numbers), ' ');
    return this;
  }

  /// Shows the complete reply. Streamed statements are already shown.
  done(reply, { lost = [], feedback } = {}) {
    this.#progress.replaceChildren();
    this.#reply.classList.add(reply.status);
    this.element.setAttribute('data-status', reply.status);
    switch (reply.status) {
      case 'clarify':
        return this.#clarify(reply);
      case 'about':
        return this.#about(reply);
      case 'abstained':
        this.#abstained(reply);
        break;
      default:
        this.#cited(reply, lost);
    }
    this.#end.append(new Feedback(reply, feedback, this.#context, this.#copying(reply)).element);
  }

  /// Shows a failure; `again` repeats the question.
  failed(kind, again, wait) {
    this.#progress.replaceChildren();
    this.#end.replaceChildren(notice(kind, again, this.#context, wait));
  }

  /// Suggested questions, as buttons.
  suggest(questions) {
    const heading = { abstained: 'tryThis', about: 'examples' }[this.element.dataset.status] ?? 'next';
    this.#next.replaceChildren(...suggestions(this.#text(heading), questions, this.#context.ask));
  }

  #text(name, values) {
    return this.#context.language.text(name, values);
  }

  #working(words, ...more) {
    this.#progress.replaceChildren(h('p', {}, words, h('span', { class: 'dots', 'aria-hidden': 'true' })), ...more);
    this.#context.status(words);
  }

  #narrowed(filters) {
    const words = this.#context.language.filters(filters);
    return words && h('p', { class: 'narrowed', dir: 'auto' }, icon('narrow'), words);
  }

  #cited(reply, lost) {
    const { status } = reply;
    this.#citations.add(reply.citations);
    for (const statement of reply.statements.slice(this.#statements.length)) this.statement({ ...statement, status });
    this.#end.append(
      ...chart(reply.count, this.#context.language),
      ...this.#notes(reply),
      ...this.#remarks(reply, lost),
      this.#citations.list(),
    );
  }

  /// Says that the statements are only related to the question.
  #introduce() {
    this.#reply.classList.add('related');
    if (!this.#introduction.hasChildNodes()) this.#introduction.append(this.#text('related'));
  }

  /// A question back, with questions to choose from. They remain when the next question is asked.
  #clarify({ clarification, ...reply }) {
    this.#said.append(h('span', { class: 'verdict' }, clarification.text));
    this.#end.append(
      ...this.#notes(reply),
      h('div', { class: 'choice' }, suggestions(this.#text('choose'), clarification.choices, this.#context.ask)),
    );
  }

  /// The program's own words, without sources.
  #about(reply) {
    this.#said.append(reply.answer);
    this.#end.append(...this.#notes(reply));
    this.suggest(reply.followUps);
  }

  /// The server's notes on the reply.
  #notes({ notes = [] }) {
    return notes.map((note) => h('p', { class: 'remark note', dir: 'auto' }, this.#context.language.note(note)));
  }

  /// Remarks in small print about how the answer was generated.
  #remarks({ question, answeredBy = {} }, lost) {
    const { model, fallback } = answeredBy;
    const reasons = lost.map(({ reason }) => reason);
    return [
      question !== this.#message && [this.#text('understood'), ': ', h('span', { dir: 'auto' }, `“${question}”`)],
      fallback ? this.#text('fallback') : model && this.#text('model', { model }),
      reasons.includes('withdrawn') && this.#text('removed'),
      reasons.includes('replaced') && this.#text('replaced'),
    ]
      .filter(Boolean)
      .map((words) => h('p', { class: 'remark' }, words));
  }

  #abstained({ abstention: { reason, explanation, nearest }, ...reply }) {
    const { language } = this.#context;
    // The explanation is in English and names specific terms; other languages show the general text for the reason.
    const inEnglish = language.tag.startsWith('en') || !language.has(reason);
    const why = inEnglish ? h('p', { dir: 'auto' }, explanation) : h('p', {}, this.#text(reason));
    this.#said.append(h('span', { class: 'verdict' }, this.#text('abstained')));
    this.#end.append(h('div', { class: 'why' }, why), ...this.#notes(reply));
    if (!nearest.length) return;
    const items = nearest.map((article) => h('li', {}, h('span', { class: 'cited' }, articleLine(article, this.#context))));
    this.#end.append(h('div', { class: 'sources' }, h('h4', { class: 'label' }, this.#text('nearest')), h('ul', {}, items)));
  }

  #copying(reply) {
    return reply.status !== 'abstained' && copyButton(this.#text('copy'), () => this.#plain(), this.#context);
  }

  #plain() {
    const said = this.#statements.map(({ text, citations }) => `${text} ${citations.map((n) => `[${n}]`).join('')}`).join(' ');
    const cited = this.#citations.all.map((citation) => `[${citation.number}] ${citationText(citation, this.#context)}`);
    return [this.#message, this.#introduction.textContent, said, this.#text('sources'), ...cited].filter(Boolean).join('\n\n');
  }
}

/// Questions as buttons under a heading; empty without questions.
export function suggestions(heading, questions, ask, level = 'h4') {
  if (!questions?.length) return [];
  const items = questions.map((question) =>
    h('li', {}, h('button', { type: 'button', class: 'suggestion', dir: 'auto', onclick: () => ask(question) }, question)),
  );
  return [h(level, { class: 'label' }, heading), h('ul', { class: 'suggestions' }, items)];
}

/// A failure notice with a retry button, which is enabled after `wait` seconds.
export function notice(kind, again, { language, status }, wait = 0) {
  const words = language.text(language.has(kind) ? kind : 'failed');
  const button = h('button', { type: 'button', class: 'second', onclick: again, disabled: wait > 0 }, icon('again'), language.text('again'));
  if (wait > 0) setTimeout(() => (button.disabled = false), wait * 1_000);
  status(words);
  return h('div', { class: `notice ${kind}` }, h('p', {}, words), button);
}
