'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from '@/components/frame/Link';
import type { MinuteAnswer, MinuteVenue } from '@/lib/api/minute';
import { minuteQuery } from '@/lib/client/minute';
import { scanQuery } from '@/lib/client/scan';
import type { Asset } from '@/lib/domain/market';
import { formatMinute, minuteRange, plus, type Minute } from '@/lib/domain/minute';
import { scanPath } from '@/lib/permalink/scan';
import { minuteQuestion, viewPath, type View } from '@/lib/permalink/view';
import { formatPrice } from '@/lib/words/numbers';
import { otherAssets } from '@/lib/words/minutePage';
import { Deviation, Figure, VenueKind } from '../frame/Cells';
import { Failure } from '../frame/Failure';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { useInSight } from '../frame/useInSight';
import { windowView } from '../links';
import { withMinute } from '../view';

/** As many assets as are looked at in the minute itself, and the episodes among which they are found. */
const MOST_ASSETS = 8;
const MOST_EPISODES = 200;
/** A screen before it is in sight: how many rows come is known too late to keep their place, and below them is more to read. */
const AHEAD = '100% 0px';
/** Of the table that comes, in rem: its head, and each row. */
const PLACE = { head: 1.75, row: 2.171 } as const;

/**
 * What other assets did in a minute: found by their stored episodes, each measured in the minute itself, once a reader has come so far
 * down the page.
 */
export function OtherAssets({ view, minute }: { readonly view: View; readonly minute: Minute }) {
  const { asset, asOf } = view.question;
  const box = useRef<HTMLDivElement>(null);
  const seen = useInSight(box, AHEAD);
  const range = minuteRange(minute, plus(minute, 1));
  const { data: found, error } = useQuery({ ...scanQuery(range, asOf, MOST_EPISODES), enabled: seen });
  const others = [...new Set(found?.episodes.map((episode) => episode.asset) ?? [])]
    .filter((other) => other !== asset)
    .slice(0, MOST_ASSETS)
    .map((other) => withMinute(windowView(other as Asset, { range, asOf }), minute));
  const answers = useQueries({ queries: others.map((other) => minuteQuery(minuteQuestion(other, minute), minute)) });
  const rows = others.flatMap((other, place): Row[] => {
    const answer = answers[place]?.data;
    return answer === undefined ? [] : [rowOf(other, answer)];
  });
  const isLoading = (found === undefined && error === null) || rows.length < others.length;
  return (
    // A heading over nothing says on paper that there is nothing.
    <div ref={box} className={isLoading ? 'print:hidden' : undefined}>
      <Section
        id="others"
        title={otherAssets.title}
        lead={otherAssets.lead}
        aside={
          <Link
            className="link text-sm"
            href={scanPath([
              ['from', formatMinute(range.from)],
              ['to', formatMinute(range.to)],
            ])}
          >
            {otherAssets.all}
          </Link>
        }
      >
        {error !== null && <Failure of={error} />}
        {isLoading &&
          (seen ? (
            <div
              role="status"
              aria-label={otherAssets.loading}
              className="skeleton"
              style={{ height: `${String(PLACE.head + PLACE.row * Math.max(others.length, 1))}rem` }}
            />
          ) : (
            <div aria-hidden className="h-18 rounded-[3px] bg-sunk" />
          ))}
        {!isLoading && rows.length === 0 && error === null && (
          <p className="text-ink-2">{otherAssets.none(found.searched.filter((one) => one.asset !== asset).length)}</p>
        )}
        {!isLoading && rows.length > 0 && (
          <OpeningTable
            label={otherAssets.label}
            name={{ head: otherAssets.asset, cell: assetCell }}
            columns={columns()}
            rows={rows.sort(deepestFirst)}
            keyOf={({ name }) => name}
            nameOf={({ name }) => name}
          />
        )}
      </Section>
    </div>
  );
}

interface Row {
  readonly name: string;
  readonly path: string;
  readonly currency: string;
  readonly enter: number;
  /** The market furthest from its reference, on either side; undefined: none was measured. */
  readonly venue: MinuteVenue | undefined;
  readonly deviation: number | null;
  readonly price: number | null;
  readonly reference: number | null;
}

/** Those that were not measured come last. */
const deepestFirst = (a: Row, b: Row): number =>
  a.deviation === null || b.deviation === null
    ? Number(a.deviation === null) - Number(b.deviation === null)
    : Math.abs(b.deviation) - Math.abs(a.deviation);

function rowOf(view: View, answer: MinuteAnswer): Row {
  const sides = answer.venues.flatMap((venue) => [
    { venue, deviation: venue.dLow, price: venue.converted.low, reference: venue.reference.low },
    { venue, deviation: venue.dHigh, price: venue.converted.high, reference: venue.reference.high },
  ]);
  const measured = sides.flatMap((side) => (side.deviation === null ? [] : [{ ...side, deviation: side.deviation }]));
  const furthest = measured.sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation))[0];
  return {
    name: answer.name,
    path: viewPath(view),
    currency: answer.currency,
    enter: view.question.enter,
    venue: furthest?.venue,
    deviation: furthest?.deviation ?? null,
    price: furthest?.price ?? null,
    reference: furthest?.reference ?? null,
  };
}

const assetCell = ({ name, path }: Row) => (
  <Link className="link" href={path}>
    {name}
  </Link>
);

const columns = (): readonly Column<Row>[] => [
  {
    head: otherAssets.venue,
    shown: 'always',
    cell: ({ venue }) => (venue === undefined ? '' : <VenueKind venue={venue.venue} kind={venue.kind} />),
  },
  {
    head: otherAssets.price,
    shown: 'medium',
    numeric: true,
    cell: (row) => <Priced of={row} value={row.price} />,
  },
  {
    head: otherAssets.reference,
    shown: 'medium',
    numeric: true,
    className: 'text-ink-2',
    cell: (row) => <Priced of={row} value={row.reference} />,
  },
  {
    head: otherAssets.deviation,
    shown: 'always',
    numeric: true,
    cell: ({ deviation, enter }) => (
      <Deviation ratio={deviation} missing={otherAssets.notMeasured} level={enter} strong />
    ),
  },
];

const Priced = ({ of, value }: { readonly of: Row; readonly value: number | null }) => (
  <Figure value={value} format={(price) => `${formatPrice(price)} ${of.currency}`} missing={otherAssets.notMeasured} />
);
