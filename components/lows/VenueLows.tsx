'use client';

import type { LowsAnswer } from '@/lib/api/lows';
import { venueLows as words } from '@/lib/words/lows';
import { count, formatShare } from '@/lib/words/numbers';
import { venueName } from '@/lib/words/venues';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';

type Venue = LowsAnswer['venues'][number];
type Side = 'lowest' | 'highest';

/** A row a venue: in how many assets it stood outermost. Those most often lowest first, of these those most often highest, then by name. */
export function VenueLows({ answer }: { readonly answer: LowsAnswer }) {
  const { venues, gap } = answer;
  const nameOf = ({ venue }: Venue): string => venueName(venue);
  return (
    <Section id="venues" title={words.title} lead={words.lead(answer)}>
      {venues.length === 0 ? (
        <p className="text-ink-2">{words.none}</p>
      ) : (
        <OpeningTable
          label={words.label}
          name={{ head: words.venue, cell: nameOf }}
          columns={[
            { head: words.ranked, shown: 'medium', numeric: true, cell: ({ ranked }) => count(ranked) },
            ...columnsOf('lowest', gap),
            ...columnsOf('highest', gap),
          ]}
          rows={[...venues].sort(mostOftenFirst)}
          keyOf={nameOf}
          nameOf={nameOf}
        />
      )}
    </Section>
  );
}

/** Of equals the answer’s order stays. */
const mostOftenFirst = (a: Venue, b: Venue): number =>
  b.lowest.assets - a.lowest.assets ||
  b.lowest.share - a.lowest.share ||
  b.highest.assets - a.highest.assets ||
  b.highest.share - a.highest.share;

/** Those of one side: on a phone its count alone has a column. */
const columnsOf = (side: Side, gap: number): readonly Column<Venue>[] => [
  {
    head: words[side],
    shown: 'always',
    numeric: true,
    cell: ({ [side]: { assets } }) => <Quiet isZero={assets === 0}>{count(assets)}</Quiet>,
    className: 'font-semibold',
  },
  {
    head: words[`${side}Share`],
    shown: 'medium',
    numeric: true,
    cell: ({ [side]: { assets, share } }) => <Quiet isZero={assets === 0}>{formatShare(share)}</Quiet>,
  },
  {
    head: words[`${side}Wide`](gap),
    shown: 'medium',
    numeric: true,
    cell: ({ [side]: { wide } }) => <Quiet isZero={wide === 0}>{count(wide)}</Quiet>,
  },
];

const Quiet = ({ isZero, children }: { readonly isZero: boolean; readonly children: string }) =>
  isZero ? <span className="font-normal text-ink-3">{children}</span> : children;
