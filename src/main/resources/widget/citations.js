/// Citations: the numbers in an answer, the card that a number opens, the list of sources, and all of it as plain text.
import { copy, h, icon, link, resolve } from './elements.js';

/// The path of an article's page; must match the server's encoding.
function page(id) {
  const parts = id.split('/');
  return `/articles/${parts.includes('') ? encodeURIComponent(id) : parts.map(encodeURIComponent).join('/')}`;
}

/// The host of the original publication.
const host = (url) => (URL.canParse(url) ? new URL(url).host : url);

const headline = (article) => article.title ?? article.id;

/// The publisher and the date, if known.
function origin(article, language) {
  const day = article.published && language.day(article.published);
  const inferred = day && article.publishedInferred && `(${language.text('inferred')})`;
  return [article.publisher, [day, inferred].filter(Boolean).join(' ')].filter(Boolean);
}

/// An article in a list: its title, linked to `address`, and its origin.
export function articleLine(article, { base, language }, address = page(article.id)) {
  // Each part is isolated, because its text direction may differ from that of the surrounding text.
  const from = origin(article, language).flatMap((part) => [' · ', h('bdi', {}, part)]);
  return [link(address, base, headline(article), { class: 'title', dir: 'auto' }), h('span', { class: 'from' }, from.slice(1))];
}

/// The other articles that print the text of a cited article, after their number: each publisher, linked to its page.
function reprints({ alsoIn = [] }, { base, language }) {
  if (alsoIn.length === 0) return [];
  const items = alsoIn.flatMap((article, at) => {
    const name = h('bdi', {}, article.publisher ?? headline(article));
    const day = article.published && h('bdi', {}, language.day(article.published));
    return [at ? ' · ' : ' ', link(article.link, base, name), day && ', ', day];
  });
  return [h('span', { class: 'from' }, language.text('alsoIn', { number: alsoIn.length }), ':', items)];
}

/// A button that copies the result of `text` and confirms it.
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

/// The page of a citation, if its article has pages.
const pageOf = ({ page: number }, language) => (number ? [language.text('page', { number })] : []);

/// A citation as plain text: the quotation, its origin and its URL.
export function citationText(citation, { base, language }) {
  const { article } = citation;
  const from = [headline(article), ...origin(article, language), ...pageOf(citation, language)].join(' · ');
  return `“${citation.quote}”\n${from}\n${resolve(citation.link, base)}`;
}

/// The citation numbers of an answer, and the card below the answer. At most one card is open.
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

  /// The button for a citation in the text.
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
    const fragment = citation.page ? `#page=${citation.page}` : '';
    const original = article.url && link(article.url + fragment, base, [host(article.url), icon('out')], { class: 'quiet' });
    const onkeydown = (event) => {
      if (event.key !== 'Escape') return;
      // A surrounding panel remains open.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    };
    return h(
      'div',
      { class: 'card', role: 'group', tabindex: '-1', 'aria-label': language.text('source', { number }), onkeydown },
      h('button', { type: 'button', class: 'bare close', 'aria-label': language.text('close'), onclick: () => this.#close() }, icon('close')),
      h('blockquote', { dir: 'auto' }, citation.quote),
      pageOf(citation, language).map((page) => h('p', { class: 'from' }, page)),
      h('p', { class: 'cited' }, articleLine(article, this.#context, citation.link), reprints(citation, this.#context)),
      h(
        'div',
        { class: 'row' },
        link(citation.link, base, [language.text('inArticle'), icon('out')], { class: 'quiet' }),
        original,
        copyButton(language.text('copyQuote'), () => citationText(citation, this.#context), this.#context),
      ),
    );
  }

  /// The cited articles, each with the numbers of its citations.
  list() {
    const { language } = this.#context;
    const byArticle = Map.groupBy(this.all, ({ article }) => `${article.id} ${article.version}`);
    const items = [...byArticle.values()].map((cited) =>
      h(
        'li',
        {},
        h('span', { class: 'numbers' }, cited.map(({ number }) => number).join(', ')),
        h('span', { class: 'cited' }, articleLine(cited[0].article, this.#context, cited[0].link), reprints(cited[0], this.#context)),
      ),
    );
    return h('div', { class: 'sources' }, h('h4', { class: 'label' }, language.text('sources')), h('ul', {}, items));
  }
}
