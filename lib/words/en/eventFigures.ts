import type { FigureAnswer } from '../../api/events';
import { PRICE_FIELDS } from '../../domain/candle';
import type { Publisher } from '../../domain/events/event';
import { pairWords } from './market';
import { clock, count, rawPrice, signedPercent } from './numbers';
import { venueName } from './venues';

const PUBLISHERS: Readonly<Record<Publisher, string>> = {
  yanagihalab: 'yanagihalab/atom-flash-crash-research',
  'benson-sun': 'Benson Sun, as quoted in the press (second-hand)',
  jamster187: 'Jamster187/oct10-black-swan-analysis',
  daviesluo: 'daviesluo/daviesportfolios',
  quantlet: 'computed from QuantLet/onchain-insights',
  theglory: 'aaronwu2017/TheGlory, exhibit C-7',
  'binance-statement': 'Binance, statements of 11 and 12 October 2025',
  'binance-index-notice': 'Binance, notice of 6 October 2025',
  'binance-display-notice': 'Binance, notices',
  claimants: 'the claimants’ account',
  'public-candles': 'computed from public 1-minute candles',
  press: 'press (second-hand)',
};
export const publisherName = (publisher: Publisher): string => PUBLISHERS[publisher];

/** The table of published figures. */
export const figuresTable = {
  title: 'Published figures, and what is measured here',
  lead: 'In each market’s own quote. A figure matches where the measured one, rounded to the digits published, is the published one.',
  simulated:
    'The candles stored here are SIMULATED and were constructed to pass through published prices: a match confirms nothing.',
  label: 'Published figures and their publishers',
  what: 'What',
  published: 'Published',
  measured: 'Measured here',
  publisher: 'Publisher',
} as const;

const FIELDS = { open: 'O', high: 'H', low: 'L', close: 'C' } as const;

/** "Binance ATOM/USDT, 21:20", "Binance ATOM/USDT, lowest of the day". */
export function figureSubject(figure: FigureAnswer): string {
  const market = `${venueName(figure.venue)} ${pairWords(figure)}`;
  switch (figure.what) {
    case 'candle':
      return `${market}, ${clock(figure.minute)} UTC`;
    case 'low':
    case 'high':
      return `${market}, ${figure.what === 'low' ? 'lowest' : 'highest'}, ${spanWords(figure)}`;
    case 'closes-below':
      return `${market}, minutes closed below ${figure.level}, ${clock(figure.from)} to ${clock(figure.to)} UTC`;
    case 'deviation':
      return `${market}, deviation at ${clock(figure.minute)} UTC`;
  }
}

const spanWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  clock(from) === '00:00' && clock(to) === '00:00' ? 'of the day' : `${clock(from)} to ${clock(to)} UTC`;

