import { marketKey } from '../../analysis/markets/marketKey';
import { oneSourceEach } from '../../analysis/markets/sources';
import type { EventAnswer, EventEpisode } from '../../api/events';
import type { RankedEpisode } from '../../api/overview';
import type { ScanAnswer } from '../../api/scan';
import { ANSWERED } from '../../domain/candle';
import { placeOf, placesOf } from '../../domain/events/declared';
import type { MarketEvent, PublishedFigure } from '../../domain/events/event';
import { assetsOf, eventOf } from '../../domain/events/presets';
import { isBeyond, levelOf } from '../../domain/events/yardsticks';
import { BEYOND_RATES } from '../../domain/episode';
import { formatInstant } from '../../domain/instant';
import type { Market } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { METHOD_VERSION } from '../../domain/method';
import { formatMinute, parseRange, wholeDays, type MinuteRange } from '../../domain/minute';
import { EVERY_EPISODE, type Scan } from '../../domain/scan';
import { promised } from '../../domain/unit';
import type { EventView } from '../../permalink/events';
import { columnsOf } from '../../store/days/candles';
import { restsOn } from '../../store/connection/reading';
import { EPISODES_NOT_UP_TO_DATE } from '../../words/en/database';
import { eventIsChanging, eventNotes } from '../../words/events';
import type { Context } from '../context';
import { reachOf } from '../forms/lists/episodes';
import { ofOneState } from '../forms/lists/oneState';
import { answer, type Outcome } from '../http/outcome';
import { withMoment, type Moment } from '../moment';
import { deviationsOf } from './deviations';
import { figureAnswerOf } from './figures';
import { pathsOf } from './paths';

/** As many episodes as an answer holds; `found` says how many there are. */
const MOST_EPISODES = 1_000;

/** So often it is made while something is written: somebody waits for its page. */
const ATTEMPTS = 3;

/** Looks for episodes: `scan`, here or beside the thread that serves everybody. */
export type Scanner = (asked: Scan) => Promise<Outcome<ScanAnswer>>;

/**
 * What is published and what is stored of an event, of one state of the data: its episodes are looked up before its candles are read, and where
 * something was written in between both are, again. While its candles come in it is answered all the same, and says so.
 */
export async function event(context: Context, view: EventView, scanner: Scanner): Promise<Outcome<EventAnswer>> {
  let latest: Outcome<EventAnswer> | undefined;
  const found = await ofOneState(
    context,
    { kind: 'event', view },
    async () => (latest = await eventOnce(context, view, scanner)),
    ({ episodes }) => reachOf(episodes),
    ATTEMPTS,
  );
  if (found.ok || latest?.ok !== true) return found;
  restsOn({ isFleeting: true });
  return answer({ ...latest.value, notes: [...latest.value.notes, eventIsChanging()] });
}

/** The same, made once: for who sees to it that nothing is written meanwhile. Episodes are the stored ones; candles are read of its own markets alone. */
export async function eventOnce(context: Context, view: EventView, scanner: Scanner): Promise<Outcome<EventAnswer>> {
  const of = eventOf(view.event);
  const scanned = await scanner(scanFor(of, view));
  // An event is shown, with what is published of it, where no asset of its own is stored.
  if (!scanned.ok && scanned.code !== 'not-held') return scanned;
  const found = scanned.ok ? scanned.value : NOTHING_FOUND;
  const { stored, deviationOf } = await withMoment(context, view.asOf, async (moment) => ({
    stored: await storedOf(moment, of),
    deviationOf: await deviationsOf(moment, of),
  }));
  const paths = pathsOf(of.assets, stored.books, of.window);
  const episodes = found.episodes.map((episode) => episodeOf(episode, of, view));
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    event: of.id,
    from: formatMinute(of.window.from),
    to: formatMinute(of.window.to),
    assets: [...of.assets],
    markets: stored.books.filter(isAnswered).length,
    asOf: view.asOf === undefined ? null : formatInstant(view.asOf),
    yardstick: view.yardstick ?? null,
    declared: declaredOf(of, found.episodes),
    figures: of.figures.map((figure) => figureAnswerOf(figure, { columnsOf: stored.marketColumns, deviationOf })),
    statements: of.statements.map((statement) => ({ ...statement })),
    paths: [...paths],
    found: found.found,
    beyond: view.yardstick === undefined ? null : episodes.filter(({ beyond }) => beyond === true).length,
    episodes,
    notes: [
      ...eventNotes({ found: found.found, listed: episodes.length, within: found.within.found }),
      ...found.notes.filter((note) => note === EPISODES_NOT_UP_TO_DATE),
    ],
  });
}

const NOTHING_FOUND: Pick<ScanAnswer, 'found' | 'episodes' | 'within' | 'notes'> = {
  found: 0,
  episodes: [],
  within: { found: 0, episodes: [] },
  notes: [],
};

const scanFor = (of: MarketEvent, { asOf }: EventView): Scan => ({
  ...EVERY_EPISODE,
  range: of.window,
  limit: MOST_EPISODES,
  assets: assetsOf(of),
  certainty: BEYOND_RATES,
  asOf,
});

const rangeOf = ({ start, end }: RankedEpisode): MinuteRange => promised(parseRange(start, end));

const episodeOf = (episode: RankedEpisode, { declared }: MarketEvent, { yardstick }: EventView): EventEpisode => ({
  ...episode,
  place: declared === undefined ? null : placeOf(rangeOf(episode), declared.range),
  level: yardstick === undefined ? null : levelOf(yardstick, episode.asset, episode.peakReference),
  beyond: yardstick === undefined ? null : isBeyond(yardstick, episode),
});

function declaredOf({ declared }: MarketEvent, episodes: readonly RankedEpisode[]): EventAnswer['declared'] {
  if (declared === undefined) return null;
  const { venue, publisher, range } = declared;
  return {
    venue,
    publisher,
    from: formatMinute(range.from),
    to: formatMinute(range.to),
    counts: placesOf(episodes.map(rangeOf), range),
  };
}

interface StoredCandles {
  /** The event's own assets, over its window, one source each. */
  readonly books: readonly MarketColumns[];
  /** Of the markets of its figures, over whole days. */
  readonly marketColumns: (market: Market) => MarketColumns | undefined;
}

async function storedOf({ snapshot, markets, asOf }: Moment, of: MarketEvent): Promise<StoredCandles> {
  const days = wholeDays(of.window);
  const named = new Set(of.figures.map(({ check }) => marketKey(check.market)));
  const own = markets.filter(({ market }) => market.kind === 'spot' && of.assets.includes(market.base));
  const figured = markets.filter(({ market }) => named.has(marketKey(market)));
  const books = await columnsOf(snapshot, own, of.window, { asOf, fields: ['close'], traded: true });
  const whole = await columnsOf(snapshot, figured, days, { asOf, fields: fieldsRead(of.figures) });
  const byMarket = new Map(oneSourceEach(whole, days).map((one) => [marketKey(one.market), one]));
  return { books: oneSourceEach(books, of.window), marketColumns: (market) => byMarket.get(marketKey(market)) };
}

/** Every price, unless there is nothing to hold against one. */
const fieldsRead = (figures: readonly PublishedFigure[]) =>
  figures.length === 0 ? (['close'] as const) : (['open', 'high', 'low', 'close'] as const);

const isAnswered = ({ candles }: MarketColumns): boolean => candles.answered.includes(ANSWERED.yes);
