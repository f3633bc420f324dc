import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviationsAnswer, VenueSeriesAnswer } from '../../api/deviations';
import { nameOf, type Asset, type Market, type Venue } from '../../domain/market';
import { formatMinute, parseMinute, parseRange, type MinuteRange } from '../../domain/minute';
import { importFile } from '../../ingest/files/importFile';
import { NOTHING_SAID } from '../../ingest/files/settings';
import { deviations } from '../../server/deviations/deviations';
import type { Context } from '../../server/context';
import { candlesOf } from '../../store/days/candles';
import { removeEmbedded } from '../../store/embedded/server';
import { ledgerOf } from '../../store/ledger/ledger';
import { databaseUrls, readyDatabase } from '../../store/connection/urls';
import { questionOf } from '../reading/question';
import type { Check } from './check';
import { isCasesFolder, namedCheck } from './cases/folder';
import { marketChecks } from './cases/marketCases';
import { fileChecks } from './cases/runFiles';
import { depegChecks, depegFolder } from './depeg';
import { recordedReplyChecks } from './recordedReplies';
import { brokenPromise } from '../../domain/unit';

// npm run check:real -- FOLDER: imports files of real candles into a fresh database and holds what the product computes
// against figures that were worked out from the same data by other means: of 2025-10-10, and of the day USDC lost its peg.

const FILES: readonly { readonly file: string; readonly market: Market }[] = [
  { file: 'binance__POLUSDT__2025-10-10.csv', market: market('binance', 'POL', 'USDT', 'spot') },
  { file: 'binance__USDEUSDT__2025-10-10_11.csv', market: market('binance', 'USDE', 'USDT', 'spot') },
  { file: 'binance-delivery__ATOMUSD_PERP__2025-10-10.csv', market: market('binancecoinm', 'ATOM', 'USD', 'perp') },
  { file: 'binance-delivery__FILUSD_PERP__2025-10-10.csv', market: market('binancecoinm', 'FIL', 'USD', 'perp') },
  ...['ATOM', 'DOGE', 'FIL', 'POL'].flatMap((base) => [
    { file: `coinbase__${base}-USD__2025-10-10.csv`, market: market('coinbase', base, 'USD', 'spot') },
    { file: `gemini__${base}USD__2025-10-10.csv`, market: market('gemini', base, 'USD', 'spot') },
  ]),
];

/** Day lows of 2025-10-10 as aaronwu2017/TheGlory, exhibit C-7, publishes them. */
const DAY_LOWS: readonly (readonly [venue: string, base: string, quote: string, kind: Market['kind'], low: string])[] =
  [
    ['binance', 'POL', 'USDT', 'spot', '0.1152'],
    ['binancecoinm', 'ATOM', 'USD', 'perp', '1.055'],
    ['binancecoinm', 'FIL', 'USD', 'perp', '0.320'],
    ['coinbase', 'DOGE', 'USD', 'spot', '0.15'],
    ['coinbase', 'ATOM', 'USD', 'spot', '3.000'],
    ['coinbase', 'FIL', 'USD', 'spot', '1.743'],
    ['gemini', 'DOGE', 'USD', 'spot', '0.1819'],
    ['gemini', 'ATOM', 'USD', 'spot', '3.000'],
    ['gemini', 'FIL', 'USD', 'spot', '1.0001'],
    ['gemini', 'POL', 'USD', 'spot', '0.20'],
  ];

function market(venue: string, base: string, quote: string, kind: Market['kind']): Market {
  return { venue: venue as Venue, base: base as Asset, quote, kind };
}

