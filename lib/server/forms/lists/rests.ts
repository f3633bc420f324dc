import { ownReference } from '../../../domain/asset';
import { assetsOf, EVENTS, eventOf } from '../../../domain/events/presets';
import type { Asset } from '../../../domain/market';
import { dayOf, minute, minuteRange, type MinuteRange } from '../../../domain/minute';
import { defaultQuestion } from '../../../domain/question';
import { listWindow, type ListView } from '../../../permalink/lists';
import type { ReadBook } from '../../../store/connection/reading';
import type { StoredMarket } from '../../../store/coverage/storedCoverage';
import { questionRests } from '../../deviations/questionRests';

/**
 * The books and days that a list rests on: of its assets, of what they wrap, and of those that lend rates, over the days of its window and of what it
 * reaches beyond it, as those of a question are. The list of events rests on the spot books of each event's assets in its window.
 */
export function listRests(
  list: ListView,
  stored: readonly StoredMarket[],
  reach: MinuteRange | undefined,
): readonly ReadBook[] {
  const own = listWindow(list);
  if (own === undefined || list.kind === 'events')
    return EVENTS.flatMap(({ assets, window }) =>
      stored
        .filter(({ market }) => market.kind === 'spot' && assets.includes(market.base))
        .map(({ market, source }) => ({
          market,
          source,
          first: dayOf(window.from),
          last: dayOf(minute(window.to - 1)),
        })),
    );
  const range = reach === undefined ? own : minuteRange(first(own.from, reach.from), last(own.to, reach.to));
  const assets = assetsIn(list) ?? [...new Set(stored.map(({ market }) => market.base))];
  const each = new Map<string, ReadBook>();
  for (const asset of assets) {
    const question = { ...defaultQuestion(asset, range), reference: ownReference(asset) };
    for (const book of questionRests(question)(stored).books ?? []) each.set(JSON.stringify(book), book);
  }
  return [...each.values()];
}

const first = (a: MinuteRange['from'], b: MinuteRange['from']): MinuteRange['from'] => (a < b ? a : b);
const last = (a: MinuteRange['to'], b: MinuteRange['to']): MinuteRange['to'] => (a > b ? a : b);

/** undefined: every asset there is data of. */
function assetsIn(list: Exclude<ListView, { kind: 'events' }>): readonly Asset[] | undefined {
  switch (list.kind) {
    case 'event': {
      const of = eventOf(list.view.event);
      const named = of.figures.map(({ check }) => check.market.base);
      const own = assetsOf(of);
      return own === undefined ? undefined : [...new Set([...own, ...of.assets, ...named])];
    }
    case 'lows':
    case 'scan':
      return list.asked.assets;
    case 'compare':
      return [...new Set(list.asked.markets.map(({ market }) => market.base))];
    case 'venues':
    case 'venue':
      return undefined;
  }
}
