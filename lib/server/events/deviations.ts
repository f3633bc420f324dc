import { marketKey } from '../../analysis/markets/marketKey';
import { ownReference } from '../../domain/asset';
import type { MarketEvent } from '../../domain/events/event';
import { pairOf, type Market } from '../../domain/market';
import { minuteRange, plus, type Minute } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { minuteAt } from '../minutes/minute';
import type { Moment } from '../moment';

/** Of the minutes whose deviations were published, each measured as its page does: by the market's low, from its asset's own reference. */
export async function deviationsOf(
  moment: Moment,
  { figures }: MarketEvent,
): Promise<(market: Market, at: Minute) => number | null> {
  const measured = new Map<string, number>();
  for (const { check } of figures) {
    if (check.kind !== 'deviation') continue;
    const { market, at } = check;
    const question = {
      ...defaultQuestion(market.base, minuteRange(at, plus(at, 1))),
      reference: ownReference(market.base),
      asOf: moment.asOf,
    };
    const found = await minuteAt(moment, question, at);
    const venue = found.ok
      ? found.value.venues.find(({ venue: one, kind }) => one === market.venue && kind === market.kind)
      : undefined;
    if (venue?.market === pairOf(market) && venue.dLow !== null) measured.set(keyOf(market, at), venue.dLow);
  }
  return (market, at) => measured.get(keyOf(market, at)) ?? null;
}

const keyOf = (market: Market, at: Minute): string => `${marketKey(market)} ${String(at)}`;
