/// Citations: the numbers in an answer, the card that a number opens, the list of sources, and all of it as plain text.
import { copy, h, icon, link, resolve } from './elements.js';

/// The page of an article, as the server writes it.
function page(id) {
  const parts = id.split('/');
  return `/articles/${parts.includes('') ? encodeURIComponent(id) : parts.map(encodeURIComponent).join('/')}`;
}

/// Where an article was published, by its address.
const host = (url) => (URL.canParse(url) ? new URL(url).host : url);

const headline = (article) => article.title ?? article.id;

/// Publisher and day, as far as they are known.
function origin(article, language) {
  const day = article.published && language.day(article.published);
  const inferred = day && article.publishedInferred && `(${language.text('inferred')})`;
  return [article.publisher, [day, inferred].filter(Boolean).join(' ')].filter(Boolean);
}

/// An article in a list: its title, which leads to `address`, and where it is from.
export function articleLine(article, { base, language }, address = page(article.id)) {
  // Each part by itself, since it may go another way than the text around it.
  const from = origin(article, language).flatMap((part) => [' · ', h('bdi', {}, part)]);
  return [link(address, base, headline(article), { class: 'title', dir: 'auto' }), h('span', { class: 'from' }, from.slice(1))];
}

/// A button that copies what `text` gives and says that it did.
export function copyButton(label, text, { language, status }) {
  const words = h('span', {}, label);
  const button = h('button', { type: 'button', class: 'quiet', onclick: () => copied() }, icon('copy'), words);
  const copied = async () => {
    await copy(text(), button);
    words.textContent = language.text('copied');
    status(language.text('copied'));
    button.addEventListener('blur', () => (words.textContent = label), { once: true });
  };
  return button;
}

/// A citation in plain words: the quote, where it is from, its address.
export function citationText(citation, { base, language }) {
  const from = [headline(citation.article), ...origin(citation.article, language)].join(' · ');
  return `“${citation.quote}”\n${from}\n${resolve(citation.link, base)}`;
}

/// The numbers of an answer's statements, and the card that stands below them while one is open. One card at a time.
export class Citations {
  #context;
  #byNumber = new Map();
  #open;

  constructor(context) {
    this.#context = context;
    this.place = h('div', { class: 'place' });
  }

  add(citations) {
    for (const citation of citations) this.#byNumber.set(citation.number, citation);
  }

  get all() {
    return [...this.#byNumber.values()].sort((a, b) => a.number - b.number);
  }

  /// The button that stands in the text for a citation.
  number(number) {
    const label = this.#context.language.text('source', { number });
    const button = h(
      'button',
      { type: 'button', class: 'number', 'aria-expanded': 'false', 'aria-label': label, onclick: () => this.#toggle(number, button) },
      String(number),
    );
    return button;
  }

  #toggle(number, button) {
    const wasOpen = this.#open === button;
    this.#close();
    if (wasOpen) return;
    this.#open = button;
    button.setAttribute('aria-expanded', 'true');
    const card = this.#card(this.#byNumber.get(number));
    this.place.append(card);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  }

  #close() {
    const button = this.#open;
    if (!button) return;
    this.#open = undefined;
    button.setAttribute('aria-expanded', 'false');
    if (this.place.contains(this.place.getRootNode().activeElement)) button.focus();
    this.place.replaceChildren();
  }

  #card(citation) {
    const { base, language } = this.#context;
    const { article, number } = citation;
    const original = article.url && link(article.url, base, [host(article.url), icon('out')], { class: 'quiet' });
    const onkeydown = (event) => {
      if (event.key !== 'Escape') return;
      // The panel that may be around it stays open.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    };
    return h(
      'div',
      { class: 'card', role: 'group', tabindex: '-1', 'aria-label': language.text('source', { number }), onkeydown },
      h('button', { type: 'button', class: 'bare close', 'aria-label': language.text('close'), onclick: () => this.#close() }, icon('close')),
      h('blockquote', { dir: 'auto' }, citation.quote),
      h('p', { class: 'cited' }, articleLine(article, this.#context, citation.link)),
      h(
        'div',
        { class: 'row' },
        link(citation.link, base, [language.text('inArticle'), icon('out')], { class: 'quiet' }),
        original,
        copyButton(language.text('copyQuote'), () => citationText(citation, this.#context), this.#context),
      ),
    );
  }

  /// The articles that are cited, each with the numbers of its citations.
  list() {
    const { language } = this.#context;
    const byArticle = Map.groupBy(this.all, ({ article }) => `${article.id} ${article.version}`);
    const items = [...byArticle.values()].map((cited) =>
      h(
        'li',
        {},
        h('span', { class: 'numbers' }, cited.map(({ number }) => number).join(', ')),
        h('span', { class: 'cited' }, articleLine(cited[0].article, this.#context, cited[0].link)),
      ),
    );
    return h('div', { class: 'sources' }, h('h4', { class: 'label' }, language.text('sources')), h('ul', {}, items));
  }
}
