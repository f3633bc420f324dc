import type { View } from '@/lib/permalink/view';
import { pairwiseOffer, withQuestion, type HeldVenue } from '../view';

/** With fewer than four venues the others' median is weak or missing; one venue as the yardstick still compares. */
export function PairwiseOffer({ view, held, onChange }: { readonly view: View; readonly held: readonly HeldVenue[]; readonly onChange: (view: View) => void }) {
  const yardsticks = pairwiseOffer(view, held);
  if (yardsticks.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
      Compare pairwise, measured against
      {yardsticks.map((venue) => (
        <button
          key={venue}
          type="button"
          className="button"
          onClick={() => {
            onChange(withQuestion(view, { reference: { kind: 'venue', venue } }));
          }}
        >
          {venue}
        </button>
      ))}
    </div>
  );
}
