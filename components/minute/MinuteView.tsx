'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { deviationsQuery } from '@/lib/client/deviations';
import { minuteQuery } from '@/lib/client/minute';
import type { Asset } from '@/lib/domain/market';
import { formatMinute, type Minute, type MinuteRange } from '@/lib/domain/minute';
import { readView, viewPath, type View } from '@/lib/permalink/view';
import { Provenance } from '../asset/Provenance';
import { DeviationChart } from '../chart/DeviationChart';
import { useOpenMinute } from '../chart/useOpenMinute';
import { AsOf } from '../frame/AsOf';
import { Failure } from '../frame/Failure';
import { Ignored } from '../frame/Ignored';
import { Notes } from '../frame/Notes';
import { Section } from '../frame/Section';
import { heldOnly, minuteQuestion, withQuestion, type HeldVenue } from '../view';
import { MinuteHead } from './MinuteHead';
import { MinuteTable } from './MinuteTable';
import { surroundings } from '@/lib/words/en/minutePage';

interface Props {
  readonly asset: Asset;
  readonly name: string;
  readonly minute: Minute;
  readonly venues: readonly HeldVenue[];
  readonly window: MinuteRange;
}

/** One minute across the venues. The address is its only state. */
export function MinuteView({ asset, name, minute, venues, window: range }: Props) {
  const read = readView(asset, formatMinute(minute), useSearchParams(), { range });
  const { view, ignored } = heldOnly(read.view, venues);
  const { data, error } = useQuery(minuteQuery(minuteQuestion(view, minute), minute));
  return (
    <div className="space-y-8">
      <Ignored ignored={[...read.ignored, ...ignored]} />
      <AsOf at={view.question.asOf} now={viewPath(withQuestion(view, { asOf: undefined }))} />
      <MinuteHead name={name} view={view} minute={minute} sentence={data?.sentence} />
      {error !== null && <Failure of={error} />}
      {data !== undefined && <Notes notes={data.notes} />}
      {data !== undefined && <MinuteTable answer={data} level={view.question.enter} />}
      <Surroundings view={view} minute={minute} />
      {data !== undefined && (
        <Provenance method={data.method} digest={data.digest} reference={data.reference} minPeers={data.minPeers} />
      )}
    </div>
  );
}

function Surroundings({ view, minute }: { readonly view: View; readonly minute: Minute }) {
  const { data, error } = useQuery({ ...deviationsQuery(view.question), placeholderData: keepPreviousData });
  const openMinute = useOpenMinute(view);
  return (
    <Section id="around" title={surroundings.title} lead={surroundings.lead}>
      {error !== null && <Failure of={error} />}
      {data !== undefined && (
        <DeviationChart answer={data} scale={view.scale} focus={view.focus} marked={minute} onMinute={openMinute} />
      )}
    </Section>
  );
}