/** `102000` as "102,000", `0.320` as "0.320", `81.11e6` as "81,110,000", `-82.34` as "−82.34". */
export function writtenDigits(digits: string): string {
  const [whole = '', decimals] = digits.includes('e') ? [String(Number(digits))] : digits.split('.');
  const grouped = count(Math.abs(Number(whole)));
  return `${digits.startsWith('-') ? '\u2212' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** What was published, with its unit where it is no price. */
export function publishedWords(figure: FigureAnswer): string {
  const about = figure.about ? 'about ' : '';
  switch (figure.what) {
    case 'candle':
      return (
        about +
        PRICE_FIELDS.flatMap((field) => {
          const price = figure.published[field];
          return price === undefined ? [] : [`${FIELDS[field]}\u00A0${writtenDigits(price)}`];
        }).join(' ')
      );
    case 'low':
    case 'high':
      return `${about}${writtenDigits(figure.published)}${figure.minute === null ? '' : ` at ${clock(figure.minute)}`}`;
    case 'closes-below':
      return `${about}${figure.published} min`;
    case 'deviation':
      return `${about}${writtenDigits(figure.published)} %`;
  }
}

const NOT_STORED = 'not stored here';

/** What is measured here; where not all minutes are stored, of how many it is. */
export function measuredWords(figure: FigureAnswer): string {
  if (figure.verdict === 'not-compared') return 'no reference in this minute';
  if (figure.measured === null) return NOT_STORED;
  switch (figure.what) {
    case 'candle': {
      const { measured } = figure;
      return PRICE_FIELDS.flatMap((field) => {
        const price = measured[field];
        return price === undefined ? [] : [`${FIELDS[field]}\u00A0${rawPrice(price)}`];
      }).join(' ');
    }
    case 'low':
    case 'high': {
      const at = figure.measuredMinute === null ? '' : ` at ${clock(figure.measuredMinute)}`;
      return `${rawPrice(figure.measured)}${at}${partly(figure)}`;
    }
    case 'closes-below':
      return `${count(figure.measured)} min${partly(figure)}`;
    case 'deviation':
      return signedPercent(figure.measured);
  }
}

const partly = ({ minutes, of }: { readonly minutes: number; readonly of: number }): string =>
  minutes < of ? ` (${count(minutes)} of ${count(of)} min with a candle)` : '';

/** Whether the two match; nothing of what is not stored. Simulated candles confirm nothing. */
export function verdictWords({ verdict }: Pick<FigureAnswer, 'verdict'>, simulated: boolean): string | undefined {
  if (verdict === 'not-stored' || verdict === 'not-compared') return undefined;
  const words = verdict === 'same' ? 'matches' : 'differs';
  return simulated ? `SIMULATED: ${words}` : words;
}

/** How many of the published figures were found again. */
export function figuresSentence(figures: readonly Pick<FigureAnswer, 'verdict'>[], simulated: boolean): string {
  if (figures.length === 0) return 'No single figure of this event is settled in public.';
  const of = (verdict: FigureAnswer['verdict']): number => figures.filter((one) => one.verdict === verdict).length;
  const [same, other] = [of('same'), of('other')];
  const missing = figures.length - same - other;
  const all = `${count(figures.length)} published ${figures.length === 1 ? 'figure' : 'figures'}`;
  if (missing === figures.length) return `${all}; none can be compared with stored candles.`;
  const candles = simulated ? 'SIMULATED candles' : 'stored candles';
  return `${all}: ${count(same)} ${same === 1 ? 'matches' : 'match'} ${candles}, ${count(other)} ${other === 1 ? 'differs' : 'differ'}, ${count(missing)} cannot be compared here.`;
}

const STATEMENTS: Readonly<Record<string, string>> = {
  'official-account':
    'Volatility from 20:50 to 22:00 UTC; technical glitches after 21:18; the market’s low at 21:20 to 21:21; severe depegs after 21:36; compensation for 21:36 to 22:16.',
  'compensation-rule':
    'The rule reported: for liquidations between 21:36 and 22:16 UTC, the price at 2025-10-11 00:00 UTC less the liquidation price.',
  'index-composition':
    'The index then: WBETH 20 % own spot and 80 % ratio times ETH; BNSOL 30 % and 70 %. Both were moved to the redemption ratio alone.',
  'display-klines':
    'Binance said it would correct the display of abnormal prices, the API not affected. A notice of 2020 did the same to a wick of 99,964.',
  'atom-inside-minute':
    'Inside the minute: two trades of ATOM/USDT at 0.001 at 21:20:37.689 UTC; back at 1 or more after 30 ms, at 2 after 1.4 s, at 2.5 after 377 s, at 3 after 1,571 s. Candles of a minute cannot show this.',
  'hundred-assets': 'More than 100 assets on Binance fell over 10 % below the second-lowest venue.',
  'offshore-lows': 'ATOM’s lows on other offshore venues quoting USDT: about 1.5 to 1.6.',
  'usdt-against-usd':
    'Lows quoted in USDT lay more than 50 % below those quoted in USD (ATOM 1.5 to 1.6 against 2.872 on Coinbase).',
  'orders-refused':
    'From 21:12 UTC orders were refused (−2010, −2022, −4118), from 21:15 with HTTP 503 and −1008; of more than 200 reduce-only attempts until 23:02 nearly all were. Orders are not market data.',
  arbitration: 'A claimant and Binance went to arbitration in 2026.',
  'no-settled-minute': 'Venues’ prices diverged during the crash. No single published minute is settled.',
  'within-a-minute': 'From 65,815 to 8,200 within a minute; the floor of other venues was about 64,200.',
  'usdc-as-unit': 'While Bybit’s BTC/USDC reached 23,800 at 07:09 UTC, BTC/USD closed at about 20,424.',
  'elsewhere-87000': 'BTC stood at about 87,000 elsewhere.',
  'fell-17': 'A fall of 17 % at about 19:30 KST, which is 10:30 UTC.',
  halted: 'Trading was halted from 19:35 to 19:40 KST, and 110 % compensation promised.',
};
/** A published statement. Throws on an id that has none. */
export function statementText(id: string): string {
  const text = STATEMENTS[id];
  if (text === undefined) throw new Error(`no words for the statement ${id}`);
  return text;
}

/** The list of statements. */
export const statementsList = {
  title: 'What was stated',
  lead: 'Statements that candles neither confirm nor contradict, with who made them.',
} as const;
