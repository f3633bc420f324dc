import { CANDLE_FIELDS } from '../domain/candle';
import { nameOf } from '../domain/market';
import { formatMinute, minuteRange, plus, type Minute, type MinuteRange } from '../domain/minute';
import { candlesOf } from '../store/days/candles';
import type { Database } from '../store/connection/database';
import { coverageOf } from '../store/coverage/storedCoverage';

/**
 * Everything an ingest leaves behind, markets by name (their numbers depend on who came first): day rows as they are encoded,
 * what was answered as ranges, revisions, quarantine. Versions, times of asking, replies and what was asked for and not answered on the way
 * differ from run to run and are left out.
 */
export interface Contents {
  readonly days: readonly Readonly<Record<string, unknown>>[];
  readonly answered: readonly string[];
  readonly revisions: number;
  readonly quarantined: number;
}

const DAYS = `
  SELECT m.venue, m.base, m.quote, m.kind, d.source, d.day, encode(d.open, 'hex') AS open, encode(d.high, 'hex') AS high,
         encode(d.low, 'hex') AS low, encode(d.close, 'hex') AS close, encode(d.base_volume, 'hex') AS base_volume,
         encode(d.quote_volume, 'hex') AS quote_volume, encode(d.trades, 'hex') AS trades
  FROM market_day d JOIN market m ON m.id = d.market_id
  ORDER BY m.venue, m.base, m.quote, m.kind, d.source, d.day`;

const COUNTS =
  'SELECT (SELECT count(*)::int FROM revision) AS revisions, (SELECT count(*)::int FROM quarantine) AS quarantined';

const spoken = ({ from, to }: MinuteRange): string => `${formatMinute(from)} to ${formatMinute(to)}`;

export async function contentsOf(db: Database): Promise<Contents> {
  const days = await db.pool.query<Record<string, unknown>>(DAYS);
  const counts = await db.pool.query<{ revisions: number; quarantined: number }>(COUNTS);
  const stored = await coverageOf(db);
  const [counted] = counts.rows;
  if (counted === undefined) throw new Error('the database counts nothing');
  return {
    days: days.rows,
    answered: stored.flatMap(({ market, source, answered }) =>
      answered.length === 0 ? [] : [`${nameOf(market)} ${source}: ${answered.map(spoken).join(', ')}`],
    ),
    ...counted,
  };
}

/**
 * What is stored, minute by minute: the answered minutes of each market and the candles in them, each as text; and the candles
 * that lie outside what was answered, of which there must be none.
 */
export async function minutesAnswered(
  db: Database,
  range: MinuteRange,
): Promise<{ readonly answered: ReadonlyMap<string, string>; readonly unanswered: readonly string[] }> {
  const stored = await coverageOf(db);
  const columns = await candlesOf(db, stored, range);
  const answered = new Map<string, string>();
  const unanswered: string[] = [];
  stored.forEach(({ market, source }, i) => {
    const of = columns[i];
    if (of === undefined) return;
    for (let slot = 0; slot < of.answered.length; slot += 1) {
      const key = `${nameOf(market)} ${source} ${formatMinute(plus(range.from, slot))}`;
      const said = CANDLE_FIELDS.map((field) => String(of[field][slot])).join(' ');
      if (of.answered[slot] === 1) answered.set(key, said);
      else if (!Number.isNaN(of.open[slot])) unanswered.push(key);
    }
  });
  return { answered, unanswered };
}

/** From the first minute of any window to the last. */
export const spanOf = (windows: readonly MinuteRange[]): MinuteRange =>
  minuteRange(
    Math.min(...windows.map(({ from }) => from)) as Minute,
    Math.max(...windows.map(({ to }) => to)) as Minute,
  );
