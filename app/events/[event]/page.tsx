import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { Declared } from '@/components/events/Declared';
import { EmptyEvent } from '@/components/events/EmptyEvent';
import { EventChart } from '@/components/events/EventChart';
import { EventEpisodes } from '@/components/events/EventEpisodes';
import { EventHead } from '@/components/events/EventHead';
import { Figures } from '@/components/events/Figures';
import { Paths } from '@/components/events/Paths';
import { Statements } from '@/components/events/Statements';
import { YardstickChoice } from '@/components/events/YardstickChoice';
import { WorkedExample } from '@/components/workedExample/WorkedExample';
import { Errata } from '@/components/errata/Errata';
import { AsOf } from '@/components/frame/AsOf';
import { Failure } from '@/components/frame/Failure';
import { Ignored } from '@/components/frame/Ignored';
import { ListForms } from '@/components/frame/ListForms';
import { Notes } from '@/components/frame/Notes';
import { isEventId } from '@/lib/domain/events/event';
import { eventOf } from '@/lib/domain/events/presets';
import { EXAMPLE_EVENT } from '@/lib/permalink/example';
import { EVENT_NAMES, eventPath, plainEventPath, readEvent } from '@/lib/permalink/events';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { appContext } from '@/lib/server/context';
import { errataOfList } from '@/lib/server/errata/errata';
import { eventChart } from '@/lib/server/events/charts';
import { event as eventOfView } from '@/lib/server/events/event';
import { listMetadata } from '@/lib/server/pages/frame';
import { scanBeside } from '@/lib/server/thread/door';
import { eventName } from '@/lib/words/events';
import { ignoredWords } from '@/lib/words/ignored';
import { refusalWords } from '@/lib/words/refusals';

interface Props {
  readonly params: Promise<{ readonly event: string }>;
  readonly searchParams: PageSearch;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { event } = await params;
  if (!isEventId(event)) return {};
  return listMetadata(eventName(event), {
    path: plainEventPath(event),
    search: searchOf(await searchParams),
    names: EVENT_NAMES,
  });
}

/** One event: what was published against what is measured here, drawn on the server. */
export default async function EventPage({ params, searchParams }: Props) {
  await connection();
  const { event } = await params;
  if (!isEventId(event)) notFound();
  const { fields, ignored } = readPageFields(searchOf(await searchParams), EVENT_NAMES);
  const read = readEvent(event, fields);
  const view = read?.ok === true ? read.value : { event, yardstick: undefined, asOf: undefined };
  const refused = read?.ok === false ? [refusalWords(read.error)] : [];
  const context = await appContext();
  const found = await eventOfView(context, view, scanBeside);
  if (!found.ok) return <Failure of={new Error(found.message)} />;
  const answer = found.value;
  const stated = await errataOfList(context.database, { kind: 'event', view });
  return (
    <div className="mx-auto max-w-[1280px] space-y-12">
      <div className="space-y-4">
        <Ignored ignored={[...ignored.map(ignoredWords), ...refused]} />
        <Errata errata={stated} />
        <EventHead answer={answer} view={view} />
        <AsOf at={view.asOf} now={eventPath({ ...view, asOf: undefined })} />
      </div>
      {answer.markets === 0 && <EmptyEvent event={eventOf(event)} />}
      <EventChart
        answer={answer}
        charts={{
          narrow: eventChart(answer, 'narrow'),
          middle: eventChart(answer, 'middle'),
          wide: eventChart(answer, 'wide'),
        }}
      >
        <YardstickChoice answer={answer} view={view} />
      </EventChart>
      <Notes notes={answer.notes} />
      <Declared answer={answer} asOf={view.asOf} />
      <EventEpisodes answer={answer} asOf={view.asOf} />
      <Paths answer={answer} />
      <Figures answer={answer} />
      <Statements statements={answer.statements} />
      {event === EXAMPLE_EVENT && <WorkedExample />}
      <ListForms list={{ kind: 'event', view }} />
    </div>
  );
}
