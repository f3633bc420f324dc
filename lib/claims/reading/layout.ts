import type { Venue } from '../../domain/market';
import { MINUTE_MS } from '../../domain/minute';
import { ZONE_STEP } from '../../domain/namedZones';
import { AVERAGES, NEEDED, plainName, ROLE_NAMES, ROLES, type Role } from './roles';
import { FORMATS, type Format, type FormatId } from './formats';
import { cellsOf, DELIMITERS, type Delimiter } from './cells';
import type { Line } from './lines';
import type { ContractSize, NamedBook } from './symbols';
import { timeIn, zoneIn, zoneOfHead } from './times';

/** Who says in which zone a file's clock is. */
export type ZoneStated = 'column' | 'preamble';

/** How a file is read. */
export interface Layout {
  readonly format: FormatId;
  readonly isConfirmed: boolean;
  readonly delimiter: Delimiter;
  /** The line of the head: rows follow it. */
  readonly headLine: number;
  readonly head: readonly string[];
  /** Where the column of each role stands. */
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  /** Minutes east of UTC that the file states; undefined: it does not say, and it is asked for. */
  readonly zone: { readonly east: number; readonly by: ZoneStated } | undefined;
  /** Of the account, where the line before the head names it. */
  readonly account: string | undefined;
  /** Whether a row's price is an order's average. */
  readonly isOrders: boolean;
}

/** What the reader of a file says of it; each goes before what was found. */
export interface Said {
  readonly columns?: Readonly<Partial<Record<Role, string>>>;
  readonly venue?: Venue;
  readonly kind?: NamedBook['kind'];
  /** Minutes east of UTC. */
  readonly zone?: number;
  /** What a quantity in contracts counts. */
  readonly contract?: ContractSize;
  /** The same by symbol, as the file writes it; it goes before `contract`. */
  readonly contracts?: ReadonlyMap<string, ContractSize>;
  /** Whose fills the file has. */
  readonly account?: string;
}

/** What a file leaves open, each with who can say it. */
export type Asked =
  | { readonly kind: 'column'; readonly role: Role }
  | { readonly kind: 'venue' }
  | { readonly kind: 'zone' };

/** A head stands within so many lines: before it exports have a line about the account. */
const MOST_LINES_BEFORE = 20;
/** Fewer columns are no export of fills: time, symbol, side, price, quantity. */
const FEWEST_COLUMNS = NEEDED.length;
/** Of a generic file so many of the needed columns make a line its head. */
const FEWEST_FOUND = 3;

/** How the first lines of a file are to be read; undefined: no line of them is a head. */
export function layoutOf(lines: readonly Line[], said: Said = {}): Layout | undefined {
  const heads = lines.slice(0, MOST_LINES_BEFORE).flatMap((line, at) =>
    DELIMITERS.flatMap((delimiter) => {
      const head = cellsOf(line.text, delimiter);
      return head === undefined || head.length < FEWEST_COLUMNS
        ? []
        : [{ line, at, delimiter, head, names: head.map(plainName) }];
    }),
  );
  for (const { line, at, delimiter, head, names } of heads) {
    const format = FORMATS.find(({ has }) => has.every((one) => names.includes(one)));
    const columns = columnsOf(names, head, format?.id, said);
    const found = NEEDED.filter((role) => columns[role] !== undefined).length;
    if (format === undefined && found < FEWEST_FOUND) continue;
    const before = lines.slice(0, at).map(({ text }) => text.replaceAll('\uFEFF', ''));
    return {
      format: format?.id ?? 'generic',
      isConfirmed: format?.isConfirmed ?? false,
      delimiter,
      headLine: line.number,
      head: head.map((name) => name.replaceAll('\uFEFF', '')),
      columns,
      zone: zoneStated(
        head,
        columns.time,
        before,
        lines.slice(at + 1).map((one) => cellsOf(one.text, delimiter) ?? []),
      ),
      account: before.map((text) => /\buid:?\s*,?\s*(\d+)/i.exec(text)?.[1]).find((one) => one !== undefined),
      isOrders: columns.price !== undefined && AVERAGES.includes(names[columns.price] ?? ''),
    };
  }
  return undefined;
}

