import type { Venue } from '../../domain/market';

type ProgressState = 'connecting' | 'working' | 'waiting' | 'done' | 'refused' | 'failed' | 'stopped';

/**
 * How far one venue has come. `done`: all that it serves; `refused` and `failed` end a venue too, `note` says why; `stopped`:
 * by the user.
 */
export interface VenueProgress {
  readonly venue: Venue;
  readonly state: ProgressState;
  /** Minutes answered, those of earlier runs included, over all markets and windows. */
  readonly doneMinutes: number;
  /** 0 until the venue's markets are known. */
  readonly totalMinutes: number;
  /** Candles recorded by this run. */
  readonly candles: number;
  /** What goes on, or what went wrong; may be empty. */
  readonly note: string;
}

/** The progress of one venue, reported on every change. */
export class VenueTally {
  #now: VenueProgress;

  constructor(
    venue: Venue,
    readonly report: (progress: VenueProgress) => void,
  ) {
    this.#now = { venue, state: 'connecting', doneMinutes: 0, totalMinutes: 0, candles: 0, note: '' };
    report(this.#now);
  }

  get current(): VenueProgress {
    return this.#now;
  }

  change(part: Partial<Omit<VenueProgress, 'venue'>>): void {
    this.#now = { ...this.#now, ...part };
    this.report(this.#now);
  }

  /** Minutes and candles more. */
  add(minutes: number, candles: number): void {
    this.change({
      state: 'working',
      note: '',
      doneMinutes: this.#now.doneMinutes + minutes,
      candles: this.#now.candles + candles,
    });
  }
}
