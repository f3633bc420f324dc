import { parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import type { CurveStep } from './svg';

/** A point of an audit's curve as its answer writes it: money as texts, null before the first fill with a figure. */
interface Point {
  readonly from: string;
  readonly was: string | null;
  readonly atReference: string | null;
  readonly difference: string | null;
  readonly withinRate: number;
  readonly unmeasured: number;
}

/** The same as it is drawn. */
export const stepOf = (point: Point): CurveStep => ({
  minute: promised(parseMinute(point.from)),
  was: numberOf(point.was),
  atReference: numberOf(point.atReference),
  difference: numberOf(point.difference),
  hasWithin: point.withinRate > 0,
  hasUnmeasured: point.unmeasured > 0,
});

const numberOf = (money: string | null): number | null => (money === null ? null : Number(money));
