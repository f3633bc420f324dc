'use client';

import { useQuery } from '@tanstack/react-query';
import { lowsQuery, lowsShareQuery } from '@/lib/client/lows';
import type { Lows } from '@/lib/domain/lows';
import { lowsWait } from '@/lib/words/lows';
import { Progress } from '../asset/Waiting';
import { Failure } from '../frame/Failure';
import { Notes } from '../frame/Notes';
import { AssetLows } from './AssetLows';
import { VenueLows } from './VenueLows';

/** Every asset is measured while the reader waits; how much is done is shown. */
export function LowsView({ asked }: { readonly asked: Lows }) {
  const { data, error } = useQuery(lowsQuery(asked));
  const { data: share } = useQuery(lowsShareQuery(asked));
  if (error !== null) return <Failure of={error} />;
  if (data === undefined) return <Progress share={share} text={lowsWait.text} label={lowsWait.label} />;
  return (
    <div className="space-y-10">
      <Notes notes={data.notes} />
      <VenueLows answer={data} />
      {data.assets.length > 0 && <AssetLows answer={data} asked={asked} />}
    </div>
  );
}
