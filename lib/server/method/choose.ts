import type { Analysis } from '../../analysis/types';
import { parseAsset, type Asset } from '../../domain/market';
import {
  clampedMinute,
  minuteRange,
  minutesIn,
  MINUTES_PER_DAY,
  parseMinute,
  parseRange,
  plus,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { promised } from '../../domain/unit';
import { answeredOf } from '../../store/coverage/storedCoverage';
import type { Context } from '../context';
import { assetsWithData } from '../coverage/assetCoverage';
import { overview } from '../coverage/overview';
import { defaultWindow } from '../coverage/window';

/** What is worked out: an asset, its window, and the minute; undefined: the one that strayed furthest in the window. */
export interface Chosen {
  readonly asset: Asset;
  readonly range: MinuteRange;
  readonly minute: Minute | undefined;
}

/** A reader's own choice; both undefined: none. */
export interface Choice {
  readonly asset: Asset | undefined;
  readonly minute: Minute | undefined;
}

/** The minute this product was made for: on one venue ATOM traded at 0.001. */
const FAMOUS = { asset: promised(parseAsset('ATOM')), minute: promised(parseMinute('2025-10-10T21:20Z')) } as const;
/** Of a minute outside the asset's own window this much is looked at to each side. */
const AROUND = 120;

/** What to work out: the reader's choice; else the famous minute where there is data of it; else the deepest deviation. undefined: nothing is stored. */
export async function chosenOf(context: Context, choice: Choice): Promise<Chosen | undefined> {
  if (choice.asset !== undefined) return chosenFor(context, choice.asset, choice.minute);
  const answered = await answeredOf(context.database, FAMOUS.asset);
  const at = choice.minute ?? FAMOUS.minute;
  if (answered.some(({ from, to }) => from <= at && at < to))
    return { asset: FAMOUS.asset, range: windowFor(answered, at), minute: at };
  return choice.minute === undefined
    ? deepestStored(context)
    : chosenFor(context, (await assetsWithData(context))[0]?.asset, choice.minute);
}

async function chosenFor(
  context: Context,
  asset: Asset | undefined,
  minute: Minute | undefined,
): Promise<Chosen | undefined> {
  if (asset === undefined) return undefined;
  const answered = await answeredOf(context.database, asset);
  return { asset, range: windowFor(answered, minute), minute };
}

async function deepestStored(context: Context): Promise<Chosen | undefined> {
  const found = await overview(context);
  if (!found.ok) return undefined;
  const [deepest] = found.value.deepest;
  if (deepest === undefined) return chosenFor(context, (await assetsWithData(context))[0]?.asset, undefined);
  const minute = promised(parseMinute(deepest.peakMinute));
  return {
    asset: promised(parseAsset(deepest.asset)),
    range: shortened(promised(parseRange(deepest.from, deepest.to)), minute),
    minute,
  };
}

/** The window the asset opens with where the minute lies in it, else what surrounds the minute. */
function windowFor(answered: readonly MinuteRange[], at: Minute | undefined): MinuteRange {
  const usual = defaultWindow(answered);
  return at === undefined || (usual.from <= at && at < usual.to) ? usual : around(at);
}

/** A window longer than a day is more than an example needs. */
const shortened = (range: MinuteRange, at: Minute): MinuteRange =>
  minutesIn(range) <= MINUTES_PER_DAY ? range : around(at);

const around = (at: Minute): MinuteRange => minuteRange(clampedMinute(at - AROUND), clampedMinute(at + AROUND + 1));

/**
 * The minute of the window in which a market strayed furthest to either side; where nothing was measured, the first of those in
 * which most markets have a price.
 */
export function furthestMinute({ question, series }: Pick<Analysis, 'question' | 'series'>): Minute {
  let [slot, furthest] = [-1, -1];
  for (const { dLow, dHigh, missing } of series) {
    missing.forEach((why, at) => {
      const depth = why === 0 ? Math.max(-(dLow[at] as number), dHigh[at] as number) : NaN;
      if (depth > furthest) [slot, furthest] = [at, depth];
    });
  }
  return plus(question.range.from, slot < 0 ? fullestSlot(series) : slot);
}

function fullestSlot(series: Analysis['series']): number {
  let [slot, most] = [0, 0];
  series[0]?.low.forEach((_, at) => {
    const prices = series.filter(({ low }) => !Number.isNaN(low[at])).length;
    if (prices > most) [slot, most] = [at, prices];
  });
  return slot;
}
