import { isEventId, type EventId } from '../domain/events/event';
import { YARDSTICKS, type Yardstick } from '../domain/events/yardsticks';
import { formatInstant, type Instant } from '../domain/instant';
import { parsed, refused, type Parsed } from '../domain/unit';
import { readAsOf, readOneOf } from './fields';
import { writePath, writeQuery, type Fields } from './query';

export const EVENT_NAMES = ['yardstick', 'asOf'] as const;

/** How an event is looked at. */
export interface EventView {
  readonly event: EventId;
  /** undefined: depths are held against none. */
  readonly yardstick: Yardstick | undefined;
  /** As everything was known then; undefined: as it is known now. */
  readonly asOf: Instant | undefined;
}

/** Reads an event's address strictly; undefined: there is no event of this name. */
export function readEvent(
  event: string,
  fields: Readonly<Record<string, string | undefined>>,
): Parsed<EventView> | undefined {
  if (!isEventId(event)) return undefined;
  const unknown = Object.keys(fields).find((name) => !EVENT_NAMES.some((known) => known === name));
  if (unknown !== undefined) return refused({ kind: 'unknown-name', name: unknown, known: EVENT_NAMES });
  const { yardstick: text } = fields;
  const yardstick = text === undefined ? parsed(undefined) : readOneOf('yardstick', text, YARDSTICKS);
  if (!yardstick.ok) return yardstick;
  const asOf = readAsOf(fields['asOf']);
  return asOf.ok ? parsed({ event, yardstick: yardstick.value, asOf: asOf.value }) : asOf;
}

const fieldsOf = ({ yardstick, asOf }: EventView): Fields => [
  ...(yardstick === undefined ? [] : [['yardstick', yardstick] as const]),
  ...(asOf === undefined ? [] : [['asOf', formatInstant(asOf)] as const]),
];

/** The query string of GET /api/v1/events/EVENT. */
export const eventParameters = (view: EventView): string => writeQuery(fieldsOf(view));

/** An event's page. */
export const eventPath = (view: EventView): string => writePath(`/events/${view.event}`, fieldsOf(view));

/** The page of an event as it opens where nobody chose otherwise. */
export const plainEventPath = (event: EventId): string => eventPath({ event, yardstick: undefined, asOf: undefined });
