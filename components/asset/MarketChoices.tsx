'use client';

import type { CoveredVenue } from '@/lib/domain/assetCoverage';
import { KINDS, type Kind } from '@/lib/domain/market';
import type { View } from '@/lib/permalink/view';
import { Select } from '../controls/Select';
import { withMarket } from '../view';
import { joins } from '@/lib/words/spelled';
import { marketChoices } from '@/lib/words/assetControls';
import { marketCount } from '@/lib/words/counts';
import { pairWords } from '@/lib/words/market';

interface Props {
  readonly view: View;
  readonly covered: CoveredVenue;
  readonly onChange: (view: View) => void;
}

/** No quote is empty. */
const USUAL = '';

/**
 * Which of a venue's markets are shown: always one spot market, the usual one where nobody chose; contracts, mark and index
 * prices beside it, compared with the spot reference and never part of it.
 */
export function MarketChoices({ view, covered, onChange }: Props) {
  const chosen = view.question.markets.filter(({ venue }) => venue === covered.venue);
  const kinds = KINDS.filter((kind) => covered.books.some((book) => book.kind === kind));
  // One spot market alone is no choice.
  const offered = kinds.filter(
    (kind) => kind !== 'spot' || covered.books.filter((book) => book.kind === 'spot').length > 1,
  );
  if (offered.length === 0) return null;
  const chosenWords = chosen.map(({ quote, kind }) => pairWords({ market: quote, kind })).join(joins.items);
  return (
    <details className="pb-1 pl-6 text-[0.75rem]" open={chosen.length > 0}>
      <summary className="min-h-6 py-0.5 text-ink-3 hover:text-ink">
        {chosenWords === '' ? marketCount(covered.books.length) : chosenWords}
      </summary>
      <div className="mt-1 mb-2 grid gap-1.5">
        {offered.map((kind) => (
          <label key={kind} className="flex items-center justify-between gap-2">
            <span className="text-ink-2">{marketChoices.kind(kind)}</span>
            <Select
              className="min-h-8 w-28 py-0 text-[0.75rem]"
              label={marketChoices.label(covered.venue, kind)}
              value={chosen.find((choice) => choice.kind === kind)?.quote ?? USUAL}
              choices={[
                { value: USUAL, label: unchosen(covered, kind, chosen.length > 0) },
                ...covered.books
                  .filter((book) => book.kind === kind)
                  .map(({ quote }) => ({ value: quote, label: quote })),
              ]}
              onChoose={(quote) => {
                onChange(withMarket(view, covered, kind, quote === USUAL ? undefined : quote));
              }}
            />
          </label>
        ))}
      </div>
    </details>
  );
}

/** What no choice means: the usual market of spot; a venue without spot shows its first kind until another is chosen. */
function unchosen({ spot, books }: CoveredVenue, kind: Kind, anyChosen: boolean): string {
  if (kind === 'spot') return marketChoices.usual;
  return !spot && !anyChosen && books[0]?.kind === kind ? marketChoices.usual : marketChoices.notShown;
}
