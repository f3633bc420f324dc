import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { AssetLowsAnswer, ExtremeAnswer, LowsAnswer } from '@/lib/api/lows';
import { parseRange } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { AssetLows } from './AssetLows';
import { LowsForm } from './LowsForm';
import { VenueLows } from './VenueLows';

const extreme = (venue: string, price: number): ExtremeAnswer => ({
  venue,
  market: 'ATOM/USDT',
  minute: '2025-10-10T21:20Z',
  price,
  rateRule: 'legs',
  rateUncertainty: 0.001,
});
const atom: AssetLowsAnswer = {
  asset: 'ATOM',
  name: 'ATOM',
  digest: `sha256:${'0'.repeat(64)}`,
  ranked: true,
  lowest: { venue: 'binance', secondVenue: 'okx', gap: -0.9997, uncertainty: 0.002, wide: true },
  highest: null,
  lows: [extreme('binance', 0.001), extreme('okx', 3.1)],
  highs: [extreme('binance', 4), extreme('okx', 4)],
  unranked: [{ venue: 'kraken', why: 'not-fetched', minutes: 12 }],
};
const none = { assets: 0, share: 0, wide: 0 };
const answer: LowsAnswer = {
  method: 2,
  simulated: false,
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  currency: 'USD',
  asOf: null,
  leastVenues: 4,
  gap: 0.1,
  venues: [{ venue: 'binance', ranked: 38, lowest: { assets: 19, share: 0.5, wide: 7 }, highest: none }],
  assets: [atom],
  notes: [],
};
const asked = { range: promised(parseRange(answer.from, answer.to)), assets: undefined, asOf: undefined };
/** The cells of a screen: each has some that the other has not. */
const HIDDEN = {
  phone: /<(t[rhd]|span)\b[^>]* class="[^"]*\bmax-(?:md|lg|xl):hidden\b[^"]*"[^>]*>.*?<\/\1>/gs,
  wide: /<(t[rhd]|span)\b[^>]* class="(?:hidden\b|[^"]*(?<!max-)\b(?:lg|xl):hidden\b)[^"]*"[^>]*>.*?<\/\1>/gs,
} as const;
const cells = (screen: keyof typeof HIDDEN, drawn: string): readonly string[] =>
  cellsOf(drawn.replaceAll(HIDDEN[screen], ''));
const cellsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, inner = '']) => inner.replaceAll(/<[^>]*>/g, ''));

describe('who stood lowest', () => {
  it('venue by venue: in how many assets, their share, and by how wide a gap', () => {
    const html = renderToStaticMarkup(<VenueLows answer={answer} />);
    expect(cells('wide', html).slice(-8)).toEqual(['Binance', '38', '19', '50 %', '7', '0', '0 %', '0']);
    // On a phone each figure has a name: the two that matter over their columns, the others in a row that opens.
    expect(cells('phone', html)).toEqual([
      'Venue',
      'Lowest in',
      'Highest in',
      'Binance',
      '19',
      '0',
      'Assets ranked in38Lowest, share50 %Lowest by 10 % or more7Highest, share0 %Highest by 10 % or more0',
    ]);
    expect(html).toContain('at least four venues are known in every minute');
    expect(renderToStaticMarkup(<VenueLows answer={{ ...answer, venues: [] }} />)).toContain(
      'No asset could be ranked',
    );
  });

  it('venue by venue, those most often lowest first, of these those most often highest, then by name', () => {
    const often = (assets: number) => ({ assets, share: assets / 9, wide: 0 });
    const one = (venue: string, lowest: number, highest: number) => ({
      venue,
      ranked: 9,
      lowest: often(lowest),
      highest: often(highest),
    });
    const venues = [
      one('upbit', 1, 0),
      one('bitfinex', 0, 0),
      one('gate', 0, 1),
      one('kraken', 0, 1),
      one('mexc', 0, 3),
    ];
    const html = renderToStaticMarkup(<VenueLows answer={{ ...answer, venues }} />);
    const names = cells('wide', html).filter((text) => /^[A-Z][A-Za-z]+$/.test(text) && text !== 'Venue');
    expect(names).toEqual(['Upbit', 'MEXC', 'Gate', 'Kraken', 'Bitfinex']);
  });

  it('asset by asset: the lowest, the next, the gap and its uncertainty; why nobody is the highest, and who is not ranked', () => {
    const html = renderToStaticMarkup(<AssetLows answer={answer} asked={asked} />);
    expect(cells('wide', html).slice(-8)).toEqual([
      'ATOM',
      'Binance',
      '0.001',
      '21:20 2025-10-10',
      'OKX 3.1',
      '−99.97 %rates ± 0.20 %',
      'equal prices',
      'Kraken (12 min not fetched)',
    ]);
    expect(cells('phone', html)).toEqual([
      'Asset',
      'LowestMinute, UTC',
      'HighestMinute, UTC',
      'ATOM',
      'Binance 0.00121:20 2025-10-10Second-lowestOKX 3.1Gap−99.97 %rates ± 0.20 %',
      'equal prices',
      'Not rankedKraken (12 min not fetched)',
    ]);
    expect(html).toMatch(/href="\/ATOM\?v=3&amp;m=2&amp;from=2025-10-10T20:00Z/);
    expect(html).toMatch(/href="\/ATOM\/2025-10-10T21:20Z\?/);
  });

  it('a gap that is not 0 is never written as 0 beside a named venue', () => {
    const lowest = { venue: 'binance', secondVenue: 'okx', gap: -0.000045, uncertainty: 0, wide: false };
    const html = renderToStaticMarkup(
      <AssetLows answer={{ ...answer, assets: [{ ...atom, lowest }] }} asked={asked} />,
    );
    expect(cells('wide', html).at(-3)).toBe('−0.0045 %');
  });

  it('of which window and asset, as the address says; what is wrong stands beside', () => {
    const form = (fields: Readonly<Record<string, string>>, wrong?: Wrong): string =>
      renderToStaticMarkup(<LowsForm fields={fields} assets={['ATOM', 'WBETH']} wrong={wrong} />);
    const html = form({ from: '2025-10-10T20:00Z', assets: 'ATOM,WBETH', asOf: '2026-01-31T08:15Z' });
    expect(html).toContain('value="2025-10-10 20:00"');
    expect(html).toContain('<option value="ATOM,WBETH" selected="">ATOM,WBETH</option>');
    expect(html).toContain('<input type="hidden" name="asOf" value="2026-01-31T08:15Z"/>');
    expect(form({ from: 'x' }, { text: 'too long', fields: ['from'] })).toMatch(
      /aria-invalid="true" aria-describedby="lows-wrong" name="from".*aria-invalid="false" name="to".*<p id="lows-wrong" role="alert"/,
    );
  });
});
