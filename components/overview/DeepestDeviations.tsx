import Link from 'next/link';
import type { RankedEpisode } from '@/lib/api/overview';
import { Section } from '../frame/Section';
import { RankedTable } from '../scan/RankedTable';
import { deepestDeviations } from '@/lib/words/en/overview';
import { Rich } from '../frame/Rich';

export function DeepestDeviations({ episodes }: { readonly episodes: readonly RankedEpisode[] }) {
  return (
    <Section
      id="deepest"
      title={deepestDeviations.title}
      lead={deepestDeviations.lead}
      aside={
        <Link className="button" href="/scan" prefetch={false}>
          {deepestDeviations.all}
        </Link>
      }
    >
      <p className="-mt-1 mb-3 max-w-[78ch] text-sm text-ink-2">
        <Rich text={deepestDeviations.secondReferences} />
      </p>
      {episodes.length === 0 ? (
        <p className="text-ink-2">{deepestDeviations.none}</p>
      ) : (
        <RankedTable label={deepestDeviations.title} episodes={episodes} reference="own" />
      )}
    </Section>
  );
}
