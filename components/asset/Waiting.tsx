import type { ReactNode } from 'react';
import { formatLevel } from '@/lib/words/numbers';
import { analysing } from '@/lib/words/assetPage';
import { isLong } from '@/lib/client/deviations';
import type { MinuteRange } from '@/lib/domain/minute';

interface Props {
  /** The window that is waited for. */
  readonly range: MinuteRange;
  readonly share?: number | undefined;
  /** The chart as the page brought it. */
  readonly drawn?: ReactNode;
}

/**
 * The line that goes with a chart: above it, on a phone below; whatever it says, the chart stays where it is. Of a window that is drawn from extremes it says
 * that as well, and before how much is done.
 */
export const besideChart = (range: MinuteRange): string =>
  `${BELOW_ON_A_PHONE} ${isLong({ range }) ? LINES.ofLong : LINES.ofShort}`;

const BELOW_ON_A_PHONE = 'waits-for-whole max-lg:order-1 max-lg:mt-3';
const LINES = { ofShort: 'min-h-10', ofLong: 'min-h-22' } as const;

/** Takes the place of the charts, at their size, so that nothing jumps when they come. */
export const Waiting = ({ range, share, drawn }: Props) => (
  <div className="flex flex-col">
    <div className={besideChart(range)}>
      <Progress share={share} />
    </div>
    {drawn === undefined ? (
      <div aria-hidden className="skeleton h-[clamp(460px,70vh,760px)]" />
    ) : (
      <div className="@container">{drawn}</div>
    )}
  </div>
);

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
          <span aria-hidden className="w-12 shrink-0 text-sm whitespace-nowrap text-ink-2 tabular-nums">
            {formatLevel(Math.floor(share * 100) / 100)}
          </span>
        </div>
      )}
    </div>
  );
}
