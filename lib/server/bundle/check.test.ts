import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, knownOf } from '../../analysis/analyse';
import { anyInput, MIXED, zoomed } from '../../analysis/testing/cases/input';
import { Met, situationsIn } from '../../analysis/testing/cases/situations';
import { bar, flat, marketOf, questionOf, type Slot } from '../../analysis/testing/markets';
import { readMethod } from '../../analysis/testing/reading/reading';
import type { ReadingInput } from '../../analysis/testing/reading/question';
import { marketAndSourceOf } from '../../domain/candleFile';
import { minuteRange, plus, type Minute } from '../../domain/minute';
import type { Reference } from '../../domain/question';
import { canonicalText, digestOfText, hashed } from '../../evidence/digest';
import { MISSING } from '../../domain/missing';
import { deviationsOf } from '../deviations/deviationsAnswer';
import { measuredMinute, minuteAnswerOf } from '../minutes/minute';
import { CandleTexts } from './candles';
import { figureFiles } from './figures';
import { bundledPairs } from './rates';
import { CHECK_SCRIPT } from './script/text';
import { checked, withManifest } from './testing/laidOut';

/** So many random views are computed again by the script, under each reference; half of them mark a minute. */
const CASES: Readonly<Record<Reference['kind'], number>> = {
  others: 6,
  all: 3,
  vwm: 3,
  venue: 2,
  peg: 2,
  wrapped: 3,
};
/** The same cases in every run. `SEED=… npm run unit` looks at others. */
const SEED = Number(process.env['SEED'] ?? 4);
const TIMEOUT_MS = 240_000;

/** What the cases have to meet: a figure that never comes is not compared. */
const TO_BE_MET = [
  ...['measured', 'not-fetched', 'no-trade', 'no-rate', 'too-few-peers', 'set-aside'],
  ...['none', 'usd', 'legs', 'thin', 'parity'].map((rule) => `rate ${rule}`),
  ...['a rate smoothed', 'alias', 'suspected-alias'].map((one) => (one.includes('alias') ? `left out: ${one}` : one)),
  ...['bloc USD', 'bloc USDT', 'asked in none', 'asset BTC', 'a book chosen', 'another source left out'],
  ...['certain', 'within', 'below', 'above', 'recovered', 'on a weak rate', 'an episode of unknown volume'],
];

/** Random candles were read from nothing. */
const NO_REPLIES = 'venue,base,quote,kind,source,from,to,received,sha256,kept,inWarc,reader,address\n';
const SIMULATED = { simulated: true } as const;

/** A book of what is wrapped that lends legs too has one set of candles, wherever it stands. */
function consistent(input: ReadingInput): ReadingInput {
  const { underlyingMarkets = [], rateMarkets } = input;
  const names = new Set(underlyingMarkets.map(marketAndSourceOf));
  return { ...input, rateMarkets: rateMarkets.filter((one) => !names.has(marketAndSourceOf(one))) };
}

/** The files of figures of a view of random markets, and of a minute of it. */
function filesOf(input: ReadingInput, minute: Minute | undefined): ReadonlyMap<string, string> {
  const { question } = input;
  const text = (of: ReadingInput): string => canonicalText(hashed(of));
  const digestText = text(input);
  const own = minute === undefined ? undefined : zoomed(input, minuteRange(minute, plus(minute, 1)));
  const minuteText = own === undefined ? undefined : text(own);
  const candles = new CandleTexts();
  const { markets, rateMarkets, underlyingMarkets = [] } = input;
  for (const columns of [...markets, ...underlyingMarkets, ...rateMarkets]) candles.take(columns);
  const files = figureFiles({
    answers: {
      view: { question, scale: 'auto', focus: undefined, lines: [], minute },
      window: deviationsOf(analyse(input), { ...SIMULATED, digest: digestOfText(digestText) }),
      minute:
        own === undefined
          ? undefined
          : minuteAnswerOf(measuredMinute(own.question, knownOf(own)), {
              ...SIMULATED,
              digest: digestOfText(minuteText ?? ''),
            }),
      digestText,
      lastModified: undefined,
      errata: [],
    },
    minuteDigestText: minuteText,
    candles,
    pairs: bundledPairs(question, [...markets, ...underlyingMarkets]),
    rates: knownOf(input).rates,
    origin: undefined,
  });
  return new Map([...files, ['provenance.csv', NO_REPLIES], ['check.mjs', CHECK_SCRIPT]]);
}

