import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnalysisInput } from '../../analysis/types';
import { drawPicture } from '../../evidence/picture';
import { expectGolden } from '../../evidence/testing/golden';
import type { Asset } from '../../domain/market';
import { instant } from '../../domain/instant';
import { plus } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { referenceOf, type WrittenReference } from '../../domain/reference';
import { readPermalink } from '../../permalink/permalink';
import { viewPath } from '../../permalink/view';
import type { ViewAnswers } from '../views/answers';
import { pictureContent, pictureOf } from './picture';
import { answersOf, AROUND, book, btc, HOUR, NINE, quiet, WITH_DAY, type Said } from './testing/views';

const GOLDEN = join(import.meta.dirname, '..', '..', 'evidence', 'golden');
const WORST = plus(NINE, 20);

const drawn = (answers: ViewAnswers): string => drawPicture(pictureContent(answers, 'https://plumbline.example'));
const textOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text.replaceAll('\u00a0', ' ')).join(' ');

const question = (asset: string, reference: WrittenReference = 'others') => ({
  ...defaultQuestion(asset as Asset, HOUR),
  reference: referenceOf(reference),
});

/** ATOM on five venues, falling by a tenth over the hour; Binance to 0.001 at 21:20. */
const atom = (): AnalysisInput => {
  const price = (at: number): number => quiet(3.6 - 0.006 * at, at);
  const crashed = (at: number): Said =>
    at === 20 ? { low: 0.001, high: price(at), close: 1.997 } : at > 20 && at < 26 ? price(at) * 0.8 : price(at);
  return {
    question: question('ATOM'),
    markets: [
      book(['binance', 'ATOM/USDT'], AROUND, crashed),
      book(['bybit', 'ATOM/USDT', 'perp'], AROUND, (at) => price(at) * 0.99),
      book(['coinbase', 'ATOM/USD'], AROUND, price),
      book(['cryptocom', 'ATOM/USD'], AROUND, (at) => price(at) * 1.001),
      book(['kraken', 'ATOM/USD'], AROUND, (at) => (at === 31 ? 'no trade' : price(at))),
      book(['okx', 'ATOM/USDT'], AROUND, (at) => price(at) * 0.999),
    ],
    rateMarkets: btc(AROUND),
  };
};

/** Every way to be missing: never asked, no trade, too few others, no rate for won. */
const missing = (): AnalysisInput => ({
  question: question('ATOM'),
  markets: [
    book(['binance', 'ATOM/USD'], AROUND, (at) => (at >= 10 && at < 20 ? 'unasked' : quiet(3, at))),
    book(['coinbase', 'ATOM/USD'], AROUND, (at) => (at >= 30 && at < 40 ? 'no trade' : quiet(3, at))),
    book(['kraken', 'ATOM/USD'], AROUND, (at) => quiet(3, at)),
    book(['okx', 'ATOM/USD'], AROUND, (at) => quiet(3, at)),
    book(['upbit', 'ATOM/KRW'], AROUND, (at) => quiet(4_200, at)),
  ],
  rateMarkets: [],
});

/** Bybit's USDC book 4 % above the others at 21:20, and nobody who lends USDC a leg. */
const doubtful = (): AnalysisInput => ({
  question: question('ATOM'),
  markets: [
    book(['bybit', 'ATOM/USDC'], AROUND, (at) => quiet(at === 20 ? 3.12 : 3, at)),
    ...['coinbase', 'kraken', 'okx'].map((venue) => book([venue, 'ATOM/USD'], AROUND, (at) => quiet(3, at))),
  ],
  rateMarkets: [],
});

