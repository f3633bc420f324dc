import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Ignored } from '@/components/frame/Ignored';
import { OutLink } from '@/components/frame/OutLink';
import { LimitsChapter, ReadingsChapter, VersionsChapter } from '@/components/method/ClosingChapters';
import { Contents } from '@/components/method/Contents';
import { ControlChapter } from '@/components/method/ControlChapter';
import { CurrencyChapter } from '@/components/method/CurrencyChapter';
import { DeviationChapter } from '@/components/method/DeviationChapter';
import { EpisodesChapter } from '@/components/method/EpisodesChapter';
import { ExampleChoice } from '@/components/method/ExampleChoice';
import { OrderChapter } from '@/components/method/OrderChapter';
import { ReferenceChapter } from '@/components/method/ReferenceChapter';
import { ReproducibleChapter } from '@/components/method/ReproducibleChapter';
import { UnusualChapter } from '@/components/method/UnusualChapter';
import { WordsChapter } from '@/components/method/WordsChapter';
import { WrappedChapter } from '@/components/method/WrappedChapter';
import { NoData } from '@/components/overview/NoData';
import { apiRoutes } from '@/lib/api/routes';
import { parseMinute } from '@/lib/domain/minute';
import { METHOD_VERSION } from '@/lib/domain/method';
import { appContext } from '@/lib/server/context';
import { assetsHeld } from '@/lib/server/held/held';
import { method, type Choice } from '@/lib/server/method';
import { refusalWords } from '@/lib/words/en/refusals';
import type { SearchParams } from '../[asset]/search';
import { keptAddress, typedMinute } from '../kept';
import '@/components/method/method.css';

interface Props {
  readonly searchParams: SearchParams;
}

export const metadata: Metadata = {
  title: 'The method',
  description:
    'How every number is made: rates, references, deviations and episodes, each rule with its formula, its reason, and a worked example computed from what is held.',
};

/** Every rule of the method, worked out on what is held. */
export default async function MethodPage({ searchParams }: Props) {
  await connection();
  const { choice, ignored } = await choiceIn(searchParams);
  const context = await appContext();
  const [asked, assets] = await Promise.all([method(context, choice), assetsHeld(context)]);
  // An asset that is not held is said, and the usual example stands in its place.
  const wrong = asked.ok ? [] : [`${asked.message}.`];
  const found = asked.ok ? asked : await method(context, { asset: undefined, minute: undefined });
  if (!found.ok) throw new Error(found.message);
  const { example, second, simulated } = found.value;
  const shown = { example, simulated };
  const query = example === null ? '' : `asset=${example.asset}&minute=${example.minute.minute}`;
  return (
    <div className="method-page">
      <header className="method-head space-y-5">
        <Ignored ignored={[...ignored, ...wrong]} />
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
          <h1 className="text-[clamp(1.7rem,3vw,2.3rem)] leading-[1.14] font-semibold">
            The method, version {METHOD_VERSION}
          </h1>
          <OutLink href={apiRoutes.method(query)} label="JSON" kind="answer" />
        </div>
        <div className="method-prose">
          <p>
            A deviation is a statement about an exchange. This page says how each one is made, so that anybody can check
            it, compute it a second time, or attack it.
          </p>
          <p>
            Every rule stands here in words, as a formula, with its reason, and worked out on candles that are held, by
            the same code that makes every other number on these pages. No figure in an example was typed in by hand.
            They are rounded for reading; the machine-readable answer has every digit.
          </p>
        </div>
        {example === null ? (
          <NoData running={false} />
        ) : (
          <ExampleChoice key={query} assets={assets} asset={example.asset} minute={example.minute.minute} />
        )}
      </header>
      <Contents />
      <div className="method-body">
        <WordsChapter {...shown} />
        <CurrencyChapter {...shown} />
        <ReferenceChapter {...shown} />
        <DeviationChapter {...shown} />
        <EpisodesChapter {...shown} />
        <ControlChapter {...shown} />
        <WrappedChapter second={second} simulated={simulated} />
        <UnusualChapter {...shown} />
        <OrderChapter {...shown} />
        <ReproducibleChapter {...shown} />
        <LimitsChapter />
        <ReadingsChapter />
        <VersionsChapter />
      </div>
    </div>
  );
}

/** The minute to work out that the address names; what cannot be used of it is named. */
async function choiceIn(
  searchParams: SearchParams,
): Promise<{ readonly choice: Choice; readonly ignored: readonly string[] }> {
  const { asset, fields, ignored } = await keptAddress(searchParams, ['minute']);
  const text = typedMinute(fields['minute']);
  const minute = text === undefined ? undefined : parseMinute(text);
  return {
    choice: { asset, minute: minute?.ok === true ? minute.value : undefined },
    ignored: minute?.ok === false ? [...ignored, `${refusalWords(minute.error)}.`] : ignored,
  };
}
