import type { Metadata } from 'next';
import { connection } from 'next/server';
import { EventList } from '@/components/events/EventList';
import { Ignored } from '@/components/frame/Ignored';
import { ListForms } from '@/components/frame/ListForms';
import { OutLink } from '@/components/frame/OutLink';
import { addressIn } from '@/lib/api/client/address';
import { events as operation } from '@/lib/api/client/operations';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { appContext } from '@/lib/server/context';
import { events } from '@/lib/server/events/events';
import { listMetadata } from '@/lib/server/pages/frame';
import { eventsHead } from '@/lib/words/events';
import { ignoredWords } from '@/lib/words/ignored';
import { Sentence } from '@/components/frame/Dated';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> =>
  listMetadata(eventsHead.title, { path: '/events', search: searchOf(await searchParams), names: [] });

/** Every event with published figures, and what is stored of it. */
export default async function EventsPage({ searchParams }: Props) {
  await connection();
  const { ignored } = readPageFields(searchOf(await searchParams), []);
  const found = await events(await appContext());
  return (
    <div className="mx-auto max-w-[1280px] space-y-6">
      <Ignored ignored={ignored.map(ignoredWords)} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="finding">
            <Sentence>{found.ok ? eventsHead.finding(found.value) : eventsHead.title}</Sentence>
          </h1>
          <p className="lead">{eventsHead.lead}</p>
        </div>
        <OutLink href={addressIn(operation, {})} kind="answer" />
      </header>
      {found.ok && <EventList events={found.value.events} />}
      <ListForms list={{ kind: 'events' }} />
    </div>
  );
}
