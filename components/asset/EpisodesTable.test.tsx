import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { EpisodeAnswer } from '@/lib/api/deviations';
import { episode } from '@/lib/words/en/testing/deviations';
import { view } from '../testing/views';
import { EpisodesTable } from './EpisodesTable';

const drawn = (episodes: readonly EpisodeAnswer[], measured = true): string =>
  renderToStaticMarkup(
    <EpisodesTable episodes={episodes} enter={0.02} currency="USD" view={view()} measured={measured} />,
  );
const plain = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00A0', ' ')
    .trim();
/** Cells of the first row as it stands before it is opened, a text each. */
const cells = (html: string): readonly string[] =>
  [...(/<tbody><tr>(.*?)<\/tr>/.exec(html)?.[1] ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) =>
    plain(cell),
  );
/** What the row opened adds: each figure under its name. */
const opened = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<dt[^>]*>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name = '', value = '']) => [
      plain(name),
      plain(value),
    ]),
  );

describe('the table of episodes', () => {
  it('has a head for every cell of a row', () => {
    const html = drawn([episode()]);
    expect([...html.matchAll(/scope="col"/g)]).toHaveLength(cells(html).length);
  });

  it('shows where, how far, when, how long and how certain', () => {
    expect(cells(drawn([episode()]))).toEqual([
      'Binance ATOM/USDT',
      '−99.97 %± 0.04 %',
      '2025-10-10 21:20',
      '0.001',
      '3.1',
      '48 min',
      '20 min',
      '7 strong',
      'beyond the rate’s uncertainty',
    ]);
  });

  it('has every further figure in the row opened', () => {
    expect(opened(drawn([episode()]))).toMatchObject({ Side: 'below', 'Peak by close': '−50.00 %' });
    expect(Object.keys(opened(drawn([episode()])))).toEqual(
      expect.arrayContaining([
        ...['Outside all others', 'Start, UTC', 'End, UTC', 'Beyond, min', 'Closed beyond, min', 'Unknown, min'],
        ...['Area, %·min', 'Volume, base', 'Volume, USD', 'Share of volume', 'Fewest', 'Censored', 'ID'],
      ]),
    );
  });

  it('has words, not 0, where a figure is missing', () => {
    const html = drawn([episode({ recoveryMinutes: null, baseVolume: null, usdVolume: null, volumeShare: null })]);
    expect(opened(html)).toMatchObject({
      'Volume, base': 'unknown',
      'Volume, USD': 'unknown',
      'Share of volume': 'unknown',
    });
    expect(cells(html)).toContain('not in this window');
  });

  it('says in words how certain it is, and where the blocs stood', () => {
    const html = drawn([episode({ certainty: 'weak', uncertaintyAtPeak: null, blocs: { usd: 3.594, usdt: 1.6 } })]);
    expect(cells(html)[1]).toBe('−99.97 %unknown');
    expect(cells(html).at(-1)).toBe('beyond it, on a weak rateUSD books at 3.594 USD, USDT books at 1.6 USD');
  });

  it('sets apart, below, what lies within the rate’s uncertainty', () => {
    const html = drawn([episode({ id: 'deep' }), episode({ id: 'doubtful', certainty: 'within-rate' })]);
    const [above, below] = html.split('Within the rate’s uncertainty');
    expect(above).toContain('>deep<');
    expect(above).not.toContain('>doubtful<');
    expect(below).toContain('>doubtful<');
    expect(drawn([episode({ certainty: 'within-rate' })])).toContain(
      'None of the venues measured deviated that far beyond the uncertainty of its rates in this window.',
    );
    expect(drawn([episode()])).not.toContain('Within the rate’s uncertainty');
  });

  it('leads to the minute of the peak within the same view', () => {
    expect(drawn([episode()])).toMatch(/href="\/ATOM\/2025-10-10T21:20Z\?v=3&amp;m=2&amp;/);
  });

  it.each([
    [true, 'None of the venues measured deviated that far in this window.'],
    [false, 'No deviation could be measured in this window.'],
  ])('without episodes, where anything was measured: %s', (measured, words) => {
    expect(drawn([], measured)).toContain(words);
  });
});
