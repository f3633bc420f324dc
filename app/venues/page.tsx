import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Errata } from '@/components/errata/Errata';
import { Sentence } from '@/components/frame/Dated';
import { Failure } from '@/components/frame/Failure';
import { Ignored } from '@/components/frame/Ignored';
import { Link } from '@/components/frame/Link';
import { ListForms } from '@/components/frame/ListForms';
import { Notes } from '@/components/frame/Notes';
import { OutLink } from '@/components/frame/OutLink';
import { NoData } from '@/components/overview/NoData';
import { Title } from '@/components/venues/Title';
import { VenueBars } from '@/components/venues/VenueBars';
import { VenueTable } from '@/components/venues/VenueTable';
import { VenueWindow } from '@/components/venues/VenueWindow';
import { addressIn } from '@/lib/api/client/address';
import { venues as operation } from '@/lib/api/client/operations';
import type { MinuteRange } from '@/lib/domain/minute';
import { LEAGUE_PATH } from '@/lib/permalink/league';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import {
  readVenueWindow,
  sharedVenuesPath,
  typedWindow,
  VENUE_NAMES,
  venueParameters,
  VENUES_PATH,
} from '@/lib/permalink/venue';
import { appContext } from '@/lib/server/context';
import { errataOfList } from '@/lib/server/errata/errata';
import { scanChoices } from '@/lib/server/scan/choices';
import { refreshBeside } from '@/lib/server/thread/door';
import { listMetadata } from '@/lib/server/pages/frame';
import { sendOn } from '@/lib/server/pages/sendOn';
import { venues } from '@/lib/server/venues/venues';
import { pageNames } from '@/lib/words/frame';
import { ignoredWords } from '@/lib/words/ignored';
import { venueFinding, venueHead, venueScores } from '@/lib/words/venuePage';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> =>
  listMetadata(pageNames.venues, { path: VENUES_PATH, search: searchOf(await searchParams), names: VENUE_NAMES });

/** Every venue with data, the deepest first, each leading to its own page over the same window. */
export default async function VenuesPage({ searchParams }: Props) {
  await connection();
  const given = searchOf(await searchParams);
  const shared = sharedVenuesPath(given);
  if (shared !== undefined) sendOn(shared);
  const { fields, ignored } = readPageFields(given, VENUE_NAMES);
  const { window, assets } = await scanChoices(await appContext(), refreshBeside);
  const asked = typedWindow(fields, window);
  const read = readVenueWindow(asked);
  return (
    <div className="space-y-8">
      <Ignored ignored={ignored.map(ignoredWords)} />
      {read.ok && assets.length === 0 ? (
        <>
          <Title>{pageNames.venues}</Title>
          <NoData />
        </>
      ) : read.ok ? (
        <Measured range={read.value} window={asked} />
      ) : (
        <>
          <Title>{pageNames.venues}</Title>
          <VenueWindow path={VENUES_PATH} {...asked} wrong={wrongIn(read.error, asked)} />
        </>
      )}
    </div>
  );
}

interface MeasuredProps {
  readonly range: MinuteRange;
  /** The same, written. */
  readonly window: { readonly from: string; readonly to: string };
}

async function Measured({ range, window }: MeasuredProps) {
  const context = await appContext();
  const scored = await venues(context, range, refreshBeside);
  if (!scored.ok) return <Failure of={new Error(scored.message)} />;
  const { venues: scores, levels, notes } = scored.value;
  const [deepest] = scores;
  const errata = await errataOfList(context.database, { kind: 'venues', range });
  return (
    <>
      <Errata errata={errata} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <Title>
            {deepest === undefined
              ? pageNames.venues
              : venueFinding({ ...deepest, deepest: deepest.deepest ?? undefined })}
          </Title>
          <p className="lead">
            <Sentence>{venueHead.lead(window.from, window.to)}</Sentence>{' '}
            <Link className="link whitespace-nowrap" href={LEAGUE_PATH}>
              {pageNames.league}
            </Link>
          </p>
        </div>
        <OutLink href={addressIn(operation, {}, venueParameters(range))} kind="answer" />
      </header>
      <VenueWindow path={VENUES_PATH} {...window} wrong={undefined} />
      <Notes notes={notes} />
      <section aria-label={venueScores.label} className="space-y-6">
        <VenueTable scores={scores} levels={levels} range={range} />
        <p className="max-w-[78ch] text-sm text-ink-2">{venueScores.lead}</p>
        <VenueBars scores={scores} />
      </section>
      <ListForms list={{ kind: 'venues', range }} />
    </>
  );
}
