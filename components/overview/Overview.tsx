'use client';

import type { HeatGrid } from '@/lib/charts/heatmap/grid';
import type { Spark } from '@/lib/charts/sparkline/spark';
import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '@/lib/client/overview';
import { progressQuery } from '@/lib/client/progress';
import { Failure } from '../frame/Failure';
import { DeepestDeviations } from './DeepestDeviations';
import { Heatmap } from './Heatmap';
import { IngestProgress } from './IngestProgress';
import { NoData } from './NoData';
import { StoredInBrief } from './StoredInBrief';

/** How often the front page asks anew while candles are coming. */
const GROWING_MS = 6_000;

interface Props {
  /** Of the deepest the page arrived with, by `asset/id`. */
  readonly sparks: Readonly<Record<string, Spark>>;
  readonly grid: HeatGrid;
}

export function Overview({ sparks, grid }: Props) {
  const progress = useQuery(progressQuery);
  const running = progress.data?.running === true;
  const refetchInterval = running ? GROWING_MS : false;
  const overview = useQuery({ ...overviewQuery, refetchInterval });
  const assets = overview.data?.assets ?? [];
  return (
    <div className="space-y-12">
      {progress.data !== undefined && progress.data.venues.length > 0 && <IngestProgress answer={progress.data} />}
      {overview.error !== null && <Failure of={overview.error} />}
      {overview.data !== undefined && assets.length === 0 && <NoData running={running} />}
      {overview.data !== undefined && assets.length > 0 && (
        <DeepestDeviations episodes={overview.data.deepest} sparks={sparks} />
      )}
      <Heatmap grid={grid} />
      {assets.length > 0 && <StoredInBrief assets={assets} />}
    </div>
  );
}
