import { isComputed, type Market } from '../../domain/market';
import type { Minute, MinuteRange } from '../../domain/minute';
import { timeframeMinutes, type Timeframe } from '../../domain/timeframe';
import type { Provenance, Quarantined } from '../../domain/observation';
import type { VenueConnection } from '../venue/connect';
import type { CandleRules } from '../venues/capability';
import { readPage, type PageReading } from './page';

/** A reply to another question than ours, or with a row that breaks the invariant, is asked for again: something on the way may have been at fault. */
const PAGE_ATTEMPTS = 3;

/** A reply as it was read, and where it came from. */
export interface ReadPage {
  readonly reading: PageReading;
  readonly provenance: Provenance;
}

/** How one page is asked for. */
export interface Asking {
  readonly connection: VenueConnection;
  /** Runs a request to the venue, again where that may help. */
  readonly patiently: <T>(ask: () => Promise<T>) => Promise<T>;
  /** The venue's display candles instead of its candles. */
  readonly display?: boolean;
  /** Longer candles instead of minutes; what is asked then holds whole ones. */
  readonly timeframe?: Timeframe;
}

const isSound = ({ problem, quarantined }: PageReading): boolean => problem === undefined && quarantined.length === 0;

/**
 * Asks for one page until the reply answers what was asked with sound rows alone, or for the last time: then the best reply counts.
 * Rows that broke the invariant stay in quarantine, also where a later reply had a sound one for their minute.
 */
export async function askPage(
  market: Market,
  asked: MinuteRange,
  rules: CandleRules,
  { connection, patiently, display, timeframe }: Asking,
): Promise<ReadPage> {
  const step = timeframe === undefined ? 1 : timeframeMinutes(timeframe);
  // Where a range already begins at the far end of the history, no minute before it can be asked.
  const since = Math.max(asked.from - rules.leadMinutes, 0) as Minute;
  const pageRules = {
    isComputed: isComputed(market.kind),
    rowsMayPrecede: rules.rowsMayPrecede === true || since < asked.from,
    lastRowUnsettled: rules.lastRowUnsettled === true,
    emptyMinutes: rules.emptyMinutes,
    step,
  };
  let best: ReadPage | undefined;
  const broken: Quarantined[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const page = await patiently(() =>
      connection.page(market, since, (asked.to - since) / step, { display, timeframe }),
    );
    const reading = readPage(page, asked, pageRules);
    const isBetter = isSound(reading) || (best?.reading.problem !== undefined && reading.problem === undefined);
    if (best === undefined || isBetter) best = { reading, provenance: page.provenance };
    if (isSound(reading) || attempt >= PAGE_ATTEMPTS) return withBroken(best, broken);
    broken.push(...reading.quarantined);
  }
}

/** A reading with the rows that broke the invariant in earlier replies, each once. */
function withBroken(read: ReadPage, broken: readonly Quarantined[]): ReadPage {
  const { reading } = read;
  const { covered } = reading;
  if (covered === undefined || broken.length === 0) return read;
  const rows = new Map(
    [...broken, ...reading.quarantined]
      .filter(({ minute }) => minute === undefined || (minute >= covered.from && minute < covered.to))
      .map((row) => [JSON.stringify(row), row]),
  );
  return { ...read, reading: { ...reading, quarantined: [...rows.values()] } };
}
