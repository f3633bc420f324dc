import type { EventAnswer, EventEpisode } from '../../../api/events';
import type { RankedEpisode } from '../../../api/overview';
import type { ScanAnswer } from '../../../api/scan';
import { minuteRange, parseRange, union, type MinuteRange } from '../../../domain/minute';
import type { ScanReference } from '../../../domain/scan';
import { promised } from '../../../domain/unit';
import { cells, recoveryWords } from '../../../words/cells';
import { certaintyWords } from '../../../words/certainty';
import { venueAndKind } from '../../../words/market';
import { amount, count, formatDuration, formatPrice, signedPercent, utc } from '../../../words/numbers';
import { rankedHeads } from '../../../words/scanPage';
import { tableOf, type ColumnOf, type Table } from '../table';
import type { NamedRows, TextTable } from './shown';

const COLUMNS: readonly ColumnOf<RankedEpisode>[] = [
  ['text', 'asset', ({ asset }) => asset],
  ['text', 'venue', ({ venue }) => venue],
  ['text', 'market', ({ market }) => market],
  ['text', 'kind', ({ kind }) => kind],
  ['text', 'side', ({ side }) => side],
  ['minute', 'start', ({ start }) => start],
  ['minute', 'end', ({ end }) => end],
  ['number', 'spanMinutes', ({ spanMinutes }) => spanMinutes],
  ['number', 'minutesBeyond', ({ minutesBeyond }) => minutesBeyond],
  ['number', 'minutesClosedBeyond', ({ minutesClosedBeyond }) => minutesClosedBeyond],
  ['number', 'unknownMinutes', ({ unknownMinutes }) => unknownMinutes],
  ['number', 'peak', ({ peak }) => peak],
  ['minute', 'peakMinute', ({ peakMinute }) => peakMinute],
  ['number', 'peakPrice', ({ peakPrice }) => peakPrice],
  ['number', 'peakReference', ({ peakReference }) => peakReference],
  ['number', 'peakClose', ({ peakClose }) => peakClose],
  ['number', 'peakOutside', ({ peakOutside }) => peakOutside],
  ['number', 'areaPctMinutes', ({ areaPctMinutes }) => areaPctMinutes],
  ['number', 'recoveryMinutes', ({ recoveryMinutes }) => recoveryMinutes],
  ['number', 'baseVolume', ({ baseVolume }) => baseVolume],
  ['number', 'usdVolume', ({ usdVolume }) => usdVolume],
  ['number', 'volumeShare', ({ volumeShare }) => volumeShare],
  ['number', 'peersAtPeak', ({ peersAtPeak }) => peersAtPeak],
  ['number', 'minPeers', ({ minPeers }) => minPeers],
  ['text', 'censored', ({ censored }) => censored],
  ['text', 'certainty', ({ certainty }) => certainty],
  ['number', 'uncertaintyAtPeak', ({ uncertaintyAtPeak }) => uncertaintyAtPeak],
  ['text', 'rateRuleAtPeak', ({ rateRuleAtPeak }) => rateRuleAtPeak],
  ['text', 'reference', ({ reference }) => reference],
  ['number', 'enter', ({ enter }) => enter],
  ['text', 'id', ({ id }) => id],
];

const simulatedColumn = (simulated: boolean): ColumnOf<unknown> => ['truth', 'simulated', () => simulated];

/** What names an episode among others. */
export const EPISODE_KEYS = ['asset', 'venue', 'market', 'kind', 'side', 'start'] as const;

/** Episodes by what names them. */
export const episodeRows = (name: string, episodes: readonly RankedEpisode[]): NamedRows => ({
  name,
  keys: EPISODE_KEYS,
  table: tableOf(episodes, COLUMNS),
});

/** A row for each episode; those within their rate's uncertainty come behind all others. */
export const scanTable = ({ simulated, episodes, within }: ScanAnswer): Table =>
  tableOf([...episodes, ...within.episodes], [...COLUMNS, simulatedColumn(simulated)]);

/** A row for each episode of an event, with how it lies to the hours declared and to the yardstick's level. */
export const eventTable = ({ simulated, episodes }: EventAnswer): Table =>
  tableOf<EventEpisode>(episodes, [
    ...COLUMNS,
    ['text', 'place', ({ place }) => place],
    ['number', 'level', ({ level }) => level],
    ['truth', 'beyond', ({ beyond }) => beyond],
    simulatedColumn(simulated),
  ]);

/** The same to be read, with what a scan may rank by. */
export const episodesText = (
  title: string,
  episodes: readonly RankedEpisode[],
  reference: ScanReference,
): TextTable => ({
  title,
  head: [
    rankedHeads.asset,
    rankedHeads.venue,
    rankedHeads.peak,
    rankedHeads.worstMinute,
    rankedHeads.price,
    rankedHeads.reference(reference),
    rankedHeads.duration,
    rankedHeads.recovery,
    rankedHeads.area,
    rankedHeads.volume,
    rankedHeads.peers,
    rankedHeads.certainty,
  ],
  rows: episodes.map((one) => [
    one.name,
    venueAndKind(one),
    signedPercent(one.peak),
    utc(one.peakMinute),
    formatPrice(one.peakPrice),
    formatPrice(one.peakReference),
    formatDuration(one.spanMinutes),
    recoveryWords(one.recoveryMinutes),
    amount(Number(one.areaPctMinutes.toFixed(1))),
    one.usdVolume === null ? cells.unknown : amount(one.usdVolume),
    count(one.peersAtPeak),
    certaintyWords(one.certainty),
  ]),
});

/** From the first minute of any to the last; undefined: there is none. */
export function reachOf(
  episodes: readonly Pick<RankedEpisode, 'start' | 'end' | 'from' | 'to'>[],
): MinuteRange | undefined {
  // The days it was measured in, in which it may have recovered.
  const days = union(episodes.map(({ from, to }) => promised(parseRange(from, to))));
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : minuteRange(first.from, last.to);
}
