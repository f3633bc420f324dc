import type { EventAnswer, EventInBrief, EventsAnswer, FigureAnswer, PathAnswer } from '../../../api/events';
import type { ScanAnswer } from '../../../api/scan';
import { cells } from '../../../words/cells';
import {
  figuresSentence,
  figuresTable,
  figureSubject,
  measuredWords,
  publishedWords,
  publisherName,
  verdictWords,
} from '../../../words/eventFigures';
import {
  declaredSentence,
  episodesSentence,
  eventEpisodes,
  eventFinding,
  eventLead,
  eventName,
  eventsHead,
  pathTable,
  placeWords,
  storedWords,
  windowWords,
} from '../../../words/events';
import { scanFound, scanHead, scanWithin } from '../../../words/scanPage';
import { count, formatDuration, signedPercent, utc } from '../../../words/numbers';
import { venueAndKind } from '../../../words/market';
import { joins } from '../../../words/spelled';
import { sheetTable } from '../../pictures/lists/sheetTable';
import { scanDrawing } from '../../pictures/lists/scan';
import { eventDrawing } from '../../pictures/lists/event';
import { eventsDrawing } from '../../pictures/lists/events';
import { tableOf, type Table } from '../table';
import { EPISODE_KEYS, episodeRows, episodesText, eventTable, reachOf, scanTable } from './episodes';
import { episodeView } from './rowViews';
import type { ShownList, TextTable } from './shown';

/** A row for each event; its assets with spaces between. */
const eventsTable = ({ events, simulated }: EventsAnswer): Table =>
  tableOf<EventInBrief>(events, [
    ['text', 'event', ({ event }) => event],
    ['minute', 'from', ({ from }) => from],
    ['minute', 'to', ({ to }) => to],
    ['text', 'assets', ({ assets }) => assets.join(' ')],
    ['number', 'markets', ({ markets }) => markets],
    ['number', 'figures', ({ figures }) => figures],
    ['truth', 'simulated', () => simulated],
  ]);

const eventsText = ({ events }: EventsAnswer): TextTable => ({
  title: eventsHead.table,
  head: [eventsHead.event, eventsHead.window, eventsHead.assets, eventsHead.stored],
  rows: events.map((one) => [eventName(one.event), windowWords(one), one.assets.join(joins.items), storedWords(one)]),
});

/** What of the events' table stands on a picture. */
const PICTURED_EVENTS = [
  [0, 'left'],
  [1, 'left'],
  [2, 'left'],
  [3, 'right'],
] as const;

export const eventsShown = (answer: EventsAnswer): ShownList => ({
  answer,
  table: () => eventsTable(answer),
  rows: () => [{ name: 'events', keys: ['event'], table: eventsTable(answer) }],
  text: () => ({
    title: eventsHead.title,
    paragraphs: [`${eventsHead.finding(answer)}${joins.end}`, eventsHead.lead],
    tables: [eventsText(answer)],
    notes: [],
  }),
  views: () => [],
  drawing: () => eventsDrawing(answer, sheetTable(eventsText(answer), PICTURED_EVENTS)),
  reach: undefined,
});

/** A row for each path: how far below its start the asset stood. */
const pathsTable = ({ paths }: EventAnswer): Table =>
  tableOf<PathAnswer>(paths, [
    ['text', 'asset', ({ asset }) => asset],
    ['number', 'books', ({ books }) => books],
    ['number', 'lowest', ({ lowest }) => lowest],
    ['minute', 'lowestMinute', ({ lowestMinute }) => lowestMinute],
  ]);

const FIGURE_KEYS = ['what', 'publisher', 'venue', 'market', 'kind', 'from', 'to', 'published'] as const;

/** A row for each published figure, and what is measured of it. */
const figuresTableOf = ({ figures }: EventAnswer): Table =>
  tableOf<FigureAnswer>(figures, [
    ['text', 'what', ({ what }) => what],
    ['text', 'publisher', ({ publisher }) => publisher],
    ['text', 'venue', ({ venue }) => venue],
    ['text', 'market', ({ market }) => market],
    ['text', 'kind', ({ kind }) => kind],
    ['minute', 'from', (figure) => ('from' in figure ? figure.from : figure.minute)],
    ['minute', 'to', (figure) => ('to' in figure ? figure.to : null)],
    ['text', 'published', ({ published }) => jsonOf(published)],
    ['text', 'measured', ({ measured }) => jsonOf(measured)],
    ['text', 'verdict', ({ verdict }) => verdict],
  ]);

/** A figure, or the prices of a candle, on one line. */
const jsonOf = (value: FigureAnswer['published'] | FigureAnswer['measured']): string | null =>
  value === null ? null : JSON.stringify(value);

