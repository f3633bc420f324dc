import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MethodExample, SecondReference } from '@/lib/api/method';
import { methodExample, pegExample, wrappedExample } from '@/lib/api/testing/methodExample';
import { ruleWords } from '@/lib/words/rates';
import { InterpretationsChapter } from './closing/InterpretationsChapter';
import { LimitsChapter } from './closing/LimitsChapter';
import { VersionsChapter } from './closing/VersionsChapter';
import { Contents } from './Contents';
import { ControlChapter } from './control/ControlChapter';
import { CurrencyChapter } from './currency/CurrencyChapter';
import { DeviationChapter } from './deviation/DeviationChapter';
import { EpisodesChapter } from './episodes/EpisodesChapter';
import { ItselfChapter } from './itself/ItselfChapter';
import { OrderChapter } from './order/OrderChapter';
import { ReferenceChapter } from './reference/ReferenceChapter';
import { ReproducibleChapter } from './reproducible/ReproducibleChapter';
import { TermsChapter } from './terms/TermsChapter';
import { UnusualChapter } from './unusual/UnusualChapter';
import { WrappedChapter } from './wrapped/WrappedChapter';

const WORKED = {
  terms: TermsChapter,
  currency: CurrencyChapter,
  reference: ReferenceChapter,
  deviation: DeviationChapter,
  episodes: EpisodesChapter,
  control: ControlChapter,
  unusual: UnusualChapter,
  order: OrderChapter,
  reproducible: ReproducibleChapter,
} as const;
type Worked = keyof typeof WORKED;
const chapters = Object.keys(WORKED) as readonly Worked[];

function html(chapter: Worked, example: MethodExample | null): string {
  const Chapter = WORKED[chapter];
  return renderToStaticMarkup(<Chapter example={example} simulated />);
}
const wrapped = (second: readonly SecondReference[]): string =>
  renderToStaticMarkup(<WrappedChapter second={second} simulated />);