async function main(folder: string | undefined): Promise<void> {
  const candles = folder === undefined ? undefined : join(folder, 'klines-1m');
  const hasCandles = candles !== undefined && existsSync(candles);
  const depeg = folder === undefined ? undefined : depegFolder(folder);
  const hasCases = folder !== undefined && isCasesFolder(folder);
  if (folder === undefined || (!hasCandles && !hasCases && depeg === undefined)) {
    process.stdout.write(
      `check:real skipped: ${folder === undefined ? 'no folder was named' : `${folder} has neither klines-1m, nor depeg-2023-03-11, nor files of cases`}; run \`npm run check:real -- FOLDER\`\n`,
    );
    return;
  }
  const home = mkdtempSync(join(tmpdir(), 'plumbline-check-'));
  try {
    const urls = await databaseUrls({ ...process.env, DATABASE_URL: undefined, PLUMBLINE_HOME: home }, () => undefined);
    const database = await readyDatabase(urls, 'real');
    try {
      const context = { database, simulated: false };
      close([
        ...(hasCandles ? await eventChecks(context, folder, candles) : []),
        ...(depeg === undefined ? [] : await depegChecks(context, depeg)),
        ...(hasCases
          ? [namedCheck(folder), ...(await fileChecks(folder)), ...(await marketChecks(context, folder))]
          : []),
      ]);
    } finally {
      await database.close();
    }
  } finally {
    await removeEmbedded(home);
    rmSync(home, { recursive: true, force: true });
  }
}

/** The crash of 2025-10-10, and recorded replies of the venues' interfaces. */
async function eventChecks(context: Context, folder: string, candles: string): Promise<readonly Check[]> {
  for (const { file, market: of } of FILES) {
    const report = await importFile(join(candles, file), {
      market: of,
      source: 'file',
      settings: { ...NOTHING_SAID, readAs: { gaps: 'no-trade' } },
      ledger: ledgerOf(context.database),
      now: Date.now,
    });
    if (!report.ok) throw new Error(report.error);
  }
  return [
    ...(await checks(context)),
    ...(await dayLows(context)),
    ...(await usde(context)),
    ...(await recordedReplyChecks(join(folder, 'replies'))),
  ];
}

async function checks(context: Context): Promise<readonly Check[]> {
  const pol = seriesOf(await against(context, 'POL', 'coinbase'), 'binance');
  const atom = seriesOf(await against(context, 'ATOM', 'coinbase'), 'binancecoinm');
  const own = seriesOf(await against(context, 'ATOM', 'coinbase'), 'coinbase');
  const at = own.minutes.indexOf('2025-10-10T21:20Z');
  const volume = await volumeAt(context, '2025-10-10T21:20Z');
  return [
    { name: 'POL, binance against coinbase: worst d_low', wanted: '-36.53 % at 21:28', found: worst(pol) },
    {
      name: 'POL: minutes with |d_low| of 5 % or more, of the common minutes',
      wanted: '82 of 238',
      found: beyond(pol),
    },
    { name: 'ATOM COIN-M perpetual against coinbase: worst d_low', wanted: '-70.37 % at 21:21', found: worst(atom) },
    {
      name: 'ATOM COIN-M: minutes with |d_low| of 5 % or more, of the common minutes',
      wanted: '156 of 240',
      found: beyond(atom),
    },
    {
      name: 'coinbase ATOM 21:20: open/high/low/close, volume',
      wanted: '3.56/3.594/3.56/3.594, 2425.45',
      found: `${[own.open?.[at], own.high[at], own.low[at], own.close[at]].map(String).join('/')}, ${String(volume)}`,
    },
  ];
}

/** The lowest low of the UTC day of each market with a published one. */
async function dayLows({ database }: Context): Promise<readonly Check[]> {
  const day = rangeOf('2025-10-10T00:00Z', '2025-10-11T00:00Z');
  const columns = await candlesOf(
    database,
    DAY_LOWS.map(([venue, base, quote, kind]) => ({
      market: market(venue, base, quote, kind),
      source: 'file' as const,
    })),
    day,
  );
  return DAY_LOWS.map(([venue, base, quote, kind, low], i) => ({
    name: `${nameOf(market(venue, base, quote, kind))}: lowest low of the day, to the decimals published`,
    wanted: String(Number(low)),
    // A published figure has its own number of decimals.
    found: String(
      Number(
        (columns[i]?.low ?? new Float64Array())
          .reduce((least, value) => (value < least ? value : least), Infinity)
          .toFixed(low.split('.')[1]?.length),
      ),
    ),
  }));
}

