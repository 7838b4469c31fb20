/// Builds DOM elements. Text from an archive or a model is inserted as text nodes only: the widget never parses markup.

export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

/// Resolves a path on the server at `base`, or an absolute URL; `null` if the result is not a web address.
export function resolve(address, base) {
  const whole = address.startsWith('/') ? base + address : address;
  return /^https?:/i.test(whole) && URL.canParse(whole) ? whole : null;
}

/// A link that opens in a new tab, so that the user's place is kept; only the text if the address is not a web address.
export function link(address, base, words, properties = {}) {
  const href = resolve(address, base);
  if (!href) return h('span', { dir: properties.dir }, words);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer', ...properties }, words);
}

const SHAPES = {
  ask: 'M12 19V5M6 11l6-6 6 6',
  stop: 'M7 7h10v10H7z',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  up: 'M7 20V11l4.5-7c1.4 0 2.2 1 1.9 2.4L12.8 10H19l-1.5 10zM7 11H4v9h3',
  down: 'M7 4v9l4.5 7c1.4 0 2.2-1 1.9-2.4L12.8 14H19L17.5 4zM7 13H4V4h3',
  quote: 'M5 17h5l1-5V7H5v5h3zM13 17h5l1-5V7h-6v5h3z',
  again: 'M5 12a7 7 0 1 1 2 5M5 18v-4h4',
  narrow: 'M4 6h16M7 12h10M10 18h4',
  out: 'M8 16L16 8M10 8h6v6',
};

/// A monochrome icon in the colour of the text. Its meaning must be stated by text next to it, or by the label of its
/// parent.
export function icon(shape) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SHAPES[shape]);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${shape}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}

/// Copies text to the clipboard. The fallback is for pages without HTTPS, where the clipboard API is not available.
export async function copy(text, near) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = h('textarea', { class: 'unseen', readonly: true, 'aria-hidden': 'true' });
    const focused = near.getRootNode().activeElement;
    field.value = text;
    near.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    focused?.focus();
  }
}
