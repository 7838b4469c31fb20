/// The numbers of articles by year, month or publisher, as a table with bars. A screen reader reads the numbers.
import { h } from './elements.js';

/// The chart of the figures of a reply; empty without figures, and for a single group.
export function chart(count, language) {
  const groups = count?.groups.groups ?? [];
  if (groups.length < 2) return [];
  const most = Math.max(...groups.map(({ articles }) => articles));
  const rows = groups.map(({ key, articles }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row', dir: 'auto' }, key ?? '?'),
      h('td', { class: 'bar', 'aria-hidden': 'true' }, h('meter', { max: most, value: articles })),
      h('td', {}, String(articles)),
    ),
  );
  return [h('table', { class: 'chart' }, h('caption', { class: 'label' }, language.text('chart')), h('tbody', {}, rows))];
}
