/// The texts of the widget in the user's language.
import { ar } from './texts/ar.js';
import { de } from './texts/de.js';
import { en } from './texts/en.js';
import { es } from './texts/es.js';
import { fa } from './texts/fa.js';
import { fr } from './texts/fr.js';
import { ru } from './texts/ru.js';

const TEXTS = { ar, de, en, es, fa, fr, ru };
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

export class Language {
  #texts;

  /// `own` are texts by name that replace the built-in ones, for another language or another tone.
  constructor(tag, own = {}) {
    const language = tag.toLowerCase().split('-')[0];
    this.known = language in TEXTS;
    this.tag = tag;
    this.direction = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
    this.#texts = { ...en, ...TEXTS[language], ...own };
  }

  /// A text with each `{name}` replaced by the value of that name.
  text(name, values = {}) {
    return String(this.#texts[name]).replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  }

  /// Returns true if a text of this name exists.
  has(name) {
    return name in this.#texts;
  }

  /// Formats `2011-11-30` for people, in the Gregorian calendar, which the answers use.
  day(iso) {
    const day = new Date(`${iso}T00:00:00Z`);
    const form = { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' };
    try {
      return new Intl.DateTimeFormat(this.tag, form).format(day);
    } catch {
      return iso;
    }
  }

  /// Lists words: “a, b and c”.
  list(words) {
    try {
      return new Intl.ListFormat(this.tag).format(words);
    } catch {
      return words.join(', ');
    }
  }

  /// A note of the server. Its text is English and specific; other languages show their general text for its type, if
  /// the note has all values of that text.
  note({ type, text, values = [] }) {
    const name = `note-${type}`;
    if (this.tag.startsWith('en') || !this.has(name)) return text;
    const hasDays = type === 'newest' || type === 'period';
    const shown = values
      .map((value) => (hasDays ? value.replace(/\d{4}-\d\d-\d\d/g, (iso) => this.day(iso)) : value))
      // Isolated, because the text direction of a value may differ from that of the text.
      .map((value) => `\u2068${value}\u2069`);
    const byName = { ...shown, ...(shown.length && { all: this.list(shown) }) };
    const isComplete = [...this.#texts[name].matchAll(/\{(\w+)\}/g)].every(([, key]) => key in byName);
    return isComplete ? this.text(name, byName) : text;
  }

  /// The filters of a search in one line; empty without filters.
  filters({ publishedFrom, publishedTo, publishers = [] } = {}) {
    const days = (publishedFrom || publishedTo) && [publishedFrom, publishedTo].map((day) => (day ? this.day(day) : '…')).join(' – ');
    return [days, ...publishers].filter(Boolean).join(' · ');
  }
}
