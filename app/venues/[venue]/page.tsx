import type { Metadata } from 'next';
import { Link } from '@/components/frame/Link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import { Errata } from '@/components/errata/Errata';
import { Failure } from '@/components/frame/Failure';
import { Ignored } from '@/components/frame/Ignored';
import { ListForms } from '@/components/frame/ListForms';
import { Notes } from '@/components/frame/Notes';
import { OutLink } from '@/components/frame/OutLink';
import { Section } from '@/components/frame/Section';
import { RankedTable } from '@/components/scan/RankedTable';
import { VenueBars } from '@/components/venues/VenueBars';
import { VenueTable } from '@/components/venues/VenueTable';
import { VenueWindow } from '@/components/venues/VenueWindow';
import { addressIn } from '@/lib/api/client/address';
import { venues as operation } from '@/lib/api/client/operations';
import type { Venue } from '@/lib/domain/market';
import type { MinuteRange } from '@/lib/domain/minute';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { scanPath } from '@/lib/permalink/scan';
import {
  readVenueWindow,
  sharedVenuePath,
  typedWindow,
  VENUE_NAMES,
  venueParameters,
  venuePath,
} from '@/lib/permalink/venue';
import { appContext } from '@/lib/server/context';
import { errataOfList } from '@/lib/server/errata/errata';
import { scanChoices } from '@/lib/server/scan/choices';
import { refreshBeside } from '@/lib/server/thread/door';
import { venueOf } from '@/lib/server/venues/venues';
import { listMetadata } from '@/lib/server/pages/frame';
import { sendOn } from '@/lib/server/pages/sendOn';
import { ignoredWords } from '@/lib/words/ignored';
import { unknownVenue, venueEpisodes, venueFinding, venueHead, venueScores } from '@/lib/words/venuePage';
import { Sentence } from '@/components/frame/Dated';
import { Title } from '@/components/venues/Title';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly params: Promise<{ readonly venue: string }>;
  readonly searchParams: PageSearch;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const venue = await storedVenue((await params).venue);
  if (venue === undefined) return { title: unknownVenue.title };
  return listMetadata(venueHead.title(venue), {
    path: venuePath(venue),
    search: searchOf(await searchParams),
    names: VENUE_NAMES,
  });
}

/** Page and title of one request share what can be chosen from. */
const readChoices = cache(async () => scanChoices(await appContext(), refreshBeside));

/** A venue of which something is stored, however its name is written. */
async function storedVenue(named: string): Promise<Venue | undefined> {
  const { venues: stored } = await readChoices();
  return stored.find((one) => one === named.toLowerCase()) as Venue | undefined;
}

/** One venue in a window, beside the others: drawn on the server from the stored episodes. */
export default async function VenuePage({ params, searchParams }: Props) {
  await connection();
  const [{ venue: named }, given] = [await params, searchOf(await searchParams)];
  const [{ window }, venue] = await Promise.all([readChoices(), storedVenue(named)]);
  if (venue === undefined) notFound();
  const shared = sharedVenuePath({ venue, written: named }, given);
  if (shared !== undefined) sendOn(shared);
  const { fields, ignored } = readPageFields(given, VENUE_NAMES);
  const asked = typedWindow(fields, window);
  const read = readVenueWindow(asked);
  const wrong = read.ok ? undefined : wrongIn(read.error, asked);
  return (
    <div className="mx-auto max-w-[1280px] space-y-8">
      <Ignored ignored={ignored.map(ignoredWords)} />
      {read.ok ? (
        <Measured venue={venue} range={read.value} window={asked} />
      ) : (
        <>
          <Title>{venueHead.title(venue)}</Title>
          <VenueWindow path={venuePath(venue)} {...asked} wrong={wrong} />
        </>
      )}
    </div>
  );
}

interface MeasuredProps {
  readonly venue: Venue;
  readonly range: MinuteRange;
  /** The same, written. */
  readonly window: { readonly from: string; readonly to: string };
}

async function Measured({ venue, range, window }: MeasuredProps) {
  const context = await appContext();
  const found = await venueOf(context, venue, range, refreshBeside);
  if (!found.ok) return <Failure of={new Error(found.message)} />;
  const { venues: scores, levels, notes } = found.value.scores;
  const own = scores.find((one) => one.venue === venue) ?? NOTHING;
  const { episodes, found: all, reference } = found.value.own;
  const errata = await errataOfList(context.database, { kind: 'venue', venue, range });
  return (
    <>
      <Errata errata={errata} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <Title>{venueFinding({ ...own, venue, deepest: own.deepest ?? undefined })}</Title>
          <p className="lead">
            <Sentence>{venueHead.lead(window.from, window.to)}</Sentence>
          </p>
        </div>
        <OutLink href={addressIn(operation, {}, venueParameters(range))} kind="answer" />
      </header>
      <VenueWindow path={venuePath(venue)} {...window} wrong={undefined} />
      <Notes notes={notes} />
      {scores.length > 0 && (
        <Section id="beside" title={venueScores.title} lead={venueScores.lead}>
          <div className="space-y-6">
            <VenueBars scores={scores} venue={venue} />
            <VenueTable scores={scores} levels={levels} venue={venue} range={range} />
          </div>
        </Section>
      )}
      {episodes.length > 0 && (
        <Section
          id="episodes"
          title={venueEpisodes.title(venue)}
          lead={venueEpisodes.lead(episodes.length, all)}
          aside={
            <Link className="button" href={scanPath([...Object.entries(window), ['venues', venue]])}>
              {venueEpisodes.more}
            </Link>
          }
        >
          <RankedTable label={venueEpisodes.title(venue)} episodes={episodes} reference={reference} isFull />
        </Section>
      )}
      <ListForms list={{ kind: 'venue', venue, range }} />
    </>
  );
}

const NOTHING = { assets: 0, episodes: 0, strayed: 0, deepest: null } as const;
