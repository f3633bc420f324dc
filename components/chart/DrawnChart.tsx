'use client';

import type { CSSProperties } from 'react';

/** A still chart that came in the page's HTML; its text is kept out of what the page says again for hydration. */
export interface DrawnStill {
  /** Where the server has put the SVG's text while it writes the page. */
  readonly key: string;
  readonly css: string;
  /** What it is drawn for, and shown at most. */
  readonly width: number;
  readonly height: number;
  /** Of the brush at its foot, which paper does without, in percent of the drawing's width. */
  readonly foot: number;
}

interface Props {
  readonly wide: DrawnStill;
  readonly narrow: DrawnStill;
}

declare global {
  /** SVG texts of the pages being written, by key; on the server alone. */
  var plumblineDrawn: Map<string, WeakRef<{ readonly svg: string }>> | undefined;
}

/**
 * The chart before the browser has drawn it: two drawings, of which the one that fits the place is shown, as high as the chart that takes over.
 * The place is the nearest container. Those who hear the page are told by the chart's own label.
 */
export const DrawnChart = ({ wide, narrow }: Props) => (
  <>
    <Still drawn={wide} className="drawn-wide hidden @min-[600px]:block" />
    <Still drawn={narrow} className="drawn-narrow @min-[600px]:hidden" />
  </>
);

/** Printed, a chart ends above its brush. */
export const footStyle = (percent: number): CSSProperties => ({ ['--foot' as string]: `${String(-percent)}%` });

/** In the browser it is what the HTML has; where a page is opened without HTML of its own, a place that waits. */
const Still = ({
  drawn: { key, css, width, height, foot },
  className,
}: {
  readonly drawn: DrawnStill;
  readonly className: string;
}) => (
  <div aria-hidden className={`${className} overflow-hidden print:h-auto!`} style={{ height }}>
    <style>{css}</style>
    {/* Written by our own server, all text in it escaped. Hydration leaves it as it came. */}
    <div
      className="mx-auto text-[12px] print:mb-(--foot) [&>svg]:block [&>svg]:h-auto [&>svg]:w-full"
      style={{ ...footStyle(foot), maxWidth: width }}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: globalThis.plumblineDrawn?.get(key)?.deref()?.svg ?? '' }}
    />
  </div>
);
