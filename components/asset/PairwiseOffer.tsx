import type { AssetCoverage } from '@/lib/domain/assetCoverage';
import { writeReference, type Reference } from '@/lib/domain/reference';
import { misfitOf } from '@/lib/permalink/fields';
import type { View } from '@/lib/permalink/view';
import { pairwiseOffer, withReference } from '../view';
import { referenceChoice } from '@/lib/words/reference';
import { offerWords } from '@/lib/words/assetControls';
import { venueName } from '@/lib/words/venues';

interface Props {
  readonly view: View;
  readonly coverage: AssetCoverage;
  readonly onChange: (view: View) => void;
}

/**
 * With fewer than four venues the others' median is weak or missing; comparing with one venue still works. A wrapped or
 * pegged asset has a second reference beside the market's, which needs no other venue of its own.
 */
export function PairwiseOffer({ view, coverage: { entry, venues }, onChange }: Props) {
  const { reference } = view.question;
  const pairwise = pairwiseOffer(view, venues).map((venue): Reference => ({ kind: 'venue', venue }));
  const second = (['wrapped', 'peg'] as const)
    .map((kind): Reference => ({ kind }))
    .filter((one) => reference.kind === 'others' && misfitOf(one, entry) === undefined);
  if (pairwise.length + second.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
      {offerWords(pairwise.length > 0)}
      {[...pairwise, ...second].map((one) => (
        <button
          key={writeReference(one)}
          type="button"
          className="button"
          onClick={() => {
            onChange(withReference(view, one));
          }}
        >
          {one.kind === 'venue' ? venueName(one.venue) : referenceChoice(one, entry)}
        </button>
      ))}
    </div>
  );
}
