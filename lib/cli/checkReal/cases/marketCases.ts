import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviationsAnswer } from '../../../api/deviations';
import { nameOf, type Asset, type Market, type Venue } from '../../../domain/market';
import { importFile, type ImportReport } from '../../../ingest/files/importFile';
import type { Context } from '../../../server/context';
import { deviations } from '../../../server/deviations/deviations';
import { ledgerOf } from '../../../store/ledger/ledger';
import { pricesAlike, rawPrice } from '../../../words/en/numbers';
import { questionOf } from '../../reading/question';
import type { Check } from '../check';

// Files of the folder that only show what is right when they are compared with one another.

const spot = (venue: string, base: string, quote: string): Market => ({
  venue: venue as Venue,
  base: base as Asset,
  quote,
  kind: 'spot',
});

const ZERO_VOLUME = ['bitfinex', 'bitstamp', 'coinbase', 'gemini', 'kraken'];
const NEIRO = ['binance', 'bybit', 'gate', 'kucoin', 'okx'];
const TINY = ['binance', 'bybit', 'gate', 'okx'];
const TINY_ASSETS = [
  ['13-SHIB', 'SHIB'],
  ['11-ZZTINY', 'ZZTINY'],
] as const;
/** Venue, base, quote. */
const M1: readonly (readonly [venue: string, base: string, quote: string])[] = [
  ...['bitstamp', 'coinbase', 'gemini'].flatMap((venue) =>
    ['BTC', 'LINK'].map((base) => [venue, base, 'USD'] as const),
  ),
  ['bybit', 'BTC', 'USDC'],
  ['kraken', 'BTC', 'USDC'],
  ['kraken', 'LINK', 'USDC'],
];

/** Every file that is read here. */
export const MARKET_FILES: readonly string[] = [
  'a-with-quote.csv',
  'b-without-quote.csv',
  ...ZERO_VOLUME.map((venue) => `14-zerovol-${venue}.csv`),
  ...NEIRO.map((venue) => `10-neiro-${venue}.csv`),
  ...TINY_ASSETS.flatMap(([prefix]) => TINY.map((venue) => `${prefix}-${venue}.csv`)),
  ...M1.map((parts) => `m1-${parts.join('-')}.csv`),
];

async function imported(context: Context, path: string, market: Market): Promise<ImportReport> {
  const report = await importFile(path, { market, source: 'file', ledger: ledgerOf(context.database), now: Date.now });
  if (!report.ok) throw new Error(`${nameOf(market)}: ${report.error}`);
  return report.value;
}