/** WBETH at 1.08 ETH on two venues, ETH on four others; Binance's WBETH to 430.65 at 21:20. */
const wbeth = (reference: WrittenReference): AnalysisInput => ({
  question: question('WBETH', reference),
  markets: [
    book(['binance', 'WBETH/USDT'], WITH_DAY, (at) =>
      at === 20 ? { low: 430.65, high: 4_100, close: 3_900 } : quiet(4_133, at),
    ),
    book(['bybit', 'WBETH/USDT'], WITH_DAY, (at) => quiet(4_133, at)),
  ],
  rateMarkets: btc(WITH_DAY),
  ...(reference === 'wrapped'
    ? {
        underlyingMarkets: ['binance', 'coinbase', 'cryptocom', 'kraken', 'okx'].map((venue) =>
          book([venue, 'ETH/USD'], WITH_DAY, (at) => quiet(4_133 / 1.08, at)),
        ),
      }
    : {}),
});

describe('the exported picture', () => {
  it.each([
    ['asset-window', () => answersOf(atom())],
    ['minute', () => answersOf(atom(), { marked: WORST })],
    ['simulated', () => answersOf(atom(), { simulated: true, marked: WORST })],
    ['missing', () => answersOf(missing())],
    ['within-rate', () => answersOf(doubtful())],
    ['wbeth-wrapped', () => answersOf(wbeth('wrapped'), { marked: WORST })],
  ] as const)('of %s', (name, answers) => {
    expectGolden(GOLDEN, name, drawn(answers()));
  });

  it('of WBETH names what it was compared with, in its sentence and its footer', () => {
    const text = textOf(drawn(answersOf(wbeth('wrapped'), { marked: WORST })));
    expect(text).toContain('below the median low of ETH on 4 other venues times the usual WBETH/ETH ratio');
    expect(text).toContain('second reference: the median of ETH on other venues, at least 3 of them,');
    expect(text).not.toContain('d alone');
  });

  it('of WBETH against one venue names the venue', () => {
    const text = textOf(drawn(answersOf(wbeth('venue:bybit'), { marked: WORST })));
    expect(text).toContain('89.58 % below the low on Bybit');
    expect(text).toContain('compared with one venue: Bybit');
  });

  it('leads to its view by its QR code: the short form of the address that it prints', () => {
    const answers = answersOf(atom(), { marked: WORST });
    const { footer } = pictureContent(answers, 'https://plumbline.example');
    expect(footer.qr).toMatch(/^https:\/\/plumbline\.example\/-\/[1-9A-Za-z]{10,40}$/);
    const read = readPermalink(footer.qr, HOUR);
    if (read.kind !== 'view') throw new Error(read.kind);
    expect(`https://plumbline.example${viewPath(read.written.view)}`).toBe(footer.permalink);
    expect(read.written.view).toEqual(answers.view);
  });

  it('says from which deviation on an episode is one, and as of when it was read', () => {
    const { footer } = pictureContent(answersOf(atom()), undefined);
    expect(footer.threshold.replace(/[\u00a0\u202f]/g, ' ')).toBe('2 %; an episode ends below 1 %');
    expect(footer.asOf).toBeUndefined();
    const input = atom();
    const then = { ...input, question: { ...input.question, asOf: instant(Date.UTC(2025, 10, 1, 8, 30)) } };
    expect(pictureContent(answersOf(then), undefined).footer.asOf).toBe('2025-11-01 08:30 UTC');
  });

  it('counts as its peers those of measured minutes alone', () => {
    expect(pictureContent(answersOf(atom()), undefined).footer.peers).toBe('3 to 5');
    expect(pictureContent(answersOf(missing()), undefined).footer.peers).toBe('3');
  });

  it('is named after its asset and minute, and says in its name that it is simulated', () => {
    expect(pictureOf(answersOf(atom(), { marked: WORST }), undefined).fileName).toBe(
      'plumbline-ATOM-2025-10-10T2120Z.png',
    );
    expect(pictureOf(answersOf(atom(), { simulated: true }), undefined).fileName).toBe(
      'SIMULATED-plumbline-ATOM-2025-10-10T2100Z.png',
    );
  });
});
