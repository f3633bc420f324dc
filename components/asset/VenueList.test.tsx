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
  expect(rows.map(({ covered: { venue: id }, inFront }) => [id, inFront])).toEqual([
    ['okx', true],
    ['binance', false],
    ['coinbase', false],
  ]);
  expect(html).toMatch(/aria-pressed="true" aria-label="Highlight OKX"/);
  expect(html).toMatch(/aria-pressed="false" aria-label="Highlight Binance"/);
  rows[1]?.onFocus();
  rows[0]?.onFocus();
  expect(asked.map(({ focus }) => focus)).toEqual(['binance', undefined]);
});

it('the venue that the window itself has in front is highlighted as well, and comes first', () => {
  const asked: View[] = [];
  const node = VenueList({ view: view(), venues, inFront: 'okx', onChange: (next) => asked.push(next) });
  const rows = elementsOf(node, VenueRow).map(({ props }) => props);
  expect(rows.map(({ covered: { venue: id }, inFront }) => [id, inFront])).toEqual([
    ['okx', true],
    ['binance', false],
    ['coinbase', false],
  ]);
  expect(renderToStaticMarkup(node)).toMatch(/aria-pressed="true" aria-label="Highlight OKX"/);
  rows[0]?.onFocus();
  expect(asked[0]?.focus).toBe('okx');
});

it('other venues are drawn as lines, sorted, as many as the reader asks for; the one highlighted has its own', () => {
  const { asked, rows, html } = drawn(view({ focus: venue('binance'), lines: [venue('okx')] }));
  expect(rows.map(({ isLine }) => isLine)).toEqual([false, false, true]);
  expect(html).toMatch(/aria-pressed="true" aria-label="Draw OKX as a line"/);
  expect(html).toMatch(/aria-label="Draw Binance as a line"[^>]* disabled=""/);
  rows[1]?.onLine(true);
  rows[2]?.onLine(false);
  expect(asked.map(({ lines }) => lines)).toEqual([['coinbase', 'okx'], []]);
});

it('a venue that is left out is no line any more', () => {
  const { asked, rows } = drawn(view({ lines: [venue('coinbase'), venue('okx')] }));
  rows[2]?.onToggle();
  expect(asked[0]?.lines).toEqual(['coinbase']);
});