async function analysed(context: Context, asset: string, from: string, to: string): Promise<DeviationsAnswer> {
  const outcome = await deviations(
    context,
    questionOf(asset, { from: `2025-10-10T${from}Z`, to: `2025-10-10T${to}Z` }),
  );
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** A file that says less than one before it: what it does not say is no other answer. */
async function saysLess(context: Context, folder: string): Promise<readonly Check[]> {
  const market = spot('bitstamp', 'FIL', 'USD');
  const first = await imported(context, join(folder, 'a-with-quote.csv'), market);
  const second = await imported(context, join(folder, 'b-without-quote.csv'), market);
  const { rows } = await context.database.pool.query<{ quote_volume: number; trades: number }>(
    "SELECT quote_volume, trades FROM candles('bitstamp', 'FIL/USD', '2025-10-10T21:20Z'::timestamptz, '2025-10-10T21:22Z'::timestamptz)",
  );
  const counted = ({ added, unchanged, revised }: ImportReport): string =>
    `${String(added)} new, ${String(unchanged)} known, ${String(revised)} differ`;
  return [
    {
      name: 'a-with-quote.csv, then b-without-quote.csv, which says less: no revision, nothing forgotten',
      wanted: '2 new, 0 known, 0 differ; 0 new, 2 known, 0 differ; 351.2 12, 175.4 7',
      found: `${counted(first)}; ${counted(second)}; ${rows.map(({ quote_volume, trades }) => `${String(quote_volume)} ${String(trades)}`).join(', ')}`,
    },
  ];
}

/** Five minutes of volume 0 whose prices moved: low 0.9 against 1.99. */
async function zeroVolume(context: Context, folder: string): Promise<readonly Check[]> {
  const reports = new Map<string, ImportReport>();
  for (const venue of ZERO_VOLUME)
    reports.set(venue, await imported(context, join(folder, `14-zerovol-${venue}.csv`), spot(venue, 'ATOM', 'USD')));
  const answer = await analysed(context, 'ATOM', '21:20', '21:50');
  const series = answer.series.find(({ venue }) => venue === 'bitfinex');
  const why = series?.minutes.flatMap((minute, i) =>
    series.missing[i] === null ? [] : [`${minute.slice(11, 16)} ${String(series.missing[i])}`],
  );
  return [
    {
      name: '14-zerovol: the five minutes of bitfinex whose prices moved without volume',
      wanted: '21:30 moved, 21:31 moved, 21:32 moved, 21:33 moved, 21:34 moved',
      found: why?.join(', ') ?? 'no series of bitfinex',
    },
    {
      name: '14-zerovol: the summary names them',
      wanted: 'volume 0, prices moved',
      found:
        /volume 0, prices moved/.exec(reports.get('bitfinex')?.summary ?? '')?.[0] ??
        String(reports.get('bitfinex')?.summary),
    },
  ];
}

const HOUR_SECONDS = 3_600;
/** A namesake needs 240 common minutes of a UTC day (method, section 2); the files hold 60. */
const HOURS = 4;

/** A file's rows once more for each of the hours before it. */
function repeated(path: string): string {
  const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const hours = Array.from({ length: HOURS }, (_, i) => (HOURS - 1 - i) * HOUR_SECONDS);
  return [
    header,
    ...hours.flatMap((earlier) =>
      rows.map((row) => {
        const comma = row.indexOf(',');
        return `${String(Number(row.slice(0, comma)) - earlier)}${row.slice(comma)}`;
      }),
    ),
  ].join('\n');
}

/** Bybit's NEIRO is another coin: 0.02965 against 0.0002666 of the four others. */
async function namesake(context: Context, folder: string): Promise<readonly Check[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'plumbline-cases-'));
  try {
    for (const venue of NEIRO) {
      const path = join(scratch, `${venue}.csv`);
      writeFileSync(path, repeated(join(folder, `10-neiro-${venue}.csv`)));
      await imported(context, path, spot(venue, 'NEIRO', 'USDT'));
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  const { leftOut, episodes, series } = await analysed(context, 'NEIRO', '18:20', '22:20');
  return [
    {
      name: '10-neiro, its hour four times over: who takes no part, why, and by which factor; episodes; who takes part',
      // 0.02965 ÷ 0.0002666 = 111.2
      wanted: 'bybit suspected namesake 111; 0; binance, gate, kucoin, okx',
      found: `${leftOut.map(({ venue, why, factor }) => `${venue} ${why} ${factor === null ? '' : String(Math.round(factor))}`).join(', ')}; ${String(episodes.length)}; ${series
        .map(({ venue }) => venue)
        .sort()
        .join(', ')}`,
    },
  ];
}

/** Tiny prices are stored and written whole: of each asset the lows and highs of its files' rows. */
async function tinyPrices(context: Context, folder: string): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [prefix, base] of TINY_ASSETS) {
    const lows: number[] = [];
    for (const venue of TINY) {
      const path = join(folder, `${prefix}-${venue}.csv`);
      await imported(context, path, spot(venue, base, 'USDT'));
      if (venue === 'binance')
        for (const row of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1))
          lows.push(Number(row.split(',')[3]));
    }
    const answer = await analysed(context, base, '21:20', '22:20');
    const found = answer.series.find(({ venue }) => venue === 'binance')?.low ?? [];
    const written = (prices: readonly number[]): readonly string[] => prices.map(pricesAlike(prices));
    const exact = found.flatMap((low) => (low === null ? [] : [low]));
    checks.push({
      name: `${prefix}: Binance's lows as its file writes them, and as the page writes them, no digit lost`,
      wanted: `${String(lows.length)}, ${String(lows.length)}`,
      found: `${String(lows.filter((low, i) => Math.abs((found[i] ?? NaN) / low - 1) < RATE_ERROR).length)}, ${String(
        written(exact).filter(
          (text, i) =>
            Math.abs(Number(text.replaceAll(',', '')) / (exact[i] ?? NaN) - 1) < WRITTEN_ERROR &&
            rawPrice(exact[i] ?? 1) !== '0',
        ).length,
      )}`,
    });
  }
  return checks;
}

/** USDT has no leg here: its rate is 1 by parity, to the last digits of a product. */
const RATE_ERROR = 1e-12;
/** Six significant digits. */
const WRITTEN_ERROR = 1e-5;

/**
 * Three BTC/USD books at 100,000; BTC/USDC at 100,000 on Kraken and, from 21:25 to 21:34, at 60,000 on Bybit. Kraken's USDC is measured
 * by Bybit's book alone (a rate of 1.667, thin, as uncertain as it is far from 1): Kraken's books may not be accused of it.
 */
async function within(context: Context, folder: string): Promise<readonly Check[]> {
  for (const [venue, base, quote] of M1)
    await imported(context, join(folder, `m1-${venue}-${base}-${quote}.csv`), spot(venue, base, quote));
  const said = async (asset: string): Promise<string> => {
    const { episodes } = await analysed(context, asset, '21:20', '21:40');
    return episodes
      .map(({ venue, side, certainty, peak }) => `${venue} ${side} ${(peak * 100).toFixed(1)} % ${certainty}`)
      .sort()
      .join(', ');
  };
  return [
    {
      // Bybit: 60,000 at a rate of 1 from Kraken's leg alone, against 100,000.
      name: 'm1, BTC: Bybit 40 % below on a weak rate; Kraken, the innocent, within what its rate leaves unknown',
      wanted: 'bybit below -40.0 % weak, kraken above 66.7 % within-rate',
      found: await said('BTC'),
    },
    {
      name: 'm1, LINK: Kraken, the innocent, within what its rate leaves unknown',
      wanted: 'kraken above 66.7 % within-rate',
      found: await said('LINK'),
    },
  ];
}

export async function marketChecks(context: Context, folder: string): Promise<readonly Check[]> {
  return [
    ...(await saysLess(context, folder)),
    ...(await zeroVolume(context, folder)),
    ...(await namesake(context, folder)),
    ...(await tinyPrices(context, folder)),
    ...(await within(context, folder)),
  ];
}
