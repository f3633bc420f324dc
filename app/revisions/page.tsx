import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { AsOf } from '@/components/frame/AsOf';
import { Ignored } from '@/components/frame/Ignored';
import { PageHead } from '@/components/frame/PageHead';
import { AssetFilter } from '@/components/frame/AssetFilter';
import { Differences } from '@/components/revisions/Differences';
import { LongerCandles } from '@/components/revisions/LongerCandles';
import { Quarantine } from '@/components/revisions/Quarantine';
import { Revisions } from '@/components/revisions/Revisions';
import { instantOf } from '@/components/revisions/minutePath';
import { Corrections } from '@/components/revisions/Corrections';
import { SourcePairs } from '@/components/revisions/SourcePairs';
import { OnClock } from '@/components/zone/OnClock';
import { WindowForm } from '@/components/revisions/WindowForm';
import { addressIn } from '@/lib/api/client/address';
import { revisions as operation } from '@/lib/api/client/operations';
import { appContext } from '@/lib/server/context';
import { assetsWithData } from '@/lib/server/coverage/assetCoverage';
import { errata } from '@/lib/server/errata/errata';
import { revisions } from '@/lib/server/revisions/revisions';
import { stillToCome } from '@/lib/server/moment';
import { readRevisionsAsked } from '@/lib/server/revisions/revisionsRequest';
import { joins } from '@/lib/words/spelled';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, pagePath, type PageSearch } from '@/lib/permalink/query';
import { typedMinute } from '@/lib/permalink/typed';
import { ignoredWords } from '@/lib/words/ignored';
import { revisionsHead } from '@/lib/words/revisionsPage';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly searchParams: PageSearch;
}

const NAMES = ['from', 'to', 'limit', 'asOf'];
const SHOWN = '50';

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { asset } = readPageFields(searchOf(await searchParams), NAMES);
  return { title: revisionsHead.title(asset) };
}

/** Errata and what changed many addresses at once, what sources changed, where two of them differ on a minute, where longer candles are not their minutes, and what could not be used. */
export default async function RevisionsPage({ searchParams }: Props) {
  await connection();
  const { asset, fields, ignored } = readPageFields(searchOf(await searchParams), NAMES);
  const context = await appContext();
  const [from, to] = [fields['from'], fields['to']].map((text) => (text === undefined ? undefined : typedMinute(text)));
  const read = readRevisionsAsked({ asset, limit: SHOWN, ...fields, from, to });
  const asked = read.ok ? await revisions(context, read.value) : undefined;
  if (asked?.ok === false && asked.code === 'not-held') notFound();
  // A window that cannot be looked at is named beside its fields; the page shows what it opens with.
  const wrong = !read.ok
    ? wrongIn(read.error, { from, to })
    : asked?.ok === false
      ? { text: asked.message, fields: [] }
      : undefined;
  const asOfAsked = read.ok && stillToCome(read.value.asOf) === undefined ? read.value.asOf : undefined;
  const found = asked?.ok === true ? asked : await revisions(context, { asset, limit: Number(SHOWN), asOf: asOfAsked });
  if (!found.ok) notFound();
  const answer = found.value;
  const stated = await errata(context, asset);
  const asOf = answer.asOf ?? undefined;
  const shown = answer.range ?? windowOf(answer.compared);
  const query = pagePath('', { asset, ...(answer.range ?? {}), asOf });
  return (
    <>
      <AssetFilter path="/revisions" assets={await assetsWithData(context)} current={asset} asOf={asOf} />
      <div className="space-y-12">
        <div className="space-y-5">
          <Ignored ignored={ignored.map(ignoredWords)} />
          <AsOf
            at={instantOf(answer.asOf)}
            now={pagePath('/revisions', { asset, from: fields['from'], to: fields['to'] })}
          />
          <PageHead
            title={revisionsHead.title(asset)}
            asset={asset}
            other="/coverage"
            answer={addressIn(operation, {}, query.slice(1))}
          >
            {revisionsHead.lead}
          </PageHead>
          <WindowForm
            asset={asset}
            from={from ?? shown?.from ?? ''}
            to={to ?? shown?.to ?? ''}
            asOf={asOf}
            wrong={wrong}
          />
          <p role="note" className="max-w-[90ch] text-sm text-ink-2">
            <OnClock>{answer.notes.join(joins.sentences)}</OnClock>
          </p>
        </div>
        {stated.ok && <Corrections answer={stated.value} />}
        <SourcePairs answer={answer} />
        <Differences answer={answer} />
        <LongerCandles answer={answer} />
        <Revisions answer={answer} />
        <Quarantine answer={answer} />
      </div>
    </>
  );
}

/** The window that every asset was looked at over, where it was one. */
function windowOf(
  compared: readonly { readonly from: string; readonly to: string }[],
): { readonly from: string; readonly to: string } | undefined {
  const [first] = compared;
  return first !== undefined && compared.every(({ from, to }) => from === first.from && to === first.to)
    ? first
    : undefined;
}
