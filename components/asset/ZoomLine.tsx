import { extremesWords } from '@/lib/charts/chart';
import { formatMinute, minutesIn, type MinuteRange } from '@/lib/domain/minute';
import { formatDuration, utc } from '@/lib/words/en/numbers';

interface Props {
  readonly zoom: MinuteRange | undefined;
  readonly resolutionMinutes: number;
  /** The zoomed window is about to be asked for in finer steps. */
  readonly finer: boolean;
  readonly onLink: (range: MinuteRange) => void;
}

/** How to use the chart, and what a long window is drawn from; once it is zoomed, the offer to make the zoomed window the address. */
export function ZoomLine({ zoom, resolutionMinutes, finer, onLink }: Props) {
  const long = resolutionMinutes > 1;
  return (
    <div className="min-h-10 space-y-1 text-sm text-ink-2">
      {long && <p>{sentence(extremesWords(resolutionMinutes))}. Tables and headline rest on every minute.</p>}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1" role="status">
        {zoom === undefined ? (
          <>
            {long
              ? 'Zoom in and the finer window opens by itself; a click opens the furthest minute there.'
              : 'Click a minute to see every venue’s candle.'}{' '}
            Zoom with the slider under the chart, by pinching, or with Ctrl and the wheel.
          </>
        ) : (
          <>
            Zoomed to {utc(formatMinute(zoom.from))} to {utc(formatMinute(zoom.to))} UTC,{' '}
            {formatDuration(minutesIn(zoom))}.
            <button
              type="button"
              className="button button-strong"
              onClick={() => {
                onLink(zoom);
              }}
            >
              {long ? 'Open this window' : 'Link to this window'}
            </button>
            {finer && 'It opens in finer steps; Back returns here.'}
          </>
        )}
      </p>
    </div>
  );
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
