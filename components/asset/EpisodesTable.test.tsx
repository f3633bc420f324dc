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
/** Cells of the rows, a text each. */
const cells = (html: string): readonly string[] =>
  [...html.slice(html.indexOf('<tbody>')).matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) =>
    cell
      .replace(/<[^>]+>/g, '')
      .replaceAll('\u00A0', ' ')
      .trim(),
  );

describe('the table of episodes', () => {
  it('has a head for every cell of a row', () => {
    const html = drawn([episode()]);
    expect([...html.matchAll(/scope="col"/g)]).toHaveLength(cells(html).length);
  });

  it('has every figure of an episode', () => {
    expect(cells(drawn([episode()])).slice(0, 7)).toEqual([
      'Binance ATOM/USDT',
      'below',
      '−99.97 %',
      '2025-10-10 21:20',
      '0.001',
      '3.1',
      '−50.00 %',
    ]);
  });

  it('has words, not 0, where a figure is missing', () => {
    const holes = cells(
      drawn([episode({ recoveryMinutes: null, baseVolume: null, usdVolume: null, volumeShare: null })]),
    );
    expect(holes.filter((cell) => cell === 'unknown')).toHaveLength(3);
    expect(holes).toContain('not in this window');
  });

  it('leads to the minute of the peak within the same view', () => {
    expect(drawn([episode()])).toMatch(/href="\/ATOM\/2025-10-10T21:20Z\?v=2&amp;m=2&amp;/);
  });

  it.each([
    [true, 'No venue deviated that far in this window.'],
    [false, 'No deviation could be measured in this window.'],
  ])('without episodes, where anything was measured: %s', (measured, words) => {
    expect(drawn([], measured)).toContain(words);
  });
});