export const eventShown = (answer: EventAnswer): ShownList => ({
  answer,
  table: () => eventTable(answer),
  rows: () => [
    { name: 'episodes', keys: EPISODE_KEYS, table: eventTable(answer) },
    { name: 'paths', keys: ['asset'], table: pathsTable(answer) },
    { name: 'figures', keys: FIGURE_KEYS, table: figuresTableOf(answer) },
  ],
  text: () => ({
    title: eventFinding(answer),
    paragraphs: [
      [
        eventLead(answer.event),
        episodesSentence(answer),
        ...(answer.declared === null || answer.episodes.length === 0 ? [] : [declaredSentence(answer.declared)]),
      ]
        .filter((sentence) => sentence !== undefined)
        .join(joins.sentences),
    ],
    tables: [eventEpisodesText(answer), pathsText(answer), figuresText(answer)],
    notes: answer.notes,
  }),
  views: (asOf) => answer.episodes.map((one) => episodeView(one, asOf)),
  drawing: () => eventDrawing(answer),
  reach: reachOf(answer.episodes),
});

function eventEpisodesText({ episodes, declared, yardstick }: EventAnswer): TextTable {
  return {
    title: eventEpisodes.title,
    head: [
      eventEpisodes.asset,
      eventEpisodes.venue,
      eventEpisodes.peak,
      eventEpisodes.minute,
      eventEpisodes.began,
      eventEpisodes.duration,
      ...(declared === null ? [] : [eventEpisodes.place]),
      ...(yardstick === null ? [] : [eventEpisodes.beyond]),
    ],
    rows: episodes.map((one) => [
      one.name,
      venueAndKind(one),
      signedPercent(one.peak),
      utc(one.peakMinute),
      utc(one.start),
      formatDuration(one.spanMinutes),
      ...(declared === null ? [] : [one.place === null ? '' : placeWords(one.place)]),
      ...(yardstick === null
        ? []
        : [one.level === null ? cells.none : eventEpisodes.against(one.beyond === true, one.level)]),
    ]),
  };
}

const pathsText = ({ paths }: EventAnswer): TextTable => ({
  title: pathTable.title,
  head: [pathTable.asset, pathTable.lowest, pathTable.minute, pathTable.books],
  rows: paths.map(({ name, lowest, lowestMinute, books }: PathAnswer) => [
    name,
    lowest === null ? pathTable.none : signedPercent(lowest),
    lowestMinute === null ? '' : utc(lowestMinute),
    count(books),
  ]),
});

const figuresText = ({ figures, simulated }: EventAnswer): TextTable => ({
  title: `${figuresTable.title}${joins.clauses}${figuresSentence(figures, simulated)}`,
  head: [figuresTable.what, figuresTable.published, figuresTable.measured, figuresTable.publisher],
  rows: figures.map((figure: FigureAnswer) => [
    figureSubject(figure),
    publishedWords(figure),
    [measuredWords(figure), verdictWords(figure, simulated)].filter((part) => part !== undefined).join(joins.clauses),
    publisherName(figure.publisher),
  ]),
});

/** What of the episodes' table stands on a picture. */
const PICTURED = [
  [0, 'left'],
  [1, 'left'],
  [2, 'right'],
  [3, 'right'],
  [4, 'right'],
  [5, 'right'],
  [6, 'right'],
  [10, 'right'],
  [11, 'left'],
] as const;

export const scanShown = (answer: ScanAnswer): ShownList => ({
  answer,
  table: () => scanTable(answer),
  rows: () => [episodeRows('episodes', answer.episodes), episodeRows('within', answer.within.episodes)],
  text: () => {
    const { found, rest } = scanFound({
      found: answer.found,
      assets: answer.searched.length,
      shown: answer.episodes.length,
    });
    const { within } = answer;
    return {
      title: scanHead.title,
      paragraphs: [scanHead.lead, `${found} ${rest}`, ...(within.found === 0 ? [] : [scanWithin.lead(within.found)])],
      tables: [
        episodesText(scanHead.table, answer.episodes, answer.reference),
        ...(within.found === 0 ? [] : [episodesText(scanWithin.title, within.episodes, answer.reference)]),
      ],
      notes: answer.notes,
    };
  },
  views: (asOf) => [...answer.episodes, ...answer.within.episodes].map((one) => episodeView(one, asOf)),
  drawing: () =>
    scanDrawing(answer, sheetTable(episodesText(scanHead.table, answer.episodes, answer.reference), PICTURED)),
  reach: reachOf([...answer.episodes, ...answer.within.episodes]),
});