/** 99 cents: the first level below the peg that the figures count. */
const CENTS_99 = 99 / 100;

/** USDe against its peg, by the figures computed from QuantLet/onchain-insights: minutes that closed below each level, and the low. */
async function usde(context: Context): Promise<readonly Check[]> {
  const question = questionOf('USDE', { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z', reference: 'peg' });
  const outcome = await deviations(context, question);
  if (!outcome.ok) throw new Error(outcome.message);
  const { close: closes, low: lows, minutes } = seriesOf(outcome.value, 'binance');
  const below = (level: number): readonly string[] =>
    minutes.filter((_, i) => (closes[i] ?? Infinity) < level).map((minute) => minute.slice(11, 16));
  const deepest = outcome.value.episodes[0];
  return [
    {
      name: 'USDe on binance: minutes closed below 0.99, first and last',
      wanted: '86, 21:20 to 22:53',
      found: `${String(below(CENTS_99).length)}, ${below(CENTS_99)[0] ?? ''} to ${below(CENTS_99).at(-1) ?? ''}`,
    },
    ...(
      [
        [0.95, '45'],
        [0.9, '18'],
        [0.75, '5'],
      ] as const
    ).map(([level, wanted]) => ({
      name: `USDe on binance: minutes closed below ${String(level)}`,
      wanted,
      found: String(below(level).length),
    })),
    {
      name: 'USDe on binance: low against its peg',
      wanted: '0.65 at 21:54, -35.00 %',
      found: `${String(Math.min(...lows.filter((low) => low !== null)))} at ${deepest?.peakMinute.slice(11, 16) ?? ''}, ${((deepest?.peak ?? NaN) * 100).toFixed(2)} %`,
    },
  ];
}

function rangeOf(from: string, to: string): MinuteRange {
  const range = parseRange(from, to);
  if (!range.ok) throw brokenPromise(range.error);
  return range.value;
}

async function against(context: Context, asset: string, venue: string): Promise<DeviationsAnswer> {
  const question = questionOf(asset, {
    from: '2025-10-10T20:00Z',
    to: '2025-10-11T00:00Z',
    reference: `venue:${venue}`,
  });
  const outcome = await deviations(context, question);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

function seriesOf(answer: DeviationsAnswer, venue: string): VenueSeriesAnswer {
  const found = answer.series.find((series) => series.venue === venue);
  if (found === undefined) throw new Error(`the analysis of ${answer.asset} has no series of ${venue}`);
  return found;
}

/** Base volume as the database's own SQL function says it. */
async function volumeAt(context: Context, iso: string): Promise<number | undefined> {
  const at = parseMinute(iso);
  if (!at.ok) throw brokenPromise(at.error);
  const { rows } = await context.database.pool.query<{ base_volume: number }>(
    "SELECT base_volume FROM candles('coinbase', 'ATOM/USD', $1::timestamptz, $1::timestamptz + interval '1 minute')",
    [formatMinute(at.value)],
  );
  return rows[0]?.base_volume;
}

function worst(series: VenueSeriesAnswer): string {
  const at = series.dLow.reduce<number>(
    (deepest, ratio, i) => (ratio !== null && ratio < (series.dLow[deepest] ?? Infinity) ? i : deepest),
    0,
  );
  return `${((series.dLow[at] ?? NaN) * 100).toFixed(2)} % at ${series.minutes[at]?.slice(11, 16) ?? ''}`;
}

function beyond(series: VenueSeriesAnswer): string {
  const common = series.dLow.filter((ratio) => ratio !== null);
  return `${String(common.filter((ratio) => Math.abs(ratio) >= 0.05).length)} of ${String(common.length)}`;
}

function close(results: readonly Check[]): void {
  for (const { name, wanted, found } of results)
    process.stdout.write(
      `${wanted === found ? 'agrees' : 'DIFFERS'}: ${name}: ${found}${wanted === found ? '' : ` (wanted ${wanted})`}\n`,
    );
  const failed = results.filter(({ wanted, found }) => wanted !== found).length;
  process.stdout.write(`${String(results.length - failed)} passed, ${String(failed)} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main(process.argv[2]);
