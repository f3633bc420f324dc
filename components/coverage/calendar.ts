import type { CoverageAnswer, DayColumns, MarketCoverage } from '@/lib/api/coverage';
import { symbolOf } from '@/lib/domain/asset';
import { grouped } from '@/lib/domain/grouped';
import type { Asset } from '@/lib/domain/market';
import { daysIn, MINUTES_PER_DAY, parseMinute, plus, type Day, type MinuteRange } from '@/lib/domain/minute';
import { sourceWords } from '@/lib/words/sources';
import { promised } from '@/lib/domain/unit';
import { marketCount } from '@/lib/words/counts';
import { pairWords } from '@/lib/words/market';
import { venueName } from '@/lib/words/venues';

/** What came of one UTC day, in minutes; `quarantined` in rows. */
export type DayCell = Readonly<Record<Exclude<keyof DayColumns, 'day'>, number>>;

/** One row of the calendar: a market from one source, or every market of an asset together. */
export interface CalendarRow {
  readonly key: string;
  /** Its name, written strongest, and what says more of it. */
  readonly label: string;
  readonly detail: string;
  /** Before its figures: the source, or how many markets it is of. */
  readonly note: string;
  /** Where the label leads. */
  readonly href: string | undefined;
  /** Minutes that a day of this row has: 1,440 for each of its markets. */
  readonly dayMinutes: number;
  readonly answeredMinutes: number;
  readonly traded: number;
  /** Minutes from the first answer to the last, over its markets; 0 where nothing was answered. */
  readonly spanMinutes: number;
  /** By date. */
  readonly cells: Cells;
  /** The asset whose chart its days lead to. */
  readonly asset: string;
}

type Cells = Readonly<Record<string, DayCell>>;

/** Written out once a field: a page of the calendar has tens of thousands of days, of each market and source. */
const cellOf = (value: (field: keyof DayCell) => number): DayCell => ({
  answered: value('answered'),
  traded: value('traded'),
  noTrade: value('noTrade'),
  moved: value('moved'),
  setAside: value('setAside'),
  refused: value('refused'),
  failed: value('failed'),
  notServed: value('notServed'),
  quarantined: value('quarantined'),
  revised: value('revised'),
});

function cellsOf({ kept }: MarketCoverage): Cells {
  const days = kept?.days;
  if (days === undefined) return {};
  const cells: Record<string, DayCell> = {};
  for (const [i, day] of days.day.entries()) cells[day] = cellOf((field) => days[field][i] ?? NaN);
  return cells;
}

function joined(all: readonly Cells[], join: (a: DayCell, b: DayCell) => DayCell): Cells {
  const cells: Record<string, DayCell> = {};
  for (const one of all)
    for (const [day, cell] of Object.entries(one)) {
      const before = cells[day];
      cells[day] = before === undefined ? cell : join(before, cell);
    }
  return cells;
}

/** The minutes of the source that answered more (an analysis takes one source, never a mixture); quarantined and revised rows of both. */
const better = (a: DayCell, b: DayCell): DayCell => {
  const best = b.answered > a.answered ? b : a;
  return { ...best, quarantined: a.quarantined + b.quarantined, revised: a.revised + b.revised };
};
const added = (a: DayCell, b: DayCell): DayCell => cellOf((field) => a[field] + b[field]);

const minutesOf = (iso: string): number => {
  const read = parseMinute(iso);
  return read.ok ? read.value : NaN;
};
const spanOf = ({ kept }: MarketCoverage): number =>
  kept?.span === undefined || kept.span === null ? 0 : minutesOf(kept.span.to) - minutesOf(kept.span.from);
const sum = (markets: readonly MarketCoverage[], count: (market: MarketCoverage) => number): number =>
  markets.reduce((total, market) => total + count(market), 0);

const totals = (
  markets: readonly MarketCoverage[],
): Pick<CalendarRow, 'answeredMinutes' | 'traded' | 'spanMinutes' | 'dayMinutes'> => ({
  dayMinutes: markets.length * MINUTES_PER_DAY,
  answeredMinutes: sum(markets, ({ answeredMinutes }) => answeredMinutes),
  traded: sum(markets, ({ traded }) => traded),
  spanMinutes: sum(markets, spanOf),
});

/** A row a market and source of one asset. */
export const marketRows = (asset: string, markets: readonly MarketCoverage[]): readonly CalendarRow[] =>
  markets.map((market) => ({
    key: `${market.venue} ${market.market} ${market.kind} ${market.source}`,
    label: venueName(market.venue),
    detail: pairWords(market),
    note: sourceWords(market.source),
    href: undefined,
    asset,
    ...totals([market]),
    cells: cellsOf(market),
  }));

/** A row an asset: its markets together, each by the source that answered more of the day. */
export const assetRows = (
  assets: CoverageAnswer['assets'],
  hrefOf: (asset: string) => string,
): readonly CalendarRow[] =>
  assets.map(({ asset, name, markets }) => {
    const books = grouped(markets, ({ venue, market, kind }) => `${venue} ${market} ${kind}`);
    const sources = [...books.values()];
    const best = sources.flatMap((all) => [...all].sort((a, b) => b.answeredMinutes - a.answeredMinutes).slice(0, 1));
    const symbol = symbolOf(asset as Asset);
    return {
      key: asset,
      label: symbol,
      detail: name === symbol ? '' : name,
      note: marketCount(sources.length),
      href: hrefOf(asset),
      asset,
      ...totals(best),
      cells: joined(
        sources.map((all) => joined(all.map(cellsOf), better)),
        added,
      ),
    };
  });

export type CalendarColumn =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'gap'; readonly from: string; readonly to: string; readonly days: number };

/** Days: a shorter stretch that nobody requested is drawn day by day; a longer one is one narrow column that says how long it is. */
const DRAWN_GAP = 7;

/** Every UTC day from the first to the last that any row has data of; a long stretch without any is one column. */
export function columnsOf(rows: readonly CalendarRow[]): readonly CalendarColumn[] {
  const known = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const [first, last] = [[...known].sort()[0], [...known].sort().at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = daysIn({ from: startOfDay(first), to: plus(startOfDay(last), 1) }).map(dateOf);
  const columns: CalendarColumn[] = [];
  let empty: string[] = [];
  const flush = (): void => {
    const [from, to] = [empty[0], empty.at(-1)];
    if (from !== undefined && to !== undefined && empty.length > DRAWN_GAP)
      columns.push({ kind: 'gap', from, to, days: empty.length });
    else columns.push(...empty.map((day) => ({ kind: 'day', day }) as const));
    empty = [];
  };
  for (const day of all) {
    if (!known.has(day)) {
      empty.push(day);
      continue;
    }
    flush();
    columns.push({ kind: 'day', day });
  }
  return columns;
}

const dateOf = (day: Day): string => new Date(day * MINUTES_PER_DAY * 60_000).toISOString().slice(0, 10);

const startOfDay = (date: string): MinuteRange['from'] => promised(parseMinute(`${date}T00:00Z`));

/** The UTC day a date names. */
export const dayRange = (date: string): MinuteRange => ({
  from: startOfDay(date),
  to: plus(startOfDay(date), MINUTES_PER_DAY),
});

/** Columns of one month, to stand under its name; a gap belongs to the month it begins in. */
export function monthsOf(
  columns: readonly CalendarColumn[],
): readonly { readonly month: string; readonly columns: number }[] {
  const months: { month: string; columns: number }[] = [];
  for (const column of columns) {
    const month = (column.kind === 'day' ? column.day : column.from).slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.columns += 1;
    else months.push({ month, columns: 1 });
  }
  return months;
}
