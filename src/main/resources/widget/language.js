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

  /// The filters of a search in one line; empty without filters.
  filters({ publishedFrom, publishedTo, publishers = [] } = {}) {
    const days = (publishedFrom || publishedTo) && [publishedFrom, publishedTo].map((day) => (day ? this.day(day) : '…')).join(' – ');
    return [days, ...publishers].filter(Boolean).join(' · ');
  }
}
