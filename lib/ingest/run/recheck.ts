import { nameOf, type Market, type Source } from '../../domain/market';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import type { Ledger, Recorded } from '../../domain/observation';

/** What asking again for one market came to, in minutes. */
export interface RecheckedMarket {
  readonly market: Market;
  readonly source: Source;
  /** Said the same as before, "no trade" included. */
  readonly same: number;
  /** Says otherwise now: each is a revision. */
  readonly differ: number;
  /** Never answered before. */
  readonly fresh: number;
}

interface Counted {
  readonly market: Market;
  readonly source: Source;
  answeredBefore: number;
  minutes: number;
  differ: number;
}

/** Counts, market by market, how what is said now compares with what was said before. */
export class Rechecked {
  readonly #markets = new Map<string, Counted>();

  #of(market: Market, source: Source): Counted {
    const key = `${nameOf(market)} ${source}`;
    const counted = this.#markets.get(key) ?? { market, source, answeredBefore: 0, minutes: 0, differ: 0 };
    this.#markets.set(key, counted);
    return counted;
  }

  /** Notes, before a range is asked again, how much of it was answered. */
  async expect(market: Market, source: Source, range: MinuteRange, ledger: Ledger): Promise<void> {
    const answered = await ledger.answered(market, source, range);
    this.#of(market, source).answeredBefore += answered.reduce((sum, part) => sum + minutesIn(part), 0);
  }

  add(market: Market, source: Source, minutes: number, recorded: Recorded): void {
    const counted = this.#of(market, source);
    counted.minutes += minutes;
    counted.differ += recorded.revised;
  }

  /** Minutes that were answered before and could not be had again count for nothing. */
  get markets(): readonly RecheckedMarket[] {
    return [...this.#markets.values()].map(({ market, source, answeredBefore, minutes, differ }) => {
      const fresh = Math.max(0, minutes - answeredBefore);
      return { market, source, differ, fresh, same: minutes - fresh - differ };
    });
  }
}
