import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Failure } from '@/components/frame/Failure';
import { Ignored } from '@/components/frame/Ignored';
import { Notes } from '@/components/frame/Notes';
import { OutLink } from '@/components/frame/OutLink';
import { VenueBars } from '@/components/venues/VenueBars';
import { VenueTable } from '@/components/venues/VenueTable';
import { apiRoutes } from '@/lib/api/routes';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { readVenueWindow, typedWindow, VENUE_NAMES, venueParameters } from '@/lib/permalink/venue';
import { appContext } from '@/lib/server/context';
import { scanChoices } from '@/lib/server/scan/choices';
import { refreshBeside } from '@/lib/server/thread/door';
import { venues } from '@/lib/server/venues/venues';
import { pageNames } from '@/lib/words/frame';
import { ignoredWords } from '@/lib/words/ignored';
import { refusalWords } from '@/lib/words/refusals';
import { venueFinding, venueHead, venueScores } from '@/lib/words/venuePage';

export const generateMetadata = (): Metadata => ({ title: pageNames.venues });

/** Every venue with data, the deepest first, each leading to its own page over the same window. */
export default async function VenuesPage({ searchParams }: { readonly searchParams: PageSearch }) {
  await connection();
  const { fields, ignored } = readPageFields(searchOf(await searchParams), VENUE_NAMES);
  const { window } = await scanChoices(await appContext(), refreshBeside);
  const asked = typedWindow(fields, window);
  const read = readVenueWindow(asked);
  if (!read.ok) return <Failure of={new Error(refusalWords(read.error))} />;
  const scored = await venues(await appContext(), read.value, refreshBeside);
  if (!scored.ok) return <Failure of={new Error(scored.message)} />;
  const { venues: scores, levels, notes } = scored.value;
  const [deepest] = scores;
  return (
    <div className="space-y-8">
      <Ignored ignored={ignored.map(ignoredWords)} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="max-w-[60ch] finding">
            {deepest === undefined
              ? pageNames.venues
              : venueFinding({ ...deepest, deepest: deepest.deepest ?? undefined })}
          </h1>
          <p className="mt-2 max-w-[78ch] text-sm text-ink-2">{venueHead.lead(asked.from, asked.to)}</p>
        </div>
        <OutLink href={apiRoutes.venues(venueParameters(read.value))} kind="answer" />
      </header>
      <Notes notes={notes} />
      <section aria-label={venueScores.label} className="space-y-6">
        <VenueTable scores={scores} levels={levels} range={read.value} />
        <p className="max-w-[78ch] text-sm text-ink-2">{venueScores.lead}</p>
        <VenueBars scores={scores} />
      </section>
    </div>
  );
}
