import { ownReference } from '../../../domain/asset';
import { assetsOf, EVENTS, eventOf } from '../../../domain/events/presets';
import type { Asset } from '../../../domain/market';
import { dayOf, minute, minuteRange, type MinuteRange } from '../../../domain/minute';
import { defaultQuestion } from '../../../domain/question';
import { listWindow, type ListView } from '../../../permalink/lists';
import type { ReadBook, Rests } from '../../../store/connection/reading';
import type { StoredMarket } from '../../../store/coverage/storedCoverage';
import { questionRests } from '../../deviations/questionRests';

/**
 * The books and days that a list rests on: of its assets, of what they wrap, and of those that lend rates, over the days of its window and of what it
 * reaches beyond it, as those of a question are, and which books there are of these assets. The list of events rests on the spot books of each
 * event's assets in its window.
 */
export function listRests(
  list: ListView,
  stored: readonly StoredMarket[],
  reach: MinuteRange | undefined,
): Pick<Rests, 'bases' | 'books'> {
  const own = listWindow(list);
  if (own === undefined || list.kind === 'events')
    return {
      bases: [...new Set(EVENTS.flatMap(({ assets }) => assets))],
      books: EVENTS.flatMap(({ assets, window }) =>
        stored
          .filter(({ market }) => market.kind === 'spot' && assets.includes(market.base))
          .map(({ market, source }) => ({
            market,
            source,
            first: dayOf(window.from),
            last: dayOf(minute(window.to - 1)),
          })),
      ),
    };
  const range = reach === undefined ? own : minuteRange(first(own.from, reach.from), last(own.to, reach.to));
  const assets = assetsIn(list) ?? [...new Set(stored.map(({ market }) => market.base))];
  const each = new Map<string, ReadBook>();
  const looked = new Set<Asset>();
  for (const asset of assets) {
    const question = { ...defaultQuestion(asset, range), reference: ownReference(asset) };
    const { books = [], bases = [] } = questionRests(question)(stored);
    for (const book of books) each.set(JSON.stringify(book), book);
    for (const base of bases) looked.add(base);
  }
  return { bases: [...looked], books: [...each.values()] };
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
