import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MinuteVenue } from '@/lib/api/minute';
import { methodExample, venueAt } from '@/lib/api/testing/methodExample';
import { MinuteTable } from './MinuteTable';

const drawn = (venues: MinuteVenue[]): string =>
  renderToStaticMarkup(<MinuteTable answer={{ ...methodExample.minute, venues }} level={0.02} />).replaceAll(
    '\u00a0',
    ' ',
  );
const leg = { pair: 'BTC/USDC', close: 1, over: null, value: 0.894, isDropped: false };

describe('the tables of a minute', () => {
  it('show each venue’s rate with what it leaves unknown, its rule, and its legs with their venues', () => {
    const html = drawn([
      venueAt('bybit', 3.6, {
        rate: {
          rule: 'legs',
          value: 0.8939,
          uncertainty: 0.0461,
          legs: [
            { ...leg, venue: 'binanceus', base: 'BTC' },
            { ...leg, venue: 'kraken', base: null },
          ],
        },
        uncertainty: 0.0461,
      }),
    ]);
    expect(html).toContain('0.8939 ± 4.61 %');
    expect(html).toContain('>from legs<');
    expect(html).toContain('>2 legs of 2 venues</summary>');
    expect(html).toContain('>Binance.US BTC; Kraken direct<');
    expect(html).toContain('± 4.61 %</td>');
  });

  it('mark a deviation on a weak rate, and say that an uncertainty is unknown', () => {
    const html = drawn([venueAt('gate', 3.6, { uncertainty: null, weak: true })]);
    expect(html).toContain('unknown');
    expect(html).toContain('weak rate');
  });

  it('show the prices that moved at volume 0, and say so, and no deviation', () => {
    const html = drawn([
      venueAt('bitfinex', null, {
        missing: 'moved',
        raw: { open: 2, high: 2.01, low: 0.9, close: 2 },
        baseVolume: 0,
        quoteVolume: null,
        trades: null,
      }),
    ]);
    expect(html).toContain('>0.9</td>');
    expect(html).toContain('>volume 0, prices moved</span></td>');
    expect(html).not.toContain('no trade');
  });

  it('say of a traded minute without any volume that it is unknown, never 0', () => {
    const html = drawn([venueAt('gate', 3.6, { baseVolume: null, quoteVolume: null, trades: null })]);
    // Each stands in the row, and once more in the row that a phone opens.
    expect(html.match(/<span class="hole">unknown<\/span>/g)).toHaveLength(2 * 3);
    const markup = drawn([venueAt('gate', 3.6, { baseVolume: 5, quoteVolume: null, trades: null })]);
    expect(markup.match(/<span class="hole">not provided<\/span>/g)).toHaveLength(2 * 2);
  });

  it('say of a minute that was set aside that it was', () => {
    const html = drawn([
      venueAt('okx', null, {
        missing: 'set-aside',
        raw: { open: null, high: null, low: null, close: null },
        baseVolume: null,
        quoteVolume: null,
        trades: null,
      }),
    ]);
    expect(html).toContain('set aside');
    expect(html).not.toContain('not fetched');
  });

  it('have a head for every cell of a row', () => {
    const html = drawn([venueAt('gate', 3.6)]);
    const cells = html
      .split('<tbody>')
      .slice(1)
      .map((body) => body.split('</tr>')[0] ?? '');
    const heads = html
      .split('<thead>')
      .slice(1)
      .map((head) => head.split('</thead>')[0] ?? '');
    expect(cells.map((row) => row.match(/<t[dh][ >]/g)?.length)).toEqual(
      heads.map((row) => row.match(/<th[ >]/g)?.length),
    );
  });
});
