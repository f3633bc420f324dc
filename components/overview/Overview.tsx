'use client';

import type { HeatGrid } from '@/lib/charts/heatmap/grid';
import type { Spark } from '@/lib/charts/sparkline/spark';
import { useQuery } from '@tanstack/react-query';
import { inBrief, type InBrief } from '@/lib/api/inBrief';
import type { OverviewAnswer } from '@/lib/api/overview';
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

/** What the page shows of an overview. Of hundreds of assets it is a small part, so no page brings the rest. */
export interface OverviewShown {
  readonly deepest: OverviewAnswer['deepest'];
  /** undefined: nothing is stored. */
  readonly stored: InBrief | undefined;
}

interface Props {
  /** What the page arrived with; undefined where it could not be had. */
  readonly brought: OverviewShown | undefined;
  /** Of the deepest the page arrived with, by `asset/id`. */
  readonly sparks: Readonly<Record<string, Spark>>;
  readonly grid: HeatGrid;
}

export function Overview({ brought, sparks, grid }: Props) {
  const progress = useQuery(progressQuery);
  const running = progress.data?.running === true;
  const overview = useQuery({
    ...overviewQuery,
    enabled: running || brought === undefined,
    refetchInterval: running ? GROWING_MS : false,
  });
  const shown =
    overview.data === undefined ? brought : { deepest: overview.data.deepest, stored: inBrief(overview.data.assets) };
  return (
    <div className="space-y-12">
      {progress.data !== undefined && progress.data.venues.length > 0 && <IngestProgress answer={progress.data} />}
      {overview.error !== null && <Failure of={overview.error} />}
      {shown !== undefined && shown.stored === undefined && <NoData running={running} />}
      {shown?.stored !== undefined && <DeepestDeviations episodes={shown.deepest} sparks={sparks} />}
      <Heatmap grid={grid} />
      {shown?.stored !== undefined && <StoredInBrief stored={shown.stored} />}
    </div>
  );
}
