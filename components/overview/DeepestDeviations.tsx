import Link from 'next/link';
import type { RankedEpisode } from '@/lib/api/overview';
import { Section } from '../frame/Section';
import { RankedTable } from '../scan/RankedTable';

export function DeepestDeviations({ episodes }: { readonly episodes: readonly RankedEpisode[] }) {
  return (
    <Section
      id="deepest"
      title="Deepest deviations"
      lead="Of everything held, by the worst minute: low against the others’ median low, or high against their median high. Each minute opens the candles of every venue."
      aside={
        <Link className="button" href="/scan" prefetch={false}>
          Every episode, ranked and filtered
        </Link>
      }
    >
      <p className="-mt-1 mb-3 max-w-[78ch] text-sm text-ink-2">
        Assets that stand for another are held a second time{' '}
        <Link className="link" href="/scan?reference=wrapped" prefetch={false}>
          against their underlying
        </Link>{' '}
        or{' '}
        <Link className="link" href="/scan?reference=peg" prefetch={false}>
          against their peg
        </Link>
        .
      </p>
      {episodes.length === 0 ? (
        <p className="text-ink-2">In what is held, no venue strayed past its entry level.</p>
      ) : (
        <RankedTable label="Deepest deviations" episodes={episodes} reference="others" />
      )}
    </Section>
  );
}
