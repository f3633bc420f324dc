import type { Asset, Venue } from '../../domain/market';
import { minuteAt, minuteRange, type MinuteRange } from '../../domain/minute';
import { VENUES } from '../venues/table';

/** An event with its assets, venues and windows, the most important window first. */
export interface Preset {
  readonly assets: readonly Asset[];
  readonly venues: readonly Venue[];
  readonly windows: readonly MinuteRange[];
}

const october = (day: number, hour: number): ReturnType<typeof minuteAt> => minuteAt(Date.UTC(2025, 9, day, hour));

/** The venues with spot books; the others trade contracts alone. */
export const SPOT_VENUES: readonly Venue[] = [...VENUES].flatMap(([venue, facts]) =>
  facts.noSpot === true ? [] : [venue],
);

/**
 * The crash of 10 October 2025: four hours around it, then the seven days before as baseline (method, section 8). The
 * assets that strayed furthest come first.
 */
export const CRASH_2025_10_10: Preset = {
  assets: ['ATOM', 'WBETH', 'BNSOL', 'FIL', 'POL', 'USDE', 'DOGE', 'XRP', 'SOL', 'ETH', 'BTC'].map(
    (code) => code as Asset,
  ),
  venues: SPOT_VENUES,
  windows: [minuteRange(october(10, 20), october(11, 0)), minuteRange(october(3, 20), october(10, 20))],
};

export const PRESETS: ReadonlyMap<string, Preset> = new Map([['crash-2025-10-10', CRASH_2025_10_10]]);
