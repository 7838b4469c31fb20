/// The page /check: sends a text and shows the verdict on each sentence.
import { Archive, Fault } from './archive.js';
import { articleLine } from './citations.js';
import { h } from './elements.js';
import { Language } from './language.js';

const HERE = new URL('.', import.meta.url).href.replace(/\/$/, '');
/// For the lines of articles.
const CONTEXT = { base: HERE, language: new Language('en-GB') };

const archive = new Archive(HERE);
const form = document.getElementById('check');
const status = document.getElementById('status');
const sentences = document.getElementById('sentences');
let checking = false;

/// The sources by number: the parts of the field between empty lines.
function sources() {
  const parts = form.elements.sources.value.split(/\n\s*\n/).map((part) => part.trim());
  return parts.filter(Boolean).map((text, i) => ({ number: i + 1, text }));
}

function place(found) {
  const from = found.article ? articleLine(found.article, CONTEXT, found.link) : `Source ${found.source}`;
  return h('figure', {}, h('blockquote', { dir: 'auto' }, found.quote), h('figcaption', {}, from));
}

function verdict({ supported, reason, detail }) {
  if (supported) return h('p', { class: 'verdict' }, h('strong', {}, 'Supported'));
  return h('p', { class: 'verdict' }, h('strong', {}, 'Not supported'), ` (${reason}): `, h('bdi', {}, detail));
}

function sentence(checked) {
  const label = checked.supported ? 'Found in' : 'Nearest words';
  return h(
    'li',
    { class: checked.supported ? 'supported' : 'unsupported' },
    h('p', { class: 'sentence', dir: 'auto' }, checked.text),
    verdict(checked),
    checked.found.length > 0 && h('p', { class: 'label' }, label),
    checked.found.map(place),
  );
}

function show({ supported, of, statements }, isArchive) {
  const where = isArchive ? 'the archive' : 'the sources';
  status.textContent =
    of === 0 ? 'The text has no sentences to check.' : `${supported} of ${of} ${of === 1 ? 'sentence is' : 'sentences are'} supported by ${where}.`;
  sentences.replaceChildren(...statements.map(sentence));
}

function explain(fault) {
  if (!(fault instanceof Fault)) throw fault;
  if (fault.kind === 'lost') return 'The server cannot be reached. Try again.';
  return fault.problem.detail ?? 'The server failed to check the text. Try again.';
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (checking) return;
  const given = sources();
  status.textContent = 'Checking …';
  sentences.replaceChildren();
  checking = true;
  try {
    const checked = await archive.check({ text: form.elements.text.value, ...(given.length > 0 && { sources: given }) });
    show(checked, given.length === 0);
  } catch (fault) {
    status.textContent = explain(fault);
  } finally {
    checking = false;
  }
});
