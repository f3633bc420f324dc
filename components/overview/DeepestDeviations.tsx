import { Link } from '@/components/frame/Link';
import { useState } from 'react';
import type { RankedEpisode } from '@/lib/api/overview';
import type { Spark } from '@/lib/charts/sparkline/spark';
import { deepestList } from '@/lib/words/heatmap';
import { deepestDeviations } from '@/lib/words/overview';
import { joins } from '@/lib/words/spelled';
import { venueName } from '@/lib/words/venues';
import { KeptField } from '../controls/KeptField';
import { Select } from '../controls/Select';
import { Rich } from '../frame/Rich';
import { Section } from '../frame/Section';
import { RankedTable } from '../scan/RankedTable';

interface Props {
  readonly episodes: readonly RankedEpisode[];
  /** By `asset/id`. */
  readonly sparks: Readonly<Record<string, Spark>>;
}

export function DeepestDeviations({ episodes, sparks }: Props) {
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<Order>('depth');
  const shown = episodes.filter((one) => isNamed(one, words)).sort(ORDERS[order]);
  return (
    <Section
      id="deepest"
      title={deepestDeviations.title}
      lead={
        <>
          {deepestDeviations.lead}
          {joins.sentences}
          <Rich text={deepestDeviations.secondReferences} />
        </>
      }
      aside={
        <Link className="button" href="/scan">
          {deepestDeviations.all}
        </Link>
      }
    >
      {episodes.length === 0 ? (
        <p className="text-ink-2">{deepestDeviations.none}</p>
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-center gap-3 text-sm">
            <KeptField
              type="search"
              className="field w-44 print:hidden"
              placeholder={deepestList.filter}
              aria-label={deepestList.filter}
              value={words}
              onType={setWords}
            />
            <Select
              className="print:hidden"
              label={deepestList.sort}
              value={order}
              choices={ORDER_NAMES.map((name) => ({ value: name, label: deepestList.by[name] }))}
              onChoose={setOrder}
            />
            <span role="status" className="text-ink-3">
              {deepestList.found(shown.length, episodes.length)}
            </span>
          </div>
          <RankedTable label={deepestDeviations.title} episodes={shown} reference="own" sparks={sparks} />
        </>
      )}
    </Section>
  );
}

const ORDER_NAMES = ['depth', 'duration', 'time'] as const;
type Order = (typeof ORDER_NAMES)[number];

const ORDERS: Readonly<Record<Order, (a: RankedEpisode, b: RankedEpisode) => number>> = {
  depth: (a, b) => Math.abs(b.peak) - Math.abs(a.peak),
  duration: (a, b) => b.spanMinutes - a.spanMinutes,
  time: (a, b) => Date.parse(a.peakMinute) - Date.parse(b.peakMinute),
};

/** Whether every word typed is in the names of its asset and venue. */
function isNamed({ asset, name, venue }: RankedEpisode, words: string): boolean {
  const named = `${asset} ${name} ${venue} ${venueName(venue)}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => named.includes(word));
}