function columnsOf(
  names: readonly string[],
  head: readonly string[],
  format: FormatId | undefined,
  said: Said,
): Layout['columns'] {
  const own: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const chosen = said.columns?.[role];
    const place =
      chosen !== undefined
        ? head.findIndex((name) => name === chosen || plainName(name) === plainName(chosen))
        : (PLACES[format ?? 'generic']?.[role] ?? ROLE_NAMES[role])
            .map((name) => names.indexOf(name))
            .find((one) => one >= 0);
    if (place === undefined || place < 0) continue;
    // Of two columns of one name nobody knows which is meant: it is asked for.
    const isNeeded = NEEDED.some((needed) => needed === role);
    const isGuess = chosen === undefined && isNeeded && head.lastIndexOf(head[place] ?? '') !== place;
    if (!isGuess) own[role] = place;
  }
  // One column says one thing: what is a side is no flag.
  if (own.flag !== undefined && own.flag === own.side) delete own.flag;
  return own;
}

/** Where an export uses a usual name for something else. */
const PLACES: Readonly<Partial<Record<FormatId, Readonly<Partial<Record<Role, readonly string[]>>>>>> = {
  'binance-spot-trades': { time: ['date'], quantity: ['executed'], price: ['price'], flag: [] },
  'binance-spot-trades-old': { time: ['date'], side: ['type'], quantity: ['amount'], flag: [] },
  'binance-spot-orders': { time: ['time', 'date'] },
  'okx-trades': { time: ['time'], side: ['action'], quantity: ['amount'], flag: ['tradetype'], 'trade-id': ['id'] },
  'bybit-derivatives-trades': { flag: ['filledtype'], side: ['direction'] },
  'bybit-derivatives-old': { side: ['direction'], flag: ['type'] },
};

/**
 * The time's own column says it, or another of the head: one export has one clock, unless the rows show that it has two. Else the lines before
 * it.
 */
function zoneStated(
  head: readonly string[],
  time: number | undefined,
  before: readonly string[],
  rows: readonly (readonly string[])[],
): Layout['zone'] {
  const own = zoneOfHead(head[time ?? -1] ?? '');
  const column =
    own ??
    head
      .filter((_, at) => time === undefined || !isAnotherClock(time, at, rows))
      .map(zoneOfHead)
      .find((one) => one !== undefined);
  if (column !== undefined) return { east: column, by: 'column' };
  const east = before
    .map((text) => zoneIn(/time ?zone:?\s*,?\s*(utc[^,\s]*)/i.exec(text)?.[1] ?? ''))
    .find((one) => one !== undefined);
  return east === undefined ? undefined : { east, by: 'preamble' };
}

/** Whether two columns show one time on two clocks: in every row the same zones apart, to the second. An order is filled at no such distance from its making. */
function isAnotherClock(time: number, other: number, rows: readonly (readonly string[])[]): boolean {
  const apart = new Set(
    rows.flatMap((cells) => {
      const [a, b] = [timeIn(cells[time] ?? ''), timeIn(cells[other] ?? '')];
      return a === undefined || b === undefined || a.zone !== undefined || b.zone !== undefined ? [] : [a.ms - b.ms];
    }),
  );
  const [ms, ...others] = apart;
  return ms !== undefined && others.length === 0 && ms !== 0 && ms % (ZONE_STEP * MINUTE_MS) === 0;
}

export const formatOf = ({ format }: Pick<Layout, 'format'>): Format | undefined =>
  FORMATS.find(({ id }) => id === format);

/** What is still to be said before a file can be read. `isFixed`: its rows name their own instants. */
export function askedOf(layout: Layout, said: Said, isFixed: boolean): readonly Asked[] {
  return [
    ...NEEDED.filter((role) => layout.columns[role] === undefined).map((role) => ({ kind: 'column', role }) as const),
    ...(formatOf(layout) === undefined && (said.venue === undefined || said.kind === undefined)
      ? [{ kind: 'venue' } as const]
      : []),
    ...(isFixed || layout.zone !== undefined || said.zone !== undefined ? [] : [{ kind: 'zone' } as const]),
  ];
}