describe('the script of a bundle computes every figure again, and to the last bit the same', () => {
  const met = new Met();

  for (const kind of Object.keys(CASES) as readonly Reference['kind'][]) {
    it(`with reference ${kind}`, { timeout: TIMEOUT_MS }, () => {
      fc.assert(
        fc.property(
          anyInput({ kind, copies: true, quotes: MIXED }).map(consistent),
          fc.option(fc.nat(), { nil: undefined }),
          (input, place) => {
            const { from, to } = input.question.range;
            const minute = place === undefined ? undefined : plus(from, place % (to - from));
            met.add(situationsIn(readMethod(input)));
            const { status, lines, stderr } = checked(withManifest(filesOf(input, minute)));
            expect({ faults: lines.filter((line) => !line.startsWith('ok')), stderr }).toEqual({
              faults: ['Everything fits.'],
              stderr: '',
            });
            expect(status).toBe(0);
          },
        ),
        { numRuns: CASES[kind], seed: SEED, endOnFailure: true },
      );
    });
  }

  it('the cases above, taken together, meeting what is to be met', () => {
    expect(met.rare(TO_BE_MET, 1)).toStrictEqual([]);
  });
});

/** ATOM at 4 on five venues; on binance in USDT, where it strays for ten minutes, moves once at volume 0, and is silent for longer than an episode bears. */
function strayed(): ReadingInput {
  const minutes = 90;
  const steady = (price: number): Slot[] =>
    Array.from({ length: minutes }, (_, i) => flat(price * (1 + (i % 3) / 1000)));
  const binance = steady(4).map((slot, i): Slot => {
    if (i === 2) return bar(4, 4.1, 3.9, 4, 0);
    if (i >= 10 && i < 20) return bar(4, 4, 3 - i / 100, 3.5);
    return i >= 20 && i < 55 ? undefined : slot;
  });
  return {
    question: questionOf(minutes),
    markets: [
      marketOf('binance ATOM/USDT', binance),
      ...['coinbase', 'gemini', 'kraken', 'okx'].map((venue) => marketOf(`${venue} ATOM/USD`, steady(4))),
    ],
    rateMarkets: [
      ...['bitstamp', 'coinbase', 'kraken'].map((venue) => marketOf(`${venue} BTC/USD`, steady(100_000))),
      ...['bybit', 'gate', 'kraken', 'okx'].map((venue, i) => marketOf(`${venue} BTC/USDT`, steady(100_100 + 10 * i))),
    ],
  };
}

/** Faults of a script that are named one by one. */
const named = (lines: readonly string[]): string => lines.filter((line) => line.startsWith('        ')).join('\n');

