import { missingCode, type Missing } from '../../domain/missing';
import { missingWords } from '../../words/missing';
import type { DeviationChart } from '../chart';
import { REASONS } from '../panes/stripScale';
import { textWidth } from './textWidth';

/** The key's figures and words are a size smaller than the axes'. */
export const KEY_FONT = 12;

/** One way to be missing, with its place in the key: from the key's left edge, and in which of its rows. */
export interface KeyedReason {
  readonly why: Missing;
  readonly text: string;
  readonly x: number;
  readonly row: number;
  /** Of its swatch. */
  readonly width: number;
}

/** Ways so rare that the key names them only where the chart has one. */
const RARE: readonly Missing[] = ['moved', 'set-aside'];

/** From a swatch to its word. */
export const SWATCH_GAP = 5;

/** The ways to be missing that the key of this chart names, in rows that fit the width. */
export function keyedReasons(
  { answer, compact }: Pick<DeviationChart, 'answer' | 'compact'>,
  width: number,
): readonly KeyedReason[] {
  const has = (why: Missing): boolean => answer.series.some(({ missing }) => missing.includes(missingCode(why)));
  const [swatch, gap] = compact === true ? [12, 6] : [24, 18];
  let [x, row] = [0, 0];
  return REASONS.filter((why) => !RARE.includes(why) || has(why)).map((why): KeyedReason => {
    const text = missingWords(why);
    const wide = swatch + SWATCH_GAP + textWidth(text, KEY_FONT);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = { why, text, x, row, width: swatch };
    x += wide + gap;
    return at;
  });
}
