import type { AssetLowsAnswer, ExtremeAnswer, LowsAnswer, OutermostAnswer } from '../../../api/lows';
import { gapUncertainty, nobodyOutermost, unrankedVenue } from '../lows';
import { count, finePercent, formatLevel, formatPrice, formatShare } from '../numbers';
import { venueName } from '../venues';
import { answerText, plural } from './lines';

/** What `lows` prints for people. */
export const lowsText = (answer: LowsAnswer): string =>
  answerText(answer.simulated, [
    `${answer.from} to ${answer.to}, in USD${answer.asOf === null ? '' : `, as known at ${answer.asOf}`}: the lowest and the highest venue of ${plural(answer.assets.length, 'asset')}`,
    ...answer.notes,
    ...answer.venues.map((one) => `  ${venueLine(one, answer.gap)}`),
    ...answer.assets.map((one) => `  ${assetLine(one)}`),
  ]);

const venueLine = ({ venue, ranked, lowest, highest }: LowsAnswer['venues'][number], gap: number): string =>
  `${venueName(venue)}: of ${plural(ranked, 'asset')}, lowest in ${sideText(lowest, gap)}, highest in ${sideText(highest, gap)}`;

const sideText = ({ assets, share, wide }: LowsAnswer['venues'][number]['lowest'], gap: number): string =>
  `${count(assets)} (${formatShare(share)}), ${count(wide)} by ${formatLevel(gap)} or more`;

const assetLine = ({ name, ranked, lowest, highest, lows, highs, unranked }: AssetLowsAnswer): string =>
  [
    `${name}: lowest ${outermostText(lowest, lows, ranked)}`,
    `highest ${outermostText(highest, highs, ranked)}`,
    ...(unranked.length === 0 ? [] : [`not ranked: ${unranked.map(unrankedVenue).join(', ')}`]),
  ].join('; ');

function outermostText(
  outermost: OutermostAnswer | null,
  [first, second]: readonly ExtremeAnswer[],
  isRanked: boolean,
): string {
  if (outermost === null || first === undefined || second === undefined) return `none, ${nobodyOutermost(isRanked)}`;
  const unsure = gapUncertainty(outermost.uncertainty);
  return `${venueName(first.venue)} at ${formatPrice(first.price)} USD (${first.minute}), ${finePercent(outermost.gap)} from ${venueName(second.venue)} at ${formatPrice(second.price)} USD${unsure === undefined ? '' : `, ${unsure}`}`;
}

export const MEASURING = 'measuring every asset';
