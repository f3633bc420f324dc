import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Link } from '@/components/frame/Link';
import { Failure } from '@/components/frame/Failure';
import { Ignored } from '@/components/frame/Ignored';
import { PageForms } from '@/components/frame/ListForms';
import { Notes } from '@/components/frame/Notes';
import { OutLink } from '@/components/frame/OutLink';
import { DayForm } from '@/components/league/DayForm';
import { LeagueTable } from '@/components/league/LeagueTable';
import { NoData } from '@/components/overview/NoData';
import { Title } from '@/components/venues/Title';
import { addressIn } from '@/lib/api/client/address';
import { league as operation } from '@/lib/api/client/operations';
import { ALERT_FEED } from '@/lib/api/routes';
import { parseDay, wholeDay, type Day } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import {
  LEAGUE_FORMS,
  LEAGUE_NAMES,
  LEAGUE_PATH,
  leagueParameters,
  leaguePath,
  readLeague,
  sharedLeaguePath,
} from '@/lib/permalink/league';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { appContext } from '@/lib/server/context';
import { league } from '@/lib/server/league/league';
import { typesOf } from '@/lib/server/pages/frame';
import { sendOn } from '@/lib/server/pages/sendOn';
import { refreshBeside } from '@/lib/server/thread/door';
import { pageNames } from '@/lib/words/frame';
import { ignoredWords } from '@/lib/words/ignored';
import { leagueFinding, leagueHead } from '@/lib/words/leaguePage';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly searchParams: PageSearch;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { fields } = readPageFields(searchOf(await searchParams), LEAGUE_NAMES);
  const read = fields['day'] === undefined ? undefined : readLeague(fields);
  const path = read?.ok === true ? leaguePath(read.value) : LEAGUE_PATH;
  const forms = read?.ok === false ? {} : typesOf(path, LEAGUE_FORMS);
  return { title: pageNames.league, alternates: { types: { ...forms, 'application/atom+xml': ALERT_FEED } } };
}

/** The certain episodes that began on a UTC day, venue by venue; without a day in the address, on the last with data. */
export default async function LeaguePage({ searchParams }: Props) {
  await connection();
  const given = searchOf(await searchParams);
  const shared = sharedLeaguePath(given);
  if (shared !== undefined) sendOn(shared);
  const { fields, ignored } = readPageFields(given, LEAGUE_NAMES);
  const read = fields['day'] === undefined ? undefined : readLeague(fields);
  return (
    <div className="space-y-6">
      <Ignored ignored={ignored.map(ignoredWords)} />
      {read?.ok === false ? (
        <>
          <Title>{pageNames.league}</Title>
          <DayForm
            value={fields['day'] ?? ''}
            earlier={undefined}
            later={undefined}
            wrong={wrongIn(read.error, fields)}
          />
        </>
      ) : (
        <Table asked={read?.value} />
      )}
    </div>
  );
}

async function Table({ asked }: { readonly asked: Day | undefined }) {
  const found = await league(await appContext(), asked, refreshBeside);
  if (!found.ok) return <Failure of={new Error(found.message)} />;
  const { venues, days, lastBegan, notes } = found.value;
  // Nothing is stored: no day is the last with data.
  if (days === null && asked === undefined)
    return (
      <>
        <Title>{pageNames.league}</Title>
        <NoData />
      </>
    );
  const day = promised(parseDay(found.value.day));
  const isBefore = days !== null && found.value.day > days.first;
  const isAfter = days !== null && found.value.day < days.last;
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <Title>
            {leagueFinding({
              day: found.value.day,
              assets: found.value.assets,
              episodes: venues.reduce((sum, { episodes }) => sum + episodes, 0),
              venues: venues.length,
            })}
          </Title>
          <p className="lead">{leagueHead.lead}</p>
        </div>
        <OutLink href={addressIn(operation, {}, leagueParameters(day))} kind="answer" />
      </header>
      <DayForm
        value={found.value.day}
        earlier={isBefore ? ((day - 1) as Day) : undefined}
        later={isAfter ? ((day + 1) as Day) : undefined}
        wrong={undefined}
      />
      <Notes notes={notes} />
      {venues.length > 0 && <LeagueTable rows={venues} range={wholeDay(day)} />}
      {venues.length === 0 && lastBegan !== null && (
        <p>
          <Link className="button" href={leaguePath(promised(parseDay(lastBegan)))}>
            {leagueHead.lastBegan(lastBegan)}
          </Link>
        </p>
      )}
      <p className="text-sm">
        <a className="link inline-block min-h-6" href={ALERT_FEED} type="application/atom+xml">
          {leagueHead.feed}
        </a>
      </p>
      <PageForms path={leaguePath(day)} forms={LEAGUE_FORMS} />
    </>
  );
}
