/** One episode, as it is drawn. */
export interface GanttEpisode {
  readonly name: string;
  readonly venue: string;
  /** Minutes since 1970, half-open. */
  readonly from: number;
  readonly to: number;
  readonly peakMinute: number;
  readonly peak: number;
  /** Whether it goes beyond the yardstick; undefined: none was chosen. */
  readonly isBeyond: boolean | undefined;
}

/** How one asset moved: a ratio a minute, NaN where there is none. */
export interface GanttPath {
  readonly name: string;
  /** Drawn in front and named. */
  readonly isNamed: boolean;
  readonly values: readonly number[];
}

/** An event's episodes, by venue and by depth, below the paths of its assets. */
export interface GanttChart {
  /** Minutes since 1970, half-open. */
  readonly from: number;
  readonly to: number;
  /** Deepest first. */
  readonly episodes: readonly GanttEpisode[];
  readonly paths: readonly GanttPath[];
  /** The hours a venue declared. */
  readonly declared: { readonly from: number; readonly to: number; readonly venue: string } | undefined;
  /** Levels of depth to draw, as ratios without a sign. */
  readonly levels: readonly number[];
  readonly simulated: boolean;
  /** CSS pixels. */
  readonly width: number;
  /** For narrow screens. */
  readonly compact: boolean;
  /** Of episodes that are drawn, where there is room for fewer. */
  readonly most?: number;
}

/** The most episodes that are drawn: more bars than these cannot be told apart. */
const MOST_WIDE = 60;
const MOST_COMPACT = 24;

/** The deepest ones, as many as there is room for. */
export const drawnOf = ({
  episodes,
  compact,
  most = Infinity,
}: Pick<GanttChart, 'episodes' | 'compact' | 'most'>): readonly GanttEpisode[] =>
  episodes.slice(0, Math.min(most, compact ? MOST_COMPACT : MOST_WIDE));
