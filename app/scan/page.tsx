import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { AsOf } from '@/components/frame/AsOf';
import { Ignored } from '@/components/frame/Ignored';
import { OutLink } from '@/components/frame/OutLink';
import { RankedTable } from '@/components/scan/RankedTable';
import { ScanForm } from '@/components/scan/ScanForm';
import { apiRoutes } from '@/lib/api/routes';
import { readScan, SCAN_NAMES } from '@/lib/permalink/scan';
import { appContext } from '@/lib/server/context';
import { scan } from '@/lib/server/scan/scan';
import { scanChoices } from '@/lib/server/scan/choices';
import { refusalWords } from '@/lib/words/en/refusals';
import { searchOf, type SearchParams } from '../[asset]/search';
import { keptAddress, typedMinute } from '../kept';

export const metadata: Metadata = { title: 'Every asset, worst first' };

/** As many rows as a page bears; the JSON has the rest. */
const SHOWN = 200;

interface Props {
  readonly searchParams: SearchParams;
}

type Fields = readonly (readonly [name: string, value: string])[];

const queryOf = (fields: Fields): string =>
  new URLSearchParams(fields.map(([name, value]) => [name, value]))
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');

/** A form sends what was left empty, too, and times as they were typed: the address that people share names what was chosen. */
const chosen = (given: URLSearchParams): Fields =>
  [...given]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, name === 'from' || name === 'to' ? (typedMinute(value) ?? value) : value]);

const scanPath = (fields: Fields): string => (fields.length === 0 ? '/scan' : `/scan?${queryOf(fields)}`);

/** The episodes of every asset held, ranked and filtered. */
export default async function ScanPage({ searchParams }: Props) {
  await connection();
  const given = searchOf(await searchParams);
  if (queryOf(chosen(given)) !== queryOf([...given])) redirect(scanPath(chosen(given)));
  const { fields, ignored } = await keptAddress(searchParams, SCAN_NAMES);
  const context = await appContext();
  const choices = await scanChoices(context);
  const usual = choices.window;
  const asked = {
    ...fields,
    from: typedMinute(fields['from']) ?? usual.from,
    to: typedMinute(fields['to']) ?? usual.to,
  };
  const read = readScan({ limit: String(SHOWN), ...asked });
  const found = read.ok ? await scan(context, read.value) : undefined;
  const wrong = read.ok ? undefined : refusalWords(read.error);
  const asOf = read.ok ? read.value.asOf : undefined;
  return (
    <div className="space-y-6">
      <Ignored ignored={ignored} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="text-[clamp(1.35rem,2.3vw,1.85rem)] leading-[1.18] font-semibold">Every asset, worst first</h1>
          <p className="mt-2 max-w-[78ch] text-sm text-ink-2">
            Every stretch in which a venue’s price left the market, of all assets held. A deviation accuses nobody: it
            says how far and for how long, not why.
          </p>
        </div>
        <OutLink href={apiRoutes.scan(queryOf(Object.entries(asked)))} kind="answer" />
      </header>
      <AsOf at={asOf} now={scanPath(Object.entries(fields).filter(([name]) => name !== 'asOf'))} />
      <ScanForm fields={asked} venues={choices.venues} assets={choices.assets} wrong={wrong} />
      {found?.ok === true && (
        <>
          <p className="text-sm text-ink-2" role="status">
            <strong className="font-semibold text-ink">{found.value.found.toLocaleString('en')}</strong>{' '}
            {found.value.found === 1 ? 'episode' : 'episodes'} of {String(found.value.searched.length)}{' '}
            {found.value.searched.length === 1 ? 'asset' : 'assets'} searched
            {found.value.found > found.value.episodes.length
              ? `; the first ${String(found.value.episodes.length)} are shown, the JSON takes a limit`
              : ''}
            . {found.value.notes.join(' ')}
          </p>
          {found.value.episodes.length > 0 && (
            <RankedTable
              label="Episodes of every asset"
              episodes={found.value.episodes}
              reference={found.value.reference}
              asOf={asOf}
              isFull
            />
          )}
        </>
      )}
    </div>
  );
}