/** The text of a piece of markup, an element's text set apart from the next one's by a bar. */
const read = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')
    .replaceAll('\u00A0', ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&gt;', '>');
/** The numbers in full behind the figures. */
const carried = (markup: string): readonly string[] =>
  [...markup.matchAll(/<data value="([^"]*)"/g)].map(([, v]) => v ?? '');

describe('a chapter with a worked example', () => {
  it.each(chapters)('on %s has a formula, a reason and an example stamped as simulated', (chapter) => {
    const markup = html(chapter, methodExample);
    expect(markup).toContain('aria-label="Formula: ');
    expect(read(markup)).toContain('|Why|');
    expect(read(markup)).toMatch(/\|Worked example\| \|ATOM, .*?\|SIMULATED\|/);
    expect(markup).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(chapters)('on %s says that there is no example where no candles are stored', (chapter) => {
    expect(read(html(chapter, null))).toContain('|There are no stored candles yet, so this rule has no example.');
  });

  it.each(chapters)('on %s names venues as they name themselves', (chapter) => {
    expect(read(html(chapter, methodExample))).not.toMatch(/\b(binance|okx|kraken|coinbase|bybit)\b/);
  });
});

describe('what the examples show', () => {
  it('marks the middle of the peers, and carries every figure in full', () => {
    const markup = html('reference', methodExample);
    const ladder = /<ol aria-label="Peers of Binance by low, ascending".*?<\/ol>/s.exec(markup)?.[0] ?? '';
    expect(carried(ladder)).toEqual(['3.58', '3.59', '3.61', '3.62']);
    expect(ladder.match(/data-middle=""/g)).toHaveLength(2);
    expect(read(ladder)).toContain('|Bybit| |3.59000|, in the middle|');
    expect(read(markup)).toContain('The reference low of Binance is the mean of the middle two of 4: |3.6| USD.');
  });

  it('says why a venue has no figure', () => {
    expect(read(html('reference', methodExample))).toMatch(/\|Gate\|ATOM\/USDT\|REST klines\|no trade\|no rate\|/);
  });

  it('gives no reference where no market can be measured, and shows the candles all the same', () => {
    const venues = methodExample.minute.venues.map((one) => ({ ...one, missing: 'too-few-peers' as const }));
    const text = read(
      html('reference', { ...methodExample, focus: null, minute: { ...methodExample.minute, venues } }),
    );
    expect(text).toContain('No market can be measured in this minute: too few peers (Binance, OKX, ');
    expect(text).toContain('|OKX|ATOM/USDT|');
  });

  it('divides each price by its own reference', () => {
    expect(carried(html('deviation', methodExample))).toEqual(
      [0.001, 3.6, -0.99972, 3.7, 3.65, 0.0137, 3.5, 3.62, -0.0331, 0.001, 3.58, -0.99971].map(String),
    );
  });

  it('shows each leg as the division it is, the median in the middle of those that take part, and the far one as dropped', () => {
    const markup = html('currency', methodExample);
    const text = read(markup);
    expect(text).toContain('|Kraken|USDT/USD|direct|1.0008|1.000800|yes|');
    expect(text).toContain('|OKX|BTC/USDT|110,120|110,010|1.001000|yes, in the middle|');
    expect(text).toContain('|Gate|BTC/USDT|110,120|27,530|4.000000|no: too far from the others|');
    expect(text).toContain('|21:20|3|3|1.001000|0.06 %|');
    expect(text).toContain('|21:21|0|0|no leg|no leg|');
    expect(carried(markup)).toContain('27530');
  });

  it('says where no leg was given', () => {
    const rate = methodExample.rate === null ? null : { ...methodExample.rate, legs: [] };
    expect(read(html('currency', { ...methodExample, rate }))).toContain('|No venue but Binance gave a leg of USDT');
  });

  it('lists what takes no part that day, or that all do', () => {
    expect(read(html('currency', methodExample))).toContain('|Coinbase|ATOM/USDC|second name of ATOM/USD|');
    expect(read(html('currency', { ...methodExample, leftOut: [] }))).toContain(
      '|On the day of this example no stored',
    );
  });

  it('shows the books of a day, and which of them stands for its venue', () => {
    expect(read(html('reference', methodExample))).toContain('|ATOM/USDT|2,500,000|1,440|1,438 (99.86 %)|yes|');
    expect(read(html('reference', { ...methodExample, choice: null }))).toContain('|In this example no venue has more');
  });

  it('takes the uncertainty of a deviation apart, peer by peer', () => {
    const text = read(html('episodes', methodExample));
    expect(text).toContain(`|OKX|ATOM/USDT|${ruleWords('legs')}|1.001000|0.07 %|distance of the rates|0.00 %|`);
    expect(text).toContain(`|Kraken|ATOM/USD|${ruleWords('usd')}|1|0.00 %|sum of both uncertainties|0.08 %|`);
    expect(text).toContain('The median of 4 is |0.05 %|. It rests on no weak rate');
    expect(read(html('episodes', { ...methodExample, doubt: null }))).toContain('so there is no deviation.');
  });

  it('lists the lowest of all, the gap, and who is not ranked', () => {
    const text = read(html('control', methodExample));
    expect(text).toContain(`|Binance|ATOM/USDT|0.00100|2025-10-10 21:20|${ruleWords('legs')}|0.08 %|`);
    expect(text).toContain('Not ranked: Gate (not fetched, 12 min) and Upbit');
    const none = { ...methodExample.lows, gap: null, isRanked: false, lows: [] };
    expect(read(html('control', { ...methodExample, lows: none }))).toContain('nobody is called the lowest.');
  });

  it('needs no rate where every market is quoted in USD', () => {
    expect(read(html('currency', { ...methodExample, rate: null }))).toContain('By rule 1 the rate is 1');
  });

  it('walks through an episode minute by minute', () => {
    const text = read(html('episodes', methodExample));
    expect(text).toContain('|21:19|−3.00 %|−3.00 %|entry: at or beyond 2 %|3|');
    expect(text).toContain('|21:20|−99.97 %|−3.31 %|at or beyond 2 %; peak|6.3|');
    expect(text).toContain('|21:21|no trade|no trade|unknown: no trade|6.3|');
    expect(text).toContain('|21:22|0.00 %|0.00 %|within 1 %, 1 of 3|outside the episode|');
  });

  it('has no episode, peak or fall where there is none, and says so', () => {
    const without = { ...methodExample, walks: [], control: { ...methodExample.control, fall: null } };
    expect(read(html('episodes', without))).toContain('no venue deviated by 2 % or more');
    expect(read(html('episodes', { ...without, measuredMinutes: 0 }))).toContain('no minute could be measured');
    expect(read(html('unusual', without))).toContain('There is no episode here');
    expect(read(html('unusual', { ...methodExample, unusual: null }))).toContain('No baseline: ');
    expect(read(html('control', without))).toContain('the market’s fall is unknown.');
  });

  it('says "never" only of a market that was measured', () => {
    const text = read(html('order', methodExample));
    expect(text).toContain('|Binance|ATOM/USDT|21:12|never|21:10|never|21:22|');
    expect(text).toContain('|Gate|ATOM/USDT|not measured|not measured|no price|no price|not measured|');
  });

  it('tells a venue’s perpetual from its spot market', () => {
    const [spot] = methodExample.control.falls;
    const falls = spot === undefined ? [] : [spot, { ...spot, kind: 'perp' as const, fall: -0.5, excess: -0.25 }];
    const markup = html('control', { ...methodExample, control: { ...methodExample.control, falls } });
    expect(read(markup)).toContain('|Binance|ATOM/USDT|−99.97 %|−25.00 %|−74.97 points|');
    expect(read(markup)).toContain('|Binance|ATOM/USDT perpetual|−50.00 %|−25.00 %|−25.00 points|');
    expect(/<table.*?<\/table>/s.exec(markup)?.[0].match(/class="is-focus"/g)).toHaveLength(1);
  });

  it('computes a wrapped asset’s reference from its underlying, and names what a peg lacks', () => {
    const text = read(wrapped([wrappedExample, pegExample]));
    expect(text).toContain('|WBETH, 2025-10-10 20:00 to 2025-10-11 00:00 UTC, against ETH × ratio|');
    expect(text).toContain('|Its reference: ETH low |3,471| × |1.078000| = |3,741.74| USD, from 4 peers|');
    expect(text).toContain('|Bybit|WBETH/USDT|2025-10-10|12|too few minutes|');
    expect(text).toContain('against 1 USD|');
    expect(text).toContain('|None of the venues measured deviated from this reference by 1 % or more.|');
    expect(read(wrapped([]))).toContain('There are no stored candles of a wrapped or pegged asset');
  });
});

it('lists every chapter in the contents, by its anchor', () => {
  const contents = renderToStaticMarkup(<Contents />);
  const page =
    chapters.map((one) => html(one, null)).join('') +
    wrapped([]) +
    [ItselfChapter, LimitsChapter, InterpretationsChapter, VersionsChapter]
      .map((One) => renderToStaticMarkup(<One />))
      .join('');
  const anchors = [...contents.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(anchors).toHaveLength(14);
  expect(anchors.filter((id) => !page.includes(`<section id="${id}"`))).toEqual([]);
});
