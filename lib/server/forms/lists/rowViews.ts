import type { RankedEpisode } from '../../../api/overview';
import type { Instant } from '../../../domain/instant';
import type { Asset } from '../../../domain/market';
import { parseRange, type MinuteRange } from '../../../domain/minute';
import { defaultQuestion, type Question } from '../../../domain/question';
import { promised } from '../../../domain/unit';
import type { View } from '../../../permalink/view';

/** A row of a list, by what names it, and the view that has its candles. */
export interface RowView {
  readonly row: readonly string[];
  readonly view: View;
}

const viewOf = (question: Question): View => ({
  question,
  minute: undefined,
  scale: 'auto',
  focus: undefined,
  lines: [],
});

/** The window that an episode was measured in, by its parameters. */
export const episodeView = (one: RankedEpisode, asOf: Instant | undefined): RowView => ({
  row: [one.asset, one.venue, one.market, one.kind, one.side, one.start],
  view: viewOf({
    ...defaultQuestion(one.asset as Asset, promised(parseRange(one.from, one.to))),
    enter: one.enter,
    reference: { kind: one.reference },
    asOf,
  }),
});

/** An asset over a window, each venue against the others. */
export const assetView = (
  row: readonly string[],
  asset: Asset,
  range: MinuteRange,
  asOf: Instant | undefined,
): RowView => ({
  row,
  view: viewOf({ ...defaultQuestion(asset, range), reference: { kind: 'others' }, asOf }),
});
