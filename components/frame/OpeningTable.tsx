'use client';

import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { openingTable } from '@/lib/words/frame';
import { ZonedHead } from '../zone/ZonedHead';

/** A column of a table whose rows open. */
export interface Column<Row> {
  /** Over it, and before its value in an opened row. A new line in a head of figures is one in the head. */
  readonly head: string;
  /** What it means, where its head is too short to say it. */
  readonly hint?: string;
  /** Times of the reader’s zone, which its head names in place of UTC. */
  readonly isTime?: boolean;
  /** Figures stand to the right. */
  readonly numeric?: boolean;
  /** In the row itself: `always`, or from a width of the page on; else, and `opened` at every width, in a row that is opened. */
  readonly shown: 'always' | FromWidth | 'opened';
  readonly className?: string;
  /** A drawing beside its figure: its head is for those who hear the page alone, and a row opened leaves it out. */
  readonly isDrawn?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** A tablet upright, a tablet on its side, a screen. */
type FromWidth = 'medium' | 'wide' | 'widest';

const HIDDEN_BELOW: Readonly<Record<FromWidth, string>> = {
  medium: 'max-md:hidden',
  wide: 'max-lg:hidden',
  widest: 'max-xl:hidden',
};
const HIDDEN_FROM: Readonly<Record<FromWidth, string>> = {
  medium: 'md:hidden',
  wide: 'lg:hidden',
  widest: 'xl:hidden',
};
/** On paper nothing can be opened: every row is, as far as its figures have no column there. */
const PRINTED_BELOW: Readonly<Record<FromWidth, string>> = {
  medium: 'print:max-md:table-row',
  wide: 'print:max-lg:table-row',
  widest: 'print:max-xl:table-row',
};

interface Props<Row> {
  /** The column that names a row. */
  readonly name: Pick<Column<Row>, 'head' | 'cell'>;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** A row by its name, for those who hear the page. */
  readonly nameOf: (row: Row) => string;
  readonly label: string;
}

/** A table that fits its page by showing the columns that matter; a row opens to show the rest of its figures. */
export function OpeningTable<Row>({ name, columns, rows, keyOf, nameOf, label }: Props<Row>) {
  const across = columns.filter(({ shown }) => shown !== 'opened');
  return (
    <table className="sheet opening" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{name.head}</th>
          {across.map((column) => (
            <th key={column.head} scope="col" className={classOf(column)} title={column.hint}>
              {column.isDrawn === true ? (
                <span className="sr-only">{column.head}</span>
              ) : column.isTime === true ? (
                <ZonedHead>{column.head}</ZonedHead>
              ) : (
                column.head
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OpeningRow key={keyOf(row)} name={name} columns={columns} row={row} label={nameOf(row)} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps<Row> extends Pick<Props<Row>, 'name' | 'columns'> {
  readonly row: Row;
  readonly label: string;
}

function OpeningRow<Row>({ name, columns, row, label }: RowProps<Row>) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const across = columns.filter(({ shown }) => shown !== 'opened');
  const further = columns.filter(({ shown, isDrawn }) => shown !== 'always' && isDrawn !== true);
  const last = lastWidth(further.map(({ shown }) => shown));
  const opening = last === undefined ? '' : HIDDEN_FROM[last];
  const shut = `hidden ${last === undefined ? 'print:table-row' : PRINTED_BELOW[last]}`;
  return (
    <>
      <tr className={isOpen ? 'opened' : undefined}>
        <th scope="row">
          <span className="flex items-baseline gap-1">
            <span>{name.cell(row)}</span>
            {further.length > 0 && (
              <button
                type="button"
                className={`order-first -my-1 -ml-1 inline-flex size-6 shrink-0 items-center justify-center self-center rounded text-ink-3 hover:text-ink ${opening}`}
                aria-expanded={isOpen}
                aria-controls={id}
                aria-label={openingTable.more(label)}
                onClick={() => {
                  setOpen(!isOpen);
                }}
              >
                <ChevronRight aria-hidden className={`size-4 transition-transform ${isOpen ? 'rotate-90' : ''}`} />
              </button>
            )}
          </span>
        </th>
        {across.map((column) => (
          <td key={column.head} className={classOf(column)}>
            {column.cell(row)}
          </td>
        ))}
      </tr>
      {further.length > 0 && (
        <tr id={id} className={isOpen ? opening : shut}>
          <td colSpan={across.length + 1}>
            <dl className="opening-facts">
              {further.map((column) => (
                <div key={column.head} className={isFromWidth(column.shown) ? HIDDEN_FROM[column.shown] : undefined}>
                  <dt title={column.hint}>
                    {column.isTime === true ? <ZonedHead>{column.head}</ZonedHead> : column.head.replace('\n', ' ')}
                  </dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
          </td>
        </tr>
      )}
    </>
  );
}

type Shown = Column<never>['shown'];

const isFromWidth = (shown: Shown): shown is FromWidth => shown in HIDDEN_FROM;

/** The width from which on the row itself shows every figure, so that none opens; undefined: it opens at every width. */
function lastWidth(shown: readonly Shown[]): FromWidth | undefined {
  if (shown.includes('opened')) return undefined;
  return (['widest', 'wide', 'medium'] as const).find((width) => shown.includes(width));
}

const classOf = <Row,>({ numeric, shown, className = '' }: Column<Row>): string =>
  [numeric === true ? 'num' : '', isFromWidth(shown) ? HIDDEN_BELOW[shown] : '', className].filter(Boolean).join(' ');
