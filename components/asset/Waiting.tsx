import type { ReactNode } from 'react';
import { formatLevel } from '@/lib/words/numbers';
import { analysing } from '@/lib/words/assetPage';

interface Props {
  readonly share?: number | undefined;
  /** The chart as the page brought it. */
  readonly drawn?: ReactNode;
}

/** The line that goes with a chart: above it, on a phone below; whatever it says, the chart stays where it is. */
export const BESIDE_CHART = 'min-h-10 max-lg:order-1 max-lg:mt-3';

/** Takes the place of the charts, at their size, so that nothing jumps when they come. */
export function Waiting({ share, drawn }: Props) {
  if (drawn !== undefined)
    return (
      <div className="flex flex-col">
        <div className={BESIDE_CHART}>
          <Progress share={share} />
        </div>
        <div className="@container">{drawn}</div>
      </div>
    );
  return (
    <div className="space-y-3">
      {/* How much is done is known a moment later: its line has room already. */}
      <div className="min-h-12">
        <Progress share={share} />
      </div>
      <div aria-hidden className="skeleton h-[clamp(460px,70vh,760px)]" />
    </div>
  );
}

/** What is being done, and of a long window how much of it is done, 0 to 1; undefined: not known. */
export function Progress({
  share,
  text = analysing.text,
  label = analysing.progress,
}: {
  readonly share: number | undefined;
  readonly text?: string;
  readonly label?: string;
}) {
  return (
    <div className="space-y-1.5">
      <p role="status" className="text-sm text-ink-2">
        {text}
      </p>
      {share !== undefined && (
        <div className="flex items-center gap-3">
          <progress className="ingest-bar max-w-md" max={1} value={share} aria-label={label} />
          <span aria-hidden className="text-sm whitespace-nowrap text-ink-2 tabular-nums">
            {formatLevel(Math.floor(share * 100) / 100)}
          </span>
        </div>
      )}
    </div>
  );
}
