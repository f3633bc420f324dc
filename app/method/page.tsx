import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Ignored } from '@/components/frame/Ignored';
import { InEnglish } from '@/components/frame/InEnglish';
import { OutLink } from '@/components/frame/OutLink';
import { Prose } from '@/components/method/Chapter';
import { InterpretationsChapter } from '@/components/method/closing/InterpretationsChapter';
import { LimitsChapter } from '@/components/method/closing/LimitsChapter';
import { VersionsChapter } from '@/components/method/closing/VersionsChapter';
import { Contents } from '@/components/method/Contents';
import { ControlChapter } from '@/components/method/control/ControlChapter';
import { CurrencyChapter } from '@/components/method/currency/CurrencyChapter';
import { DeviationChapter } from '@/components/method/deviation/DeviationChapter';
import { EpisodesChapter } from '@/components/method/episodes/EpisodesChapter';
import { ExampleChoice } from '@/components/method/ExampleChoice';
import { ItselfChapter } from '@/components/method/itself/ItselfChapter';
import { OrderChapter } from '@/components/method/order/OrderChapter';
import { ReferenceChapter } from '@/components/method/reference/ReferenceChapter';
import { ReproducibleChapter } from '@/components/method/reproducible/ReproducibleChapter';
import { TermsChapter } from '@/components/method/terms/TermsChapter';
import { UnusualChapter } from '@/components/method/unusual/UnusualChapter';
import { WrappedChapter } from '@/components/method/wrapped/WrappedChapter';
import { NoData } from '@/components/overview/NoData';
import { addressIn } from '@/lib/api/client/address';
import { method as operation } from '@/lib/api/client/operations';
import { parseMinute } from '@/lib/domain/minute';
import { appContext } from '@/lib/server/context';
import { assetsWithData } from '@/lib/server/coverage/assetCoverage';
import { method, type Choice } from '@/lib/server/method';
import { LEAD, PAGE } from '@/lib/words/en/method/page';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, writeQuery, type PageSearch } from '@/lib/permalink/query';
import { typedMinute } from '@/lib/permalink/typed';
import { languageChoice } from '@/lib/words/frame';
import { ignoredWords } from '@/lib/words/ignored';
import '@/components/method/method.css';

interface Props {
  readonly searchParams: PageSearch;
}

export const metadata: Metadata = {
  title: PAGE.title,
  description: PAGE.description,
};

/** Every rule of the method, worked out on stored candles. */
export default async function MethodPage({ searchParams }: Props) {
  await connection();
  const { choice, ignored } = await choiceIn(searchParams);
  const context = await appContext();
  const [asked, assets] = await Promise.all([method(context, choice), assetsWithData(context)]);
  // An asset without stored candles is named as such, and the usual example takes its place.
  const wrong = asked.ok ? [] : [`${asked.message}.`];
  const found = asked.ok ? asked : await method(context, { asset: undefined, minute: undefined });
  if (!found.ok) throw new Error(found.message);
  const { example, second, simulated } = found.value;
  const shown = { example, simulated };
  const query =
    example === null
      ? ''
      : writeQuery([
          ['asset', example.asset],
          ['minute', example.minute.minute],
        ]);
  return (
    <div className="method-page" lang="en">
      <header className="method-head space-y-5">
        <InEnglish note={languageChoice.method} />
        <Ignored ignored={[...ignored, ...wrong]} />
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
          <h1 className="finding">{PAGE.heading}</h1>
          <OutLink href={addressIn(operation, {}, query)} kind="answer" />
        </div>
        <Prose of={LEAD} />
        {example === null ? (
          <NoData />
        ) : (
          <ExampleChoice key={query} assets={assets} asset={example.asset} minute={example.minute.minute} />
        )}
      </header>
      <Contents />
      <div className="method-body">
        <TermsChapter {...shown} />
        <CurrencyChapter {...shown} />
        <ReferenceChapter {...shown} />
        <DeviationChapter {...shown} />
        <EpisodesChapter {...shown} />
        <ControlChapter {...shown} />
        <WrappedChapter second={second} simulated={simulated} />
        <UnusualChapter {...shown} />
        <OrderChapter {...shown} />
        <ReproducibleChapter {...shown} />
        <ItselfChapter />
        <LimitsChapter />
        <InterpretationsChapter />
        <VersionsChapter />
      </div>
    </div>
  );
}

/** The minute to work out that the address names; what cannot be used of it is named. */
async function choiceIn(
  searchParams: PageSearch,
): Promise<{ readonly choice: Choice; readonly ignored: readonly string[] }> {
  const { asset, fields, ignored } = readPageFields(searchOf(await searchParams), ['minute']);
  const text = fields['minute'];
  const minute = text === undefined ? undefined : parseMinute(typedMinute(text));
  return {
    choice: { asset, minute: minute?.ok === true ? minute.value : undefined },
    ignored: [...ignored, ...(minute?.ok === false ? [{ kind: 'refused', refusal: minute.error } as const] : [])].map(
      ignoredWords,
    ),
  };
}
