'use client';

import { useQuery } from '@tanstack/react-query';
import { lowsQuery, lowsShareQuery } from '@/lib/client/lows';
import type { Lows } from '@/lib/domain/lows';
import { LEAST_LOW_VENUES, LOWEST_GAP } from '@/lib/domain/method';
import { lowsWait, venueLows } from '@/lib/words/lows';
import { Progress } from '../asset/Waiting';
import { Failure } from '../frame/Failure';
import { Notes } from '../frame/Notes';
import { Section } from '../frame/Section';
import { AssetLows } from './AssetLows';
import { VenueLows } from './VenueLows';

/** Every asset is measured while the reader waits; how much is done is shown, in the place of the tables. */
export function LowsView({ asked }: { readonly asked: Lows }) {
  const { data, error } = useQuery(lowsQuery(asked));
  const { data: share } = useQuery(lowsShareQuery(asked));
  if (error !== null) return <Failure of={error} />;
  if (data === undefined) return <LowsWait share={share} />;
  return (
    <div className="space-y-10">
      <VenueLows answer={data} />
      <Notes notes={data.notes} />
      {data.assets.length > 0 && <AssetLows answer={data} asked={asked} />}
    </div>
  );
}

/** The heading and its lead as they will be, and below them more than a screen: what is on it stays where it is when the tables come. */
const LowsWait = ({ share }: { readonly share: number | undefined }) => (
  <Section
    id="venues"
    title={venueLows.title}
    lead={venueLows.lead({ gap: LOWEST_GAP, leastVenues: LEAST_LOW_VENUES })}
  >
    <div className="min-h-dvh">
      <div className="h-14">
        <Progress share={share} text={lowsWait.text} label={lowsWait.label} />
      </div>
      <div aria-hidden className="skeleton h-[36rem]" />
    </div>
  </Section>
);
