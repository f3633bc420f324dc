import { minute, MINUTES_PER_DAY, minuteRange, plus, type MinuteRange } from '../../domain/minute';
import { FIRST_MINUTE } from '../books/randomBooks';
import type { Findings } from '../table';
import { inRounds } from '../timings';
import { RatesDuck, type Deviation } from './duck';
import { rateBenchMarkets, type RateBenchMarkets } from './markets';
import { questionOf, ratesAlone, workOn } from './work';

const DAYS = 30;
const WARM_UPS = 1;
/** Odd, so that the median is a time that was measured. */
const ROUNDS = 5;

const NAMES = {
  usd: '30 days: kernel, in USD by rates from legs',
  rates: '30 days: of it, the rates alone',
  raw: '30 days: kernel, raw quotes',
  duck: '30 days: DuckDB, sorted lists',
  duckOne: '30 days: DuckDB, sorted lists, one thread',
  window: '30 days: DuckDB, joins and a window',
} as const;

/** A month of an asset on twelve venues in three quotes, 32 leg books beside it: the kernel, and the same question in DuckDB. */
export async function benchRates(say: (line: string) => void): Promise<Findings> {
  say('rates: making the candles, filling DuckDB');
  const range = minuteRange(FIRST_MINUTE, plus(FIRST_MINUTE, DAYS * MINUTES_PER_DAY));
  const around = minuteRange(minute(range.from - MINUTES_PER_DAY), plus(range.to, MINUTES_PER_DAY));
  const markets = rateBenchMarkets(range, around);
  const duck = await RatesDuck.holding(markets.asset, markets.legs);
  say(`rates: ${String(WARM_UPS)} round to warm up, ${String(ROUNDS)} that count`);
  let compared = 0;
  const timings = await inRounds({ warmUps: WARM_UPS, rounds: ROUNDS }, async (kept, round) => {
    await kept.clock(NAMES.raw, () => workOn(markets, questionOf(range, 'none')));
    await kept.clock(NAMES.rates, () => {
      ratesAlone(markets, range);
    });
    await kept.clock(NAMES.usd, () => workOn(markets, questionOf(range, 'usd')));
    const said = round === 0 ? deviationsOf(markets, range) : undefined;
    for (const [name, way] of [
      [NAMES.window, 'window'],
      [NAMES.duck, 'sorted lists'],
    ] as const) {
      await kept.clock(name, () => duck.ask(way, undefined));
      if (said !== undefined) compared = await duck.mustAgreeWith(said);
    }
    await kept.clock(NAMES.duckOne, () => duck.ask('sorted lists', 1));
  });
  duck.close();
  return {
    title: 'Rates from legs: a month of twelve venues in three quotes',
    about: `${String(markets.asset.length)} books of the asset and ${String(markets.legs.length)} that lend legs, a candle a minute; ${String(WARM_UPS)} round to warm up first. The kernel also looks for second names and namesakes, tells errors and finds episodes; DuckDB is asked for the deviations alone. ${String(compared)} of them were compared.`,
    timings,
    figures: Object.values(NAMES).map((name) => ({ name, yardstick: NAMES.duck })),
  };
}

/** What the kernel says of a venue's minute. */
function deviationsOf(
  markets: RateBenchMarkets,
  range: MinuteRange,
): (venue: string, at: number) => Deviation | undefined {
  const said = new Map<string, Deviation>();
  workOn(markets, questionOf(range, 'usd'), ({ range: { from }, series }) => {
    for (const { venue, dLow, dHigh } of series)
      dLow.forEach((low, slot) => {
        if (!Number.isNaN(low)) said.set(`${venue} ${String(from + slot)}`, { low, high: dHigh[slot] ?? NaN });
      });
  });
  return (venue, at) => said.get(`${venue} ${String(at)}`);
}
