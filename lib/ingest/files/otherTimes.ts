import { MINUTE_MS } from '../../domain/minute';
import { ZONE_STEP, ZONES_REACH } from '../../domain/namedZones';
import { claimWords } from '../../words/en/files';
import type { Layout } from './columns';
import type { Line } from './line';
import { FileRefused } from './refused';
import type { Settings } from './settings';
import { msOf, namesZone, unitShown, type TimeReading } from './time';

const FURTHEST_MS = ZONES_REACH[1] * MINUTE_MS;

/** A further time column, and what its times say beside those that are read. */
export interface OtherTime {
  readonly name: string;
  /** Minutes east of UTC of its clock, ascending: [0] where it agrees, several through a change to summer time. */
  readonly offsets: readonly number[];
}

/** What a clock is compared with whose zone nobody says. */
const UTC = 0;

interface Watched {
  readonly at: number;
  readonly name: string;
  readonly reading: TimeReading;
  /** Its times name no zone: they may be local. */
  readonly isLocal: boolean;
  readonly offsets: Set<number>;
}

/** Compares every row's further times with the one that is read: they are the same instant, or a clock of another zone. */
export class OtherTimes {
  #watched: readonly Watched[] | undefined;

  constructor(
    readonly path: string,
    readonly layout: Layout,
    readonly settings: Settings,
  ) {}

  /** Throws `FileRefused` where two columns name times that are no whole zone apart. */
  take(ms: number, cells: readonly string[], line: Line): void {
    if (this.layout.otherTimes.length === 0) return;
    this.#watched ??= this.#begin(cells);
    for (const { at, name, reading, isLocal, offsets } of this.#watched) {
      const text = cells[at]?.trim() ?? '';
      const apart = Math.floor(msOf(text, reading) / MINUTE_MS) * MINUTE_MS - Math.floor(ms / MINUTE_MS) * MINUTE_MS;
      if (Number.isNaN(apart)) continue;
      const isZone = isLocal && apart % (ZONE_STEP * MINUTE_MS) === 0 && Math.abs(apart) <= FURTHEST_MS;
      if (apart !== 0 && !isZone)
        throw new FileRefused(
          claimWords.timesDisagree(
            this.path,
            line.number,
            this.#mainName,
            name,
            text.slice(0, 40),
            new Date(ms).toISOString(),
          ),
        );
      offsets.add(apart / MINUTE_MS);
    }
  }

  get #mainName(): string {
    return this.layout.used.find(({ role }) => role === 'time')?.name ?? '';
  }

  #begin(cells: readonly string[]): readonly Watched[] {
    const { zone } = this.settings.readAs;
    return this.layout.otherTimes.flatMap(({ at, name }): Watched[] => {
      const text = cells[at]?.trim() ?? '';
      const unit = unitShown(text);
      if (unit === undefined) return [];
      const isLocal = unit === 'iso' && !namesZone(text) && zone === undefined && !/utc/i.test(name);
      return [{ at, name, isLocal, reading: { unit, zone: zone ?? UTC }, offsets: new Set() }];
    });
  }

  /** What was found, in the order of the columns. */
  get found(): readonly OtherTime[] {
    return (this.#watched ?? []).map(({ name, offsets }) => ({ name, offsets: [...offsets].sort((a, b) => a - b) }));
  }
}
