import { formatMinute, minutesIn, type MinuteRange } from '@/lib/domain/minute';
import { span, utc } from '../words/figures';

/** How to use the chart; once it is zoomed, the offer to make the zoomed window the address. */
export function ZoomLine({ zoom, onLink }: { readonly zoom: MinuteRange | undefined; readonly onLink: (range: MinuteRange) => void }) {
  return (
    <p className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2" role="status">
      {zoom === undefined ? (
        'Click a minute to see every venue’s candle. Zoom with the slider under the chart, by pinching, or with Ctrl and the wheel.'
      ) : (
        <>
          Zoomed to {utc(formatMinute(zoom.from))} to {utc(formatMinute(zoom.to))} UTC, {span(minutesIn(zoom))}.
          <button
            type="button"
            className="button button-strong"
            onClick={() => {
              onLink(zoom);
            }}
          >
            Link to this window
          </button>
        </>
      )}
    </p>
  );
}
