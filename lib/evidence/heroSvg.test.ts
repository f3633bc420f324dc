import { describe, expect, it } from 'vitest';
import { answerOf, calm, seriesOf, type Row } from '../charts/testing/answer';
import { heroSvg } from './heroSvg';

const FROM = '2025-10-10T20:00Z';
const wick: Row = { low: 1, high: 4, close: 4, reference: 4 };
const rows = Array.from({ length: 60 }, (_, i) => (i === 20 ? wick : calm(4)));
const answer = answerOf(FROM, [
  seriesOf('binance', FROM, rows),
  seriesOf(
    'okx',
    FROM,
    Array.from({ length: 60 }, () => calm(4.2)),
  ),
]);
const hero = (simulated: boolean): string =>
  heroSvg({ answer: { ...answer, simulated }, width: 800, height: 400, scale: 'linear', focus: 'binance' }, 'one');

describe('the hero chart', () => {
  it('is the pane of prices alone, with the venue in question drawn down to its low', () => {
    const svg = hero(false);
    expect(svg).toContain('Binance');
    // The axis runs from 0 to 4.2 and a little, so a low of 1 lies in the lower third of 366 pixels under 8.
    const depths = [...svg.matchAll(/(?:V|[ML][\d.]+ )([\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.max(...depths.filter((y) => y < 373))).toBeGreaterThan(8 + (366 * 2) / 3);
    // Times stand under it, and no row of a strip.
    expect(svg).toContain('20:30');
    expect(svg).not.toContain('Furthest deviation');
  });

  it('bears the stamp of simulated prices, and none of real ones', () => {
    expect(hero(true)).toContain('SIMULATED');
    expect(hero(false)).not.toContain('SIMULATED');
  });

  it('is one drawing for both themes, each with the colours of its own', () => {
    const svg = hero(false);
    // The look of Binance, light and dark.
    expect(svg).toMatch(/#one\{[^}]*#cc4100[^}]*\}@media screen\{\.dark #one\{[^}]*#ff7a2e/);
    expect(svg).toMatch(/stroke="var\(--one-\d+\)"/);
    expect(svg).not.toMatch(/(stroke|fill)="#cc4100"/);
  });

  it('is the same text whenever it is drawn', () => {
    expect(hero(true)).toBe(hero(true));
  });
});
