import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { View } from '@/lib/permalink/view';
import { covered, venue, view } from '../testing/views';
import { VenueList, VenueRow } from './VenueList';
import { elementsOf } from '../testing/elements';

const venues = ['binance', 'coinbase', 'okx'].map((id) => covered(id));

function drawn(shown: View) {
  const asked: View[] = [];
  const node = VenueList({ view: shown, venues, onChange: (next) => asked.push(next) });
  return { asked, rows: elementsOf(node, VenueRow).map(({ props }) => props), html: renderToStaticMarkup(node) };
}

it('every venue takes part where the address names none; one can be left out', () => {
  const { asked, rows } = drawn(view());
  expect(rows.map(({ on }) => on)).toEqual([true, true, true]);
  rows[2]?.onToggle();
  expect(asked[0]?.question.venues).toEqual(['binance', 'coinbase']);
});

it('a venue comes back in its place', () => {
  const { asked, rows } = drawn(view({}, { venues: [venue('okx')] }));
  expect(rows.map(({ on, isLast }) => [on, isLast])).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
  rows[0]?.onToggle();
  expect(asked[0]?.question.venues).toEqual(['binance', 'okx']);
});

it('one venue is highlighted at a time, and says so', () => {
  const { asked, rows, html } = drawn(view({ focus: venue('okx') }));
  expect(rows.map(({ focused }) => focused)).toEqual([false, false, true]);
  expect(html).toMatch(/aria-pressed="true" aria-label="Highlight OKX"/);
  expect(html).toMatch(/aria-pressed="false" aria-label="Highlight Binance"/);
  rows[0]?.onFocus(venue('binance'));
  rows[2]?.onFocus(undefined);
  expect(asked.map(({ focus }) => focus)).toEqual(['binance', undefined]);
});
