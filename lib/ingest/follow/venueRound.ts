import type { Market } from '../../domain/market';
import type { Minute } from '../../domain/minute';
import { followNotes } from '../../words/en/follow';
import { pairText } from '../../words/en/market';
import { MarketUnknown, VenueError } from '../venue/errors';
import type { FollowedMarket, MarketContext } from './followMarket';

/** So many markets in a row that fail are the venue's failure. */
const FAILURES_IN_A_ROW = 3;

/** What a round needs of the venue it is of. */
interface RoundOptions {
  readonly context: MarketContext;
  readonly isStopped: () => boolean;
  /** Whether the venue did not answer last time: then one failure is enough. */
  readonly isAway: () => boolean;
  /** Called after each market that answered. */
  readonly answered: () => void;
  /** Called with a market that the venue does not serve. */
  readonly unserved: (market: Market, error: MarketUnknown) => void;
  /** Called with what is given up, one line each. */
  readonly line: (line: string) => void;
}

/** What the markets of a round came to together. */
interface RoundEnd {
  readonly candles: number;
  readonly corrections: number;
  readonly note: string;
  /** Given where the venue as a whole does not answer; what was recorded before it is counted all the same. */
  readonly failure: VenueError | undefined;
}

/**
 * A round of every market, one after the other. The venue as a whole does not answer where several markets in a row fail, or all
 * that it serves: markets it does not serve answer for nothing.
 */
export async function roundOf(markets: readonly FollowedMarket[], options: RoundOptions): Promise<RoundEnd> {
  const corrected: { readonly pair: string; readonly minutes: number }[] = [];
  const failed: { readonly pair: string; readonly cause: string }[] = [];
  const silent: { readonly pair: string; readonly since: Minute }[] = [];
  let [candles, corrections, inARow, served] = [0, 0, 0, markets.length];
  let failure: VenueError | undefined;
  const end = (of: VenueError | undefined): RoundEnd => ({
    candles,
    corrections,
    note: followNotes.round(corrected, failed, silent),
    failure: of,
  });
  for (const followed of markets) {
    if (options.isStopped()) return end(undefined);
    const pair = pairText(followed.market);
    try {
      const round = await followed.round(options.context);
      candles += round.candles;
      corrections += round.corrections;
      if (round.corrections > 0) corrected.push({ pair, minutes: round.corrections });
      if (followed.silentSince !== undefined) silent.push({ pair, since: followed.silentSince });
      for (const line of round.givenUp) options.line(line);
      options.answered();
      inARow = 0;
    } catch (error) {
      if (!(error instanceof VenueError)) throw error;
      if (error instanceof MarketUnknown) {
        served -= 1;
        options.unserved(followed.market, error);
        continue;
      }
      inARow += 1;
      failure = error;
      failed.push({ pair, cause: error.message });
      if (error.next !== 'ask-again' || options.isAway() || inARow >= Math.min(FAILURES_IN_A_ROW, served))
        return end(error);
    }
  }
  return end(failed.length === served ? failure : undefined);
}
