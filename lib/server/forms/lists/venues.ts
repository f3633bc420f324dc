import type { RankedEpisode } from '../../../api/overview';
import type { ScanAnswer } from '../../../api/scan';
import type { VenueScore, VenuesAnswer } from '../../../api/venues';
import type { Venue } from '../../../domain/market';
import { joins } from '../../../words/spelled';
import { cells } from '../../../words/cells';
import { pageNames } from '../../../words/frame';
import { amount, count, signedPercent, utc } from '../../../words/numbers';
import { venueEpisodes, venueFinding, venueHead, venueHeads, venueScores } from '../../../words/venuePage';
import { venueName } from '../../../words/venues';
import { sheetTable } from '../../pictures/lists/sheetTable';
import { venueDrawing } from '../../pictures/lists/venue';
import { tableOf, type Cell, type ColumnOf, type Table } from '../table';
import { episodeRows, episodesText, reachOf, scanTable } from './episodes';
import { episodeView } from './rowViews';
import type { NamedRows, ShownList, TextTable } from './shown';

const ofDeepest =
  (of: (deepest: RankedEpisode) => Cell) =>
  ({ deepest }: VenueScore): Cell =>
    deepest === null ? null : of(deepest);

/** A row for each venue, the one of the deepest episode first. `peaksBeyond…`: the level in percent. */
const venuesTable = ({ venues, levels, simulated }: VenuesAnswer): Table =>
  tableOf<VenueScore>(venues, [
    ['text', 'venue', ({ venue }) => venue],
    ['number', 'assets', ({ assets }) => assets],
    ['number', 'answeredMinutes', ({ answeredMinutes }) => answeredMinutes],
    ['number', 'episodes', ({ episodes }) => episodes],
    ['number', 'strayed', ({ strayed }) => strayed],
    ['number', 'minutesBeyond', ({ minutesBeyond }) => minutesBeyond],
    ['number', 'areaPctMinutes', ({ areaPctMinutes }) => areaPctMinutes],
    ...levels.map((level, i): ColumnOf<VenueScore> => [
      'number',
      `peaksBeyond${String(Math.round(level * 100))}Pct`,
      ({ peaksBeyond }) => peaksBeyond[i] ?? null,
    ]),
    ['number', 'worstRank', ({ worstRank }) => worstRank],
    ['text', 'deepestAsset', ofDeepest(({ asset }) => asset)],
    ['text', 'deepestMarket', ofDeepest(({ market }) => market)],
    ['text', 'deepestKind', ofDeepest(({ kind }) => kind)],
    ['number', 'deepestPeak', ofDeepest(({ peak }) => peak)],
    ['minute', 'deepestPeakMinute', ofDeepest(({ peakMinute }) => peakMinute)],
    ['number', 'deepestPeakPrice', ofDeepest(({ peakPrice }) => peakPrice)],
    ['number', 'deepestPeakReference', ofDeepest(({ peakReference }) => peakReference)],
    ['text', 'deepestId', ofDeepest(({ id }) => id)],
    ['truth', 'simulated', () => simulated],
  ]);

const venueRows = (answer: VenuesAnswer): NamedRows => ({
  name: 'venues',
  keys: ['venue'],
  table: venuesTable(answer),
});

const scoresText = ({ venues, levels }: VenuesAnswer): TextTable => ({
  title: venueScores.label,
  head: [
    venueHeads.venue,
    venueHeads.deepest,
    venueHeads.asset,
    venueHeads.worstMinute,
    venueHeads.rank,
    venueHeads.episodes,
    venueHeads.strayed,
    venueHeads.beyond,
    venueHeads.area,
    venueHeads.answered,
    ...levels.map((level) => venueHeads.peaks(level)),
  ],
  rows: venues.map((one) => [
    venueName(one.venue),
    one.deepest === null ? cells.noEpisode : signedPercent(one.deepest.peak),
    one.deepest?.name ?? '',
    one.deepest === null ? '' : utc(one.deepest.peakMinute),
    one.worstRank === null ? '' : count(one.worstRank),
    count(one.episodes),
    venueHeads.strayedOf(one.strayed, one.assets),
    count(one.minutesBeyond),
    amount(Number(one.areaPctMinutes.toFixed(1))),
    count(one.answeredMinutes),
    ...one.peaksBeyond.map(count),
  ]),
});

/** What of the venues' table stands on a picture. */
const PICTURED = [
  [0, 'left'],
  [1, 'right'],
  [2, 'left'],
  [3, 'right'],
  [5, 'right'],
  [6, 'right'],
  [7, 'right'],
  [8, 'right'],
  [9, 'right'],
] as const;

const deepestOf = ({ venues }: VenuesAnswer): readonly RankedEpisode[] =>
  venues.flatMap(({ deepest }) => (deepest === null ? [] : [deepest]));

const foundIn = (score: VenueScore): string => venueFinding({ ...score, deepest: score.deepest ?? undefined });

export function venuesShown(answer: VenuesAnswer): ShownList {
  const [deepest] = answer.venues;
  return {
    answer,
    table: () => venuesTable(answer),
    rows: () => [venueRows(answer)],
    text: () => ({
      title: pageNames.venues,
      paragraphs: [
        ...(deepest === undefined ? [] : [`${foundIn(deepest)}${joins.end}`]),
        venueHead.lead(answer.from, answer.to),
      ],
      tables: [scoresText(answer)],
      notes: answer.notes,
    }),
    views: (asOf) => deepestOf(answer).map((one) => episodeView(one, asOf)),
    drawing: () =>
      venueDrawing(undefined, answer, {
        sentence: deepest === undefined ? venueHead.lead(answer.from, answer.to) : `${foundIn(deepest)}${joins.end}`,
        table: sheetTable(scoresText(answer), PICTURED),
      }),
    reach: reachOf(deepestOf(answer)),
  };
}

const NOTHING = { assets: 0, episodes: 0, strayed: 0 } as const;

/** One venue beside the others, and its own episodes; a row for each of these. */
export function venueShown(venue: Venue, answer: VenuesAnswer, own: ScanAnswer): ShownList {
  const { found, episodes } = own;
  const place = answer.venues.findIndex((one) => one.venue === venue);
  const score = answer.venues[place];
  const finding = (): string =>
    `${score === undefined ? venueFinding({ ...NOTHING, venue, deepest: undefined }) : foundIn(score)}${joins.end}`;
  return {
    answer: { ...answer, venue, found, ownEpisodes: episodes },
    rows: () => [venueRows(answer), episodeRows('episodes', episodes)],
    table: () => scanTable({ ...own, within: { found: 0, episodes: [] } }),
    text: () => ({
      title: venueHead.title(venue),
      paragraphs: [finding(), venueHead.lead(answer.from, answer.to)],
      tables: [scoresText(answer), episodesText(venueEpisodes.title(venue), episodes, own.reference)],
      notes: answer.notes,
    }),
    views: (asOf) => [...deepestOf(answer), ...episodes].map((one) => episodeView(one, asOf)),
    drawing: () =>
      venueDrawing(venue, answer, {
        sentence: finding(),
        table: sheetTable(scoresText(answer), PICTURED, place === -1 ? undefined : place),
      }),
    reach: reachOf([...deepestOf(answer), ...episodes]),
  };
}
