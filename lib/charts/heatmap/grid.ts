/** The deepest of an asset on a venue. */
export interface HeatCell {
  readonly asset: string;
  readonly name: string;
  readonly venue: string;
  readonly peak: number;
  readonly peakMinute: string;
  /** The page that shows it. */
  readonly href: string;
}

export interface HeatRow {
  readonly asset: string;
  readonly name: string;
  /** One a column: `held`: data and no episode; `none`: no data. */
  readonly cells: readonly (HeatCell | 'held' | 'none')[];
}

export interface HeatGrid {
  readonly venues: readonly string[];
  readonly rows: readonly HeatRow[];
}

/** Assets as they come, deepest first; venues by their deepest cell, those without one last, by name. `held`: the venues with data of an asset. */
export function heatGrid(cells: readonly HeatCell[], held: (asset: string) => readonly string[]): HeatGrid {
  const assets = [...new Map(cells.map(({ asset, name }) => [asset, name]))];
  const depth = new Map<string, number>();
  for (const [asset] of assets) for (const venue of held(asset)) depth.set(venue, depth.get(venue) ?? -1);
  for (const { venue, peak } of cells) depth.set(venue, Math.max(depth.get(venue) ?? -1, Math.abs(peak)));
  const venues = [...depth].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([venue]) => venue);
  const placed = new Map(cells.map((cell) => [`${cell.asset} ${cell.venue}`, cell]));
  return {
    venues,
    rows: assets.map(([asset, name]) => {
      const own = held(asset);
      return {
        asset,
        name,
        cells: venues.map((venue) => placed.get(`${asset} ${venue}`) ?? (own.includes(venue) ? 'held' : 'none')),
      };
    }),
  };
}

/** The levels from which a cell is a shade darker; the first is that of whatever is an episode. */
export const SHADE_LEVELS: readonly number[] = [0, 0.05, 0.1, 0.25, 0.5];

/** The shade of a depth, 0 the palest. */
export const shadeOf = (peak: number): number => SHADE_LEVELS.filter((level) => Math.abs(peak) >= level).length - 1;
