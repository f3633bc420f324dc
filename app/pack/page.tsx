import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Ignored } from '@/components/frame/Ignored';
import { ExhibitList } from '@/components/pack/ExhibitList';
import { AddForm, PackForm } from '@/components/pack/PackForms';
import { MOST_EXHIBITS } from '@/lib/api/limits';
import { EXHIBIT_FIELD, exhibitsIn, packPath } from '@/lib/permalink/pack';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { listedExhibits } from '@/lib/server/pack/listed';
import { sendOn } from '@/lib/server/pages/sendOn';
import { ignoredWords } from '@/lib/words/ignored';
import { packPage, packProblems } from '@/lib/words/packPage';

export const generateMetadata = (): Metadata => ({ title: packPage.title });

interface Props {
  readonly searchParams: PageSearch;
}

/** Views put together as numbered exhibits. The address of the page is the list; nothing else holds it. */
export default async function PackPage({ searchParams }: Props) {
  await connection();
  const search = searchOf(await searchParams);
  const given = exhibitsIn(search);
  const unknown = [...new Set(search.keys())].filter((name) => name !== EXHIBIT_FIELD);
  const entries = await listedExhibits(given.slice(0, MOST_EXHIBITS));
  const addresses = entries.map(({ address }) => address);
  const all = [...addresses, ...given.slice(MOST_EXHIBITS)];
  // As short as it can be, so that the list can be passed on.
  if (unknown.length === 0 && JSON.stringify(search.getAll(EXHIBIT_FIELD)) !== JSON.stringify(all))
    sendOn(packPath(all));
  const made = entries.filter(({ finding }) => finding !== undefined).map(({ address }) => address);
  return (
    <div className="space-y-6">
      <Ignored
        ignored={[
          ...unknown.map((name) => ignoredWords({ kind: 'unknown-name', name })),
          ...(given.length > MOST_EXHIBITS ? [packProblems.tooMany(given.length, MOST_EXHIBITS)] : []),
        ]}
      />
      <header>
        <h1 className="finding">{packPage.title}</h1>
        <p className="lead">{packPage.lead}</p>
      </header>
      <ExhibitList entries={entries} />
      {made.length > 0 && <PackForm addresses={made} />}
      <AddForm addresses={addresses} />
    </div>
  );
}
