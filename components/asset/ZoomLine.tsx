import { formatMinute, minutesIn, type MinuteRange } from '@/lib/domain/minute';
import { zoomLine } from '@/lib/words/assetPage';
import { joins } from '@/lib/words/spelled';
import { still } from '../later/Still';
import { OnClock } from '../zone/OnClock';
import { besideChart } from './Waiting';

/** Of long windows alone. */
const Extremes = still<{ readonly resolutionMinutes: number }>(async () => (await import('./Extremes')).Extremes);

interface Props {
  /** The window that is drawn. */
  readonly range: MinuteRange;
  readonly zoom: MinuteRange | undefined;
  readonly resolutionMinutes: number;
  /** The zoomed window is about to be asked for in finer steps. */
  readonly finer: boolean;
  readonly onLink: (range: MinuteRange) => void;
}

/** How to use the chart, and what a long window is drawn from; once it is zoomed, the offer to make the zoomed window the address. */
export function ZoomLine({ range, zoom, resolutionMinutes, finer, onLink }: Props) {
  const long = resolutionMinutes > 1;
  return (
    <div className={`${besideChart(range)} space-y-1 text-sm text-ink-2`}>
      {/* In one place, so that the line keeps its height: a page scrolled to the chart would move it from under a finger. */}
      <p className="grid *:[grid-area:1/1] print:hidden" role="status">
        {[
          { shownTo: 'pointer-coarse:invisible', zooming: zoomLine.zoomByMouse },
          { shownTo: 'not-pointer-coarse:hidden', zooming: zoomLine.zoomByFinger },
        ].map(({ shownTo, zooming }) => (
          <span key={shownTo} className={zoom === undefined ? shownTo : `${shownTo} invisible`}>
            {zoomLine.hint(long)}
            {joins.sentences}
            {zooming}
          </span>
        ))}
        {zoom !== undefined && (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 self-start">
            <span>
              <OnClock>{zoomLine.zoomed(formatMinute(zoom.from), formatMinute(zoom.to), minutesIn(zoom))}</OnClock>
            </span>
            <button
              type="button"
              // Lower than a finger's others: with its line it fits where the hint stands.
              className="button min-h-8 button-strong"
              onClick={() => {
                onLink(zoom);
              }}
            >
              {zoomLine.open(long)}
            </button>
            {finer && zoomLine.finer}
          </span>
        )}
      </p>
      {/* Its code comes later: it moves nothing that is there. */}
      {long && <Extremes resolutionMinutes={resolutionMinutes} />}
    </div>
  );
}
