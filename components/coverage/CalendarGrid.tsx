'use client';

import { Link } from '@/components/frame/Link';
import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Asset } from '@/lib/domain/market';
import { defaultQuestion } from '@/lib/domain/question';
import { viewPath } from '@/lib/permalink/view';
import { dayLines, dayWords, monthWords, rowWords } from '@/lib/words/coverage';
import { columnsOf, dayRange, monthsOf, type CalendarColumn, type CalendarRow } from './calendar';
import './calendar.css';
import { cellAfter, type Cell } from './calendarKeys';
import { DayMark } from './DayMark';
import { calendar } from '@/lib/words/coveragePage';
import { SideScroller } from '../frame/SideScroller';

interface Props {
  readonly label: string;
  readonly rows: readonly CalendarRow[];
}

/** The chart of an asset's UTC day. */
const dayPath = (asset: string, day: string): string =>
  viewPath({
    question: defaultQuestion(asset as Asset, dayRange(day)),
    minute: undefined,
    scale: 'auto',
    focus: undefined,
    lines: [],
  });

/** The cell whose words are shown, and where on the screen they go. */
interface Shown extends Cell {
  readonly x: number;
  readonly y: number;
}

/**
 * A row a market, a column a UTC day. A grid of links of which one is in the tab order; the arrow keys move among them. The
 * words of a cell are shown beside it while it is pointed at or focused, and are its name for those who hear it.
 */
export function CalendarGrid({ label, rows }: Props) {
  const columns = columnsOf(rows);
  const [at, setAt] = useState<Cell>({ row: 0, column: Math.max(0, columns.length - 1) });
  const [shown, setShown] = useState<Shown | undefined>();
  const show = (row: number, column: number) => (element: HTMLElement) => {
    const box = element.getBoundingClientRect();
    setShown({ row, column, x: box.left + box.width / 2, y: box.top });
  };
  const hide = (): void => {
    setShown(undefined);
  };
  const move = (event: KeyboardEvent<HTMLTableElement>): void => {
    const isOnCell = (event.target as HTMLElement).dataset['cell'] !== undefined;
    const next = isOnCell ? cellAfter(event.key, at, rows.length, columns) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(cellSelector(next))?.focus();
  };
  return (
    // The newest days first in sight.
    <SideScroller className="scroller" isFromEnd onScroll={hide}>
      <table
        role="grid"
        aria-label={label}
        className="calendar"
        style={{ '--days': String(columns.length) } as CSSProperties}
        onKeyDown={move}
      >
        <Head columns={columns} />
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.key}>
              <RowHead row={row} />
              {columns.map((column, c) =>
                column.kind === 'gap' ? (
                  <td key={column.from} className="gap" aria-label={calendar.gap(column.from, column.to)} />
                ) : (
                  <td key={column.day}>
                    <Link
                      href={dayPath(row.asset, column.day)}
                      data-cell={cellName({ row: r, column: c })}
                      tabIndex={at.row === r && at.column === c ? 0 : -1}
                      aria-label={calendar.cell(
                        rowName(row),
                        column.day,
                        dayWords(row.cells[column.day], row.dayMinutes),
                      )}
                      onFocus={(event) => {
                        setAt({ row: r, column: c });
                        show(r, c)(event.currentTarget);
                      }}
                      onBlur={hide}
                      onMouseEnter={(event) => {
                        show(r, c)(event.currentTarget);
                      }}
                      onMouseLeave={hide}
                    >
                      <DayMark cell={row.cells[column.day]} dayMinutes={row.dayMinutes} />
                    </Link>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Tip
        shown={shown}
        row={shown === undefined ? undefined : rows[shown.row]}
        column={shown === undefined ? undefined : columns[shown.column]}
      />
    </SideScroller>
  );
}

/** How a cell is found in the page. */
const cellName = ({ row, column }: Cell): string => `${String(row)} ${String(column)}`;
const cellSelector = (cell: Cell): string => `[data-cell="${cellName(cell)}"]`;

const rowName = ({ label, detail, note }: CalendarRow): string => calendar.row(label, detail, note);

const Head = ({ columns }: { readonly columns: readonly CalendarColumn[] }) => (
  <thead>
    <tr>
      <th scope="col" rowSpan={2} className="align-bottom">
        {calendar.day}
      </th>
      {monthsOf(columns).map(({ month, columns: wide }, i) => (
        <th key={`${month} ${String(i)}`} scope="colgroup" colSpan={wide} className="month">
          <span>{monthWords(month)}</span>
        </th>
      ))}
    </tr>
    <tr>
      {columns.map((column) =>
        column.kind === 'gap' ? (
          <th key={column.from} scope="col" className="gap">
            <span className="sr-only">{calendar.gapOfDays(column.from, column.to, column.days)}</span>
            <span aria-hidden title={calendar.gap(column.from, column.to)}>
              {calendar.days(column.days)}
            </span>
          </th>
        ) : (
          <th key={column.day} scope="col" className="day">
            <span className="sr-only">{column.day}</span>
            <span aria-hidden>{Number(column.day.slice(8))}</span>
          </th>
        ),
      )}
    </tr>
  </thead>
);

const RowHead = ({ row }: { readonly row: CalendarRow }) => (
  <th scope="row">
    <span className="flex max-w-[15rem] items-baseline gap-x-1.5 whitespace-nowrap">
      {row.href === undefined ? (
        <span className="font-semibold">{row.label}</span>
      ) : (
        <Link className="link font-semibold" href={row.href}>
          {row.label}
        </Link>
      )}
      <span className="truncate text-ink-3">{row.detail}</span>
    </span>
    <span className="block text-[0.75rem] leading-snug font-normal text-ink-3">{row.note}</span>
    <span className="block text-[0.75rem] leading-snug font-normal text-ink-2">
      {rowWords(row).map((part) => (
        <span key={part} className="mr-2.5 inline-block whitespace-nowrap">
          {part}
        </span>
      ))}
    </span>
  </th>
);

function Tip({
  shown,
  row,
  column,
}: {
  readonly shown: Shown | undefined;
  readonly row: CalendarRow | undefined;
  readonly column: CalendarColumn | undefined;
}) {
  if (shown === undefined || row === undefined || column?.kind !== 'day') return null;
  return (
    <div
      role="tooltip"
      aria-hidden
      className="calendar-tip pointer-events-none fixed z-50 -translate-y-full rounded border border-rule-strong bg-raised px-3 py-2 text-sm shadow-lg"
      style={{ '--x': `${String(shown.x)}px`, top: shown.y - 6 } as CSSProperties}
    >
      <strong className="block font-semibold">
        {column.day} <span className="font-normal text-ink-3">{calendar.utc}</span>
      </strong>
      <span className="block text-ink-2">{rowName(row)}</span>
      <ul className="mt-1">
        {dayLines(row.cells[column.day], row.dayMinutes).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
