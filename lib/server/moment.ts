import { formatInstant, type Instant } from '../domain/instant';
import { epochMs, type MinuteRange } from '../domain/minute';
import type { Note } from '../domain/note';
import { marketsWithData, type StoredMarket } from '../store/coverage/storedCoverage';
import type { Readable } from '../store/connection/client';
import type { Database } from '../store/connection/database';
import { withSnapshot } from '../store/connection/transactions';
import { isSpread } from '../store/spread/isSpread';
import { currentReading, restsOn, told, type Rests } from '../store/connection/reading';
import type { Context } from './context';
import { refusedRequest, type Outcome } from './http/outcome';
import { storingDayHashes, type NewDayHashes } from './long/dayHashes';

/** One moment of the database: whatever is read through it fits together, whatever is written meanwhile. */
export interface Moment {
  readonly snapshot: Readable;
  /** The database itself, as the key of what is remembered between questions; nothing is asked of it meanwhile. */
  readonly database: Database;
  readonly simulated: boolean;
  /** The data as they were known then; undefined: as they are known now. */
  readonly asOf: Instant | undefined;
  /** Every market and source with data, as of that instant: by asset, venue, quote, kind, source. */
  readonly markets: readonly StoredMarket[];
  /** Takes the hashes of days made meanwhile, which are stored after the work. */
  readonly fresh: NewDayHashes;
}

/** What is answered to who asks as of a moment that has not come: what is shown as known then could be otherwise by then. undefined: it has. */
export function stillToCome(asOf: Instant | undefined): Outcome<never> | undefined {
  if (asOf === undefined || asOf <= Date.now()) return undefined;
  // It comes without anything being written.
  restsOn({ isFleeting: true });
  return refusedRequest({ kind: 'still-to-come', text: formatInstant(asOf) });
}

/** What a reader must know of a range that goes beyond now. */
export function notOver({ to }: MinuteRange): readonly Note[] {
  if (epochMs(to) <= Date.now()) return [];
  restsOn({ isFleeting: true });
  return [{ kind: 'not-over' }];
}

/**
 * Runs work on one moment of the database, but never as of one that has not come. The markets with data are read once, for all of it. `restsOf` tells
 * all that the work rests on, of the markets with data; without it an answer made of the work rests on everything.
 */
export const atOneMoment = async <T>(
  context: Context,
  asOf: Instant | undefined,
  work: (moment: Moment) => Promise<Outcome<T>>,
  restsOf?: (markets: readonly StoredMarket[]) => Partial<Rests>,
): Promise<Outcome<T>> => stillToCome(asOf) ?? withMoment(context, asOf, work, restsOf);

/** The same of work whose moment is known to have come. */
export const withMoment = <T>(
  { database, simulated }: Context,
  asOf: Instant | undefined,
  work: (moment: Moment) => Promise<T>,
  restsOf?: (markets: readonly StoredMarket[]) => Partial<Rests>,
): Promise<T> => {
  const inMoment = () => momentOf({ database, simulated }, asOf, work, restsOf);
  return restsOf === undefined || currentReading() === undefined ? inMoment() : told(inMoment);
};

/** Does one part of some work on a moment. */
export type InMoment = <P>(part: (moment: Moment) => Promise<P>) => Promise<P>;

/**
 * Runs work on everything there is, in parts: all of one moment, or, where tables are spread over nodes, each part of its own. There a part is done
 * again when days that it read were written meanwhile, and the whole of it would never be.
 */
export const inMoments = async <T>(
  context: Context,
  asOf: Instant | undefined,
  work: (inMoment: InMoment) => Promise<T>,
): Promise<T> =>
  (await isSpread(context.database))
    ? work((part) => withMoment(context, asOf, part))
    : withMoment(context, asOf, (moment) => work((part) => part(moment)));

const momentOf = <T>(
  { database, simulated }: Context,
  asOf: Instant | undefined,
  work: (moment: Moment) => Promise<T>,
  restsOf: ((markets: readonly StoredMarket[]) => Partial<Rests>) | undefined,
): Promise<T> =>
  storingDayHashes(database, (fresh) =>
    withSnapshot(database, async (snapshot) => {
      const markets = await marketsWithData(snapshot, { asOf });
      if (restsOf !== undefined) restsOn(restsOf(markets));
      // Where nothing is stored there is no book by which anybody would be told that an erratum came in.
      if (markets.length === 0) restsOn({ isFleeting: true });
      return work({ snapshot, database, simulated, asOf, markets, fresh });
    }),
  );
