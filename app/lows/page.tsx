import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Errata } from '@/components/errata/Errata';
import { AsOf } from '@/components/frame/AsOf';
import { Ignored } from '@/components/frame/Ignored';
import { ListForms } from '@/components/frame/ListForms';
import { OutLink } from '@/components/frame/OutLink';
import { LowsForm } from '@/components/lows/LowsForm';
import { LowsView } from '@/components/lows/LowsView';
import { NoData } from '@/components/overview/NoData';
import { addressIn } from '@/lib/api/client/address';
import { lows } from '@/lib/api/client/operations';
import { LOWS_NAMES, lowsParameters, lowsPath, readLows, sharedLowsPath } from '@/lib/permalink/lows';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { typedMinute } from '@/lib/permalink/typed';
import { appContext } from '@/lib/server/context';
import { errataOfList } from '@/lib/server/errata/errata';
import { lowsChoices } from '@/lib/server/lows/choices';
import { listMetadata } from '@/lib/server/pages/frame';
import { sendOn } from '@/lib/server/pages/sendOn';
import { ignoredWords } from '@/lib/words/ignored';
import { lowsHead } from '@/lib/words/lows';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> =>
  listMetadata(lowsHead.title, { path: '/lows', search: searchOf(await searchParams), names: LOWS_NAMES });

/** Who stood lowest and who highest in a window, asset by asset and venue by venue. */
export default async function LowsPage({ searchParams }: Props) {
  await connection();
  const given = searchOf(await searchParams);
  const shared = sharedLowsPath(given);
  if (shared !== undefined) sendOn(shared);
  const { fields, ignored } = readPageFields(given, LOWS_NAMES);
  const context = await appContext();
  const { window, assets } = await lowsChoices(context);
  const asked = {
    ...fields,
    from: fields['from'] === undefined ? window.from : typedMinute(fields['from']),
    to: fields['to'] === undefined ? window.to : typedMinute(fields['to']),
  };
  const read = readLows(asked);
  const errata = read.ok ? await errataOfList(context.database, { kind: 'lows', asked: read.value }) : [];
  return (
    <div className="space-y-6">
      <Ignored ignored={ignored.map(ignoredWords)} />
      <Errata errata={errata} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="finding">{lowsHead.title}</h1>
          <p className="lead">{lowsHead.lead}</p>
        </div>
        {read.ok && <OutLink href={addressIn(lows, {}, lowsParameters(read.value))} kind="answer" />}
      </header>
      <AsOf
        at={read.ok ? read.value.asOf : undefined}
        now={lowsPath(Object.entries(fields).filter(([name]) => name !== 'asOf'))}
      />
      <LowsForm fields={asked} assets={assets} wrong={read.ok ? undefined : wrongIn(read.error, asked)} />
      {assets.length === 0 && <NoData />}
      {read.ok && assets.length > 0 && <LowsView asked={read.value} />}
      {read.ok && <ListForms list={{ kind: 'lows', asked: read.value }} />}
    </div>
  );
}
