import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Errata } from '@/components/errata/Errata';
import { AsOf } from '@/components/frame/AsOf';
import { Ignored } from '@/components/frame/Ignored';
import { ListForms } from '@/components/frame/ListForms';
import { OutLink } from '@/components/frame/OutLink';
import { SettingsButton, SettingsSheet } from '@/components/frame/SettingsSheet';
import { Section } from '@/components/frame/Section';
import { NoData } from '@/components/overview/NoData';
import { RankedTable } from '@/components/scan/RankedTable';
import { ScanForm } from '@/components/scan/ScanForm';
import { addressIn } from '@/lib/api/client/address';
import { scan } from '@/lib/api/client/operations';
import { LISTED_EPISODES, readScan, SCAN_NAMES, scanPath, sharedScanPath } from '@/lib/permalink/scan';
import { appContext } from '@/lib/server/context';
import { errataOfList } from '@/lib/server/errata/errata';
import { scanChoices } from '@/lib/server/scan/choices';
import { refreshBeside, scanBeside } from '@/lib/server/thread/door';
import { listMetadata } from '@/lib/server/pages/frame';
import { sendOn } from '@/lib/server/pages/sendOn';
import { joins } from '@/lib/words/spelled';
import { ignoredWords } from '@/lib/words/ignored';
import { scanFound, scanHead, scanWithin } from '@/lib/words/scanPage';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, writeQuery, type PageSearch } from '@/lib/permalink/query';
import { typedMinute } from '@/lib/permalink/typed';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> =>
  listMetadata(scanHead.title, { path: '/scan', search: searchOf(await searchParams), names: SCAN_NAMES });

/** The episodes of every asset with data, ranked and filtered. */
export default async function ScanPage({ searchParams }: Props) {
  await connection();
  const given = searchOf(await searchParams);
  const shared = sharedScanPath(given);
  if (shared !== undefined) sendOn(shared);
  const { fields, ignored } = readPageFields(given, SCAN_NAMES);
  const context = await appContext();
  const choices = await scanChoices(context, refreshBeside);
  const usual = choices.window;
  const asked = {
    ...fields,
    from: fields['from'] === undefined ? usual.from : typedMinute(fields['from']),
    to: fields['to'] === undefined ? usual.to : typedMinute(fields['to']),
  };
  const read = readScan({ limit: String(LISTED_EPISODES), ...asked });
  const errata = read.ok ? await errataOfList(context.database, { kind: 'scan', asked: read.value }) : [];
  const found = read.ok ? await scanBeside(read.value) : undefined;
  const figures =
    found?.ok === true
      ? scanFound({
          found: found.value.found,
          assets: found.value.searched.length,
          shown: found.value.episodes.length,
        })
      : undefined;
  const wrong = !read.ok
    ? wrongIn(read.error, asked)
    : found?.ok === false
      ? { text: found.message, fields: [] }
      : undefined;
  const asOf = read.ok ? read.value.asOf : undefined;
  const form = <ScanForm fields={asked} venues={choices.venues} assets={choices.assets} wrong={wrong} />;
  return (
    <div className="space-y-6">
      <Ignored ignored={ignored.map(ignoredWords)} />
      <Errata errata={errata} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="finding">{scanHead.title}</h1>
          <p className="lead">{scanHead.lead}</p>
        </div>
        <div className="flex shrink-0 gap-2">
          {wrong === undefined && <SettingsButton />}
          <OutLink href={addressIn(scan, {}, writeQuery(Object.entries(asked)))} kind="answer" />
        </div>
      </header>
      <AsOf at={asOf} now={scanPath(Object.entries(fields).filter(([name]) => name !== 'asOf'))} />
      {/* On a phone the rows come first; what is wrong with the fields is seen at once. */}
      {wrong === undefined ? <SettingsSheet isForm>{form}</SettingsSheet> : form}
      {choices.assets.length === 0 && <NoData />}
      {found?.ok === true && choices.assets.length > 0 && (
        <>
          <p className="text-sm text-ink-2" role="status">
            <strong className="font-semibold text-ink">{figures?.found}</strong>{' '}
            {[figures?.rest, ...found.value.notes].join(joins.sentences)}
          </p>
          {found.value.episodes.length > 0 && (
            <RankedTable
              label={scanHead.table}
              episodes={found.value.episodes}
              reference={found.value.reference}
              asOf={asOf}
              isFull
            />
          )}
          {found.value.within.found > 0 && (
            <Section id="within" title={scanWithin.title} lead={scanWithin.lead(found.value.within.found)}>
              <RankedTable
                label={scanWithin.title}
                episodes={found.value.within.episodes}
                reference={found.value.reference}
                asOf={asOf}
                isFull
              />
            </Section>
          )}
        </>
      )}
      {read.ok && <ListForms list={{ kind: 'scan', asked: read.value }} />}
    </div>
  );
}
