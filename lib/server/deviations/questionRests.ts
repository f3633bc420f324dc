import { assetEntry } from '../../domain/asset';
import { daysRead } from '../../domain/daysRead';
import type { Asset } from '../../domain/market';
import { isLegBase, LEG_BASES } from '../../domain/method';
import { dayOf, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import type { StoredMarket } from '../../store/coverage/storedCoverage';
import type { ReadBook, Rests } from '../../store/connection/reading';
import { allRateMarketsOf } from '../rates/rateMarkets';

/** Rates of a day are smoothed over its neighbours. */
const NEIGHBOURS = 1;

/**
 * All that an analysis of a question may rest on: the books of the asset, and of what it wraps, over the days read; the books that lend
 * legs over those days and the ones beside them; and which books of all these assets there are.
 */
export function questionRests(question: Question): (stored: readonly StoredMarket[]) => Partial<Rests> {
  return (stored) => {
    const { nature } = assetEntry(question.asset);
    const own = new Set<string>([question.asset, ...(nature.kind === 'wrapped' ? [nature.underlying] : [])]);
    const days = daysRead(question);
    const legs = allRateMarketsOf(stored);
    const quotes = stored.flatMap(({ market }) => [market.quote, ...(isLegBase(market.base) ? [market.base] : [])]);
    return {
      bases: [...new Set([...own, ...quotes, ...LEG_BASES, 'USD'])] as Asset[],
      books: [
        ...booksIn(
          stored.filter(({ market }) => own.has(market.base)),
          days.markets,
          0,
        ),
        ...booksIn(legs, days.markets, NEIGHBOURS),
        ...booksIn(legs, days.rates, 0),
      ],
    };
  };
}

const booksIn = (stored: readonly StoredMarket[], { from, to }: MinuteRange, more: number): readonly ReadBook[] =>
  stored.map(({ market, source }) => ({
    market,
    source,
    first: (dayOf(from) - more) as Day,
    last: (dayOf((to - 1) as Minute) + more) as Day,
  }));
