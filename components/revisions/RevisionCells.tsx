import type { ReactNode } from 'react';
import { Link } from '@/components/frame/Link';
import { pairWords } from '@/lib/words/market';
import { venueName } from '@/lib/words/venues';
import type { SourcePair } from '@/lib/api/revisions';
import { VenueMarket } from '../frame/Cells';
import { Difference, type Apart } from './CandleCells';
import { Time } from '../zone/Time';
import { ZonedHead } from '../zone/ZonedHead';
import { minutePath, spanPath } from './minutePath';

interface MinuteProps {
  readonly asset: string;
  readonly minute: string;
  readonly asOf: string | null;
}

/** A minute that leads to its page. */
export const MinuteLink = ({ asset, minute, asOf }: MinuteProps) => (
  <Link className="link whitespace-nowrap" href={minutePath(asset, minute, asOf)}>
    <Time iso={minute} form="clock-first" />
  </Link>
);

type Named = Pick<SourcePair, 'venue' | 'market' | 'kind'>;

/** The first cell of a row. On a phone the market is under its minute, so that the candles come into sight. */
export const MinuteCell = ({
  row,
  note,
  asOf,
}: {
  readonly row: Named & Omit<MinuteProps, 'asOf'>;
  /** What else stands with the market. */
  readonly note?: string;
  readonly asOf: string | null;
}) => (
  <th scope="row">
    <MinuteLink asset={row.asset} minute={row.minute} asOf={asOf} />
    <span className="label block whitespace-normal sm:hidden">
      {venueName(row.venue)} {pairWords(row)}
    </span>
    {note !== undefined && <span className="label block whitespace-normal sm:hidden">{note}</span>}
  </th>
);

/** The first cell of a longer candle: it leads to its minutes. */
export const SpanCell = ({
  row,
  name,
  note,
  asOf,
}: {
  readonly row: Named & { readonly asset: string; readonly from: string; readonly to: string };
  readonly name: string;
  readonly note: string;
  readonly asOf: string | null;
}) => (
  <th scope="row">
    <Link className="link whitespace-nowrap" href={spanPath(row.asset, row.from, row.to, asOf)}>
      <Time iso={row.from} form="clock-first" />
    </Link>
    <span className="label block whitespace-nowrap">{name}</span>
    <span className="label block whitespace-normal sm:hidden">
      {venueName(row.venue)} {pairWords(row)}
    </span>
    <span className="label block whitespace-normal sm:hidden">{note}</span>
  </th>
);

/** The market, where there is room beside the minute. */
export const MarketCell = ({ row, note }: { readonly row: Named; readonly note?: string }) => (
  <td className="hidden whitespace-nowrap sm:table-cell">
    <VenueMarket venue={row.venue} market={row.market} kind={row.kind} />
    {note !== undefined && <span className="label block">{note}</span>}
  </td>
);

interface PairRowProps {
  /** The minute or the span: a head of the row. */
  readonly name: ReactNode;
  readonly apart: Apart;
  readonly market: ReactNode;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

/** Two candles of a minute and their difference. On a phone the candles stand below, each under the words that say whose it is. */
export const CandlePairRow = ({ name, apart, market, first, second }: PairRowProps) => (
  <>
    <tr className="max-sm:[&>*]:border-b-0">
      {name}
      <td className="num">
        <Difference apart={apart} />
      </td>
      {market}
      <td className="hidden sm:table-cell">{first}</td>
      <td className="hidden sm:table-cell">{second}</td>
    </tr>
    <tr className="sm:hidden">
      <td colSpan={2} className="space-y-1">
        <div>{first}</div>
        <div>{second}</div>
      </td>
    </tr>
  </>
);

/** Beside a list that is cut: how much of it is shown; nothing where all is. */
export const Cut = ({
  all,
  shown,
  words,
}: {
  readonly all: number;
  readonly shown: number;
  readonly words: (shown: number, all: number) => string;
}) => (all > shown ? <span className="text-sm text-ink-3">{words(shown, all)}</span> : undefined);

interface HeadsProps {
  readonly minute: string;
  readonly difference: string;
  readonly market: string;
  readonly first: string;
  readonly second: string;
}

/** Over the two candles of a minute and their difference. */
export const CandlePairHeads = ({ minute, difference, market, first, second }: HeadsProps) => (
  <thead>
    <tr>
      <th scope="col">
        <ZonedHead>{minute}</ZonedHead>
      </th>
      <th scope="col" className="num">
        {difference}
      </th>
      <th scope="col" className="hidden sm:table-cell">
        {market}
      </th>
      <th scope="col" className="hidden sm:table-cell">
        {first}
      </th>
      <th scope="col" className="hidden sm:table-cell">
        {second}
      </th>
    </tr>
  </thead>
);