describe('the script of a bundle', () => {
  const input = strayed();
  const files = filesOf(input, undefined);
  const changed = (name: string, to: (text: string) => string): ReturnType<typeof checked> => {
    const text = to(files.get(name) ?? '');
    expect(text).not.toBe(files.get(name));
    return checked(withManifest(new Map([...files, [name, text]])));
  };

  it('agrees on an episode that a silence closed, and on a minute whose prices moved at volume 0', () => {
    const { episodes, series } = analyse(input);
    expect(episodes.map(({ censored }) => censored)).toEqual(['gap']);
    expect(series[0]?.missing[2]).toBe(MISSING.indexOf('moved'));
    const { status, lines } = checked(withManifest(files));
    expect([status, lines.at(-1)]).toEqual([0, 'Everything fits.']);
    expect(lines.find((line) => line.includes('answer.json'))).toMatch(
      /^ok {4}answer\.json: 5 markets, 1 episode, the market's fall, [0-9,]+ figures computed again$/,
    );
  });

  it('names every figure of a row that is another', () => {
    const [head = '', ...rows] = (files.get('rows.csv') ?? '').split('\n');
    const columns = head.split(',');
    const place = rows.findIndex((row) => row.includes('2025-10-10T21:32Z'));
    const cells = (rows[place] ?? '').split(',');
    const numbers = columns.filter((_, i) => cells[i] !== '' && Number.isFinite(Number(cells[i])));
    expect(numbers).toHaveLength(17);
    const row = cells
      .map((cell, i) => (numbers.includes(columns[i] ?? '') ? String(Number(cell) + 1e-9) : cell))
      .join(',');
    const { status, lines } = changed('rows.csv', (text) => text.replace(rows[place] ?? '', row));
    expect(status).toBe(1);
    for (const column of numbers)
      expect(named(lines)).toContain(`rows.csv binance ATOM/USDT spot 2025-10-10T21:32Z ${column}: `);
    expect(lines.at(-1)).toBe('17 faults.');
  });

  it('names every figure of an episode that is another, by one unit of its last place', () => {
    const answer = JSON.parse(files.get('answer.json') ?? '') as { episodes: Record<string, unknown>[] };
    const [episode = {}] = answer.episodes;
    const fields = Object.keys(episode).filter((field) => typeof episode[field] === 'number');
    expect(fields.length).toBeGreaterThan(14);
    const next = (value: number): number => value * (1 + Number.EPSILON * 2) + (value === 0 ? 1 : 0);
    for (const field of fields) episode[field] = next(episode[field] as number);
    const { lines } = changed('answer.json', () => JSON.stringify(answer));
    for (const field of fields) expect(named(lines)).toContain(`${String(episode['id'])} ${field}: `);
    expect(lines.at(-1)).toBe(`${String(fields.length)} faults.`);
  });

  it.each<readonly [string, string, (text: string) => string, RegExp]>([
    [
      'a rate',
      'rates.csv',
      (text) => text.replace(/,0\.99\d+,/, ',0.9,'),
      /rates\.csv binance USDT 2025-10-10T21:20Z rate: 0\.9; computed: 0\.99/,
    ],
    [
      'a leg',
      'rates.csv',
      (text) => text.replace('bybit BTC/USDT 0.', 'bybit BTC/USDT 1.'),
      /rates\.csv binance USDT 2025-10-10T21:20Z each .*bybit/,
    ],
    [
      'a candle',
      'candles.csv',
      (text) => text.replace('2025-10-10T21:31Z,4,4,2.89,', '2025-10-10T21:31Z,4,4,2.79,'),
      /binance ATOM\/USDT spot rest: its candles do not have the hash/,
    ],
    [
      'a candle of a book that lends a leg',
      'candles.csv',
      (text) => text.replace(/(okx,BTC,USDT.*21:25Z,)/, '$11'),
      /okx BTC\/USDT spot rest: its candles do not have the hash/,
    ],
    [
      'the market’s fall',
      'answer.json',
      (text) => text.replace(/"market":\{"fall":[^}]*\}/, '"market":{"fall":-0.5}'),
      /market fall: -0\.5; computed: /,
    ],
    [
      'a count of minutes',
      'answer.json',
      (text) => text.replace('"moved":1', '"moved":0'),
      /markets binance ATOM\/USDT spot rest moved: 0; computed: 1/,
    ],
    [
      'why a minute is missing',
      'rows.csv',
      (text) => text.replace(',moved,', ',no-trade,'),
      /2025-10-10T21:22Z missing: "no-trade"; computed: "moved"/,
    ],
    [
      'a threshold',
      'parameters.json',
      (text) => text.replace('"enter": 0.02', '"enter": 0.2'),
      /the digest's text does not say "enter 0\.2"/,
    ],
    [
      'what a quote is taken for',
      'parameters.json',
      (text) => text.replace('"stable USD"', '"plain"'),
      /the digest's text does not say "nature USDT plain"/,
    ],
    [
      'a book',
      'parameters.json',
      (text) =>
        text.replace('"venue": "okx",\n      "market": "ATOM/USD"', '"venue": "okx",\n      "market": "ATOM/EUR"'),
      /parameters\.json does not name "market okx ATOM\/USD/,
    ],
    [
      'a field that nothing computes',
      'answer.json',
      (text) => text.replace('"asset":', '"fair":1,"asset":'),
      /fair: nothing like it is computed/,
    ],
    [
      'a row more',
      'rows.csv',
      (text) => `${text}${text.split('\n')[1] ?? ''}\n`,
      /rows\.csv has 451 rows; computed: 450/,
    ],
  ])('names %s that is another', (_, name, to, fault) => {
    const { status, lines } = changed(name, to);
    expect(status).toBe(1);
    expect(named(lines)).toMatch(fault);
  });

  it('says which file is not that of the manifest, and which is missing', () => {
    const whole = new Map(withManifest(files));
    whole.set('rows.csv', 'asset\n');
    whole.delete('rates.csv');
    const { status, lines } = checked(whole);
    expect(status).toBe(1);
    expect(named(lines)).toMatch(/rows\.csv is not the file of the manifest\n(.*\n)*.*rates\.csv/);
  });

  it('is the text of its file: `npm run embed` writes it', () => {
    expect(CHECK_SCRIPT).toBe(readFileSync(join(import.meta.dirname, 'script', 'check.mjs'), 'utf8'));
  });
});
