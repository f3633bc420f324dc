import * as z from 'zod/mini';
import { PRICE_FIELDS } from '../domain/candle';
import { PLACES } from '../domain/events/declared';
import { EVENT_IDS, PUBLISHERS } from '../domain/events/event';
import { YARDSTICKS } from '../domain/events/yardsticks';
import { isoInstant } from './coverage';
import { answerBase, isoMinute, marketKind, measured } from './hole';
import { rankedEpisode } from './overview';

const publisher = z.enum(PUBLISHERS);
const range = z.object({ from: isoMinute, to: isoMinute });

/**
 * What a published figure came to here. `same`: the measured one, rounded to the digits published; `other`: it is another; `not-stored`: no
 * candle of it is stored; `not-compared`: candles are, but this figure is not read from them.
 */
export const VERDICTS = ['same', 'other', 'not-stored', 'not-compared'] as const;

const figureBase = z.object({
  publisher,
  /** Published as "about". */
  about: z.boolean(),
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  verdict: z.enum(VERDICTS),
});

/** In the market's own quote, as published and as stored. */
export const figureAnswer = z.discriminatedUnion('what', [
  /** One minute's prices, those that were published; `measured` holds the same, null where the minute has no candle. */
  z.extend(figureBase, {
    what: z.literal('candle'),
    minute: isoMinute,
    published: z.partialRecord(z.enum(PRICE_FIELDS), z.string()),
    measured: z.nullable(z.partialRecord(z.enum(PRICE_FIELDS), z.number())),
  }),
  /** The extreme of a range. Where only some of its minutes are stored (`minutes` of `of`), it is theirs. */
  z.extend(figureBase, {
    what: z.enum(['low', 'high']),
    from: isoMinute,
    to: isoMinute,
    /** The minute published with it; null: none was. */
    minute: z.nullable(isoMinute),
    published: z.string(),
    measured,
    measuredMinute: z.nullable(isoMinute),
    minutes: z.int(),
    of: z.int(),
  }),
  /** In how many minutes a market closed below a level. */
  z.extend(figureBase, {
    what: z.literal('closes-below'),
    from: isoMinute,
    to: isoMinute,
    level: z.string(),
    published: z.string(),
    measured,
    minutes: z.int(),
    of: z.int(),
  }),
  /** How far a minute's low lay from its asset's own reference, in percent as published, as a ratio as measured. */
  z.extend(figureBase, { what: z.literal('deviation'), minute: isoMinute, published: z.string(), measured }),
]);
export type FigureAnswer = z.infer<typeof figureAnswer>;

/** How an asset moved through the window: the median, over spot books with a close in its first minute, of close ÷ first close − 1. */
export const pathAnswer = z.object({
  asset: z.string(),
  name: z.string(),
  books: z.int(),
  /** The furthest below the start, and when; null: fewer books than a median takes. */
  lowest: measured,
  lowestMinute: z.nullable(isoMinute),
  /** One value a minute of the window. */
  values: z.array(measured),
});
export type PathAnswer = z.infer<typeof pathAnswer>;

/** `place`: how it lies to the declared hours; null: none were declared. */
export const eventEpisode = z.extend(rankedEpisode, {
  place: z.nullable(z.enum(PLACES)),
  /** The yardstick's level for it, and whether its peak goes beyond; null: none was chosen. */
  level: measured,
  beyond: z.nullable(z.boolean()),
});
export type EventEpisode = z.infer<typeof eventEpisode>;

const counts = z.object({ inside: z.int(), overlapping: z.int(), outside: z.int() });

export const eventBase = z.object({
  event: z.enum(EVENT_IDS),
  from: isoMinute,
  to: isoMinute,
  assets: z.array(z.string()),
  /** Markets with candles in the window, of the event's assets. */
  markets: z.int(),
  figures: z.int(),
});
export type EventInBrief = z.infer<typeof eventBase>;

/** The answer of GET /api/v1/events: every event, oldest first. */
export const eventsAnswer = z.extend(answerBase, { events: z.array(eventBase) });
export type EventsAnswer = z.infer<typeof eventsAnswer>;

/** The answer of GET /api/v1/events/2025-10-10. */
export const eventAnswer = z.extend(answerBase, {
  ...z.omit(eventBase, { figures: true }).shape,
  /** The data as they were known then; null: as they are known now. */
  asOf: z.nullable(isoInstant),
  yardstick: z.nullable(z.enum(YARDSTICKS)),
  /** The hours a venue declared, half-open; and how many of `found` lie inside, partly, outside. */
  declared: z.nullable(z.extend(range, { venue: z.string(), publisher, counts })),
  figures: z.array(figureAnswer),
  statements: z.array(z.object({ id: z.string(), publisher })),
  paths: z.array(pathAnswer),
  /** Beyond what the rates leave unknown, deepest first; `found` is how many there are, those within their rate's uncertainty not counted. */
  found: z.int(),
  /** Of `episodes`, how many go beyond the yardstick; null: none was chosen. */
  beyond: z.nullable(z.int()),
  episodes: z.array(eventEpisode),
  /** Plain sentences a reader must see beside the numbers. */
  notes: z.array(z.string()),
});
export type EventAnswer = z.infer<typeof eventAnswer>;
