import type { Metadata } from 'next';
import { Link } from '@/components/frame/Link';
import { connection } from 'next/server';
import { Errata } from '@/components/errata/Errata';
import { CompareForm } from '@/components/compare/CompareForm';
import { SpreadFigure } from '@/components/compare/SpreadFigure';
import { SpreadTables } from '@/components/compare/SpreadTables';
import { AsOf } from '@/components/frame/AsOf';
import { CopyLink } from '@/components/frame/CopyLink';
import { Ignored } from '@/components/frame/Ignored';
import { ListForms } from '@/components/frame/ListForms';
import { NoData } from '@/components/overview/NoData';
import type { ComparedMarket } from '@/lib/domain/comparison';
import { pairOf } from '@/lib/domain/market';
import { parseRange } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { COMPARE_NAMES, comparePath, comparisonPath, readComparison, sharedComparePath } from '@/lib/permalink/compare';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { typedMinute } from '@/lib/permalink/typed';
import { spreadChart } from '@/lib/server/compare/charts';
import { compareChoices } from '@/lib/server/compare/choices';
import { compared } from '@/lib/server/compare/compare';
import { appContext } from '@/lib/server/context';
import { errataOfList } from '@/lib/server/errata/errata';
import { listMetadata } from '@/lib/server/pages/frame';
import { scanBeside } from '@/lib/server/thread/door';
import { sendOn } from '@/lib/server/pages/sendOn';
import { comparedIn, compareForm, compareWords, comparisonSentence } from '@/lib/words/compare';
import { ignoredWords } from '@/lib/words/ignored';
import { Sentence } from '@/components/frame/Dated';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> =>
  listMetadata(
    compareWords.title,
    { path: '/compare', search: searchOf(await searchParams), names: COMPARE_NAMES },
    ({ markets }) => markets !== undefined,
  );

/** The first market against each of the others, over a window. */
export default async function ComparePage({ searchParams }: Props) {
  await connection();
  const given = searchOf(await searchParams);
  const shared = sharedComparePath(given);
  if (shared !== undefined) sendOn(shared);
  const { fields, ignored } = readPageFields(given, COMPARE_NAMES);
  const context = await appContext();
  const choices = await compareChoices(context);
  const { window, markets } = choices;
  const asked = {
    ...fields,
    from: fields['from'] === undefined ? window.from : typedMinute(fields['from']),
    to: fields['to'] === undefined ? window.to : typedMinute(fields['to']),
  };
  const read = fields['markets'] === undefined ? undefined : readComparison(asked);
  const example = read === undefined ? await choices.example(scanBeside) : undefined;
  const errata = read?.ok === true ? await errataOfList(context.database, { kind: 'compare', asked: read.value }) : [];
  const found = read?.ok === true ? await compared(context, read.value) : undefined;
  const answer = found?.ok === true ? found.value.answer : undefined;
  const finding = answer === undefined ? compareWords.title : comparisonSentence(answer);
  const wrong =
    read?.ok === false
      ? wrongIn(read.error, asked)
      : found?.ok === false
        ? { text: found.message, fields: found.code === 'not-found' ? ['markets'] : [] }
        : undefined;
  return (
    <div className="space-y-6">
      <Ignored ignored={ignored.map(ignoredWords)} />
      <Errata errata={errata} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 xl:flex-nowrap">
        <div>
          <h1 className="max-w-[68ch] finding">
            <Sentence>{finding}</Sentence>
          </h1>
          <p className="lead">{answer === undefined ? compareWords.lead : comparedIn(answer)}</p>
        </div>
        {answer !== undefined && (
          <div className="flex shrink-0 gap-2">
            <CopyLink />
          </div>
        )}
      </header>
      <AsOf
        at={read?.ok === true ? read.value.asOf : undefined}
        now={comparePath(Object.entries(fields).filter(([name]) => name !== 'asOf'))}
      />
      {found?.ok === true && (
        <SpreadFigure
          finding={finding}
          charts={{
            narrow: spreadChart(found.value, 'narrow'),
            middle: spreadChart(found.value, 'middle'),
            wide: spreadChart(found.value, 'wide'),
          }}
        />
      )}
      {answer !== undefined && <SpreadTables answer={answer} />}
      {answer !== undefined && read?.ok === true && <ListForms list={{ kind: 'compare', asked: read.value }} />}
      <CompareForm fields={asked} markets={markets} wrong={wrong} />
      {markets.length === 0 && <NoData />}
      {example !== undefined && (
        <div>
          <p className="mb-2 max-w-[68ch] text-ink-2">
            {example.isDeepest ? compareForm.why.deepest : compareForm.why.usual}
          </p>
          <Link
            className="button whitespace-normal wrap-anywhere py-1"
            href={comparisonPath({
              markets: example.markets,
              range: promised(parseRange(window.from, window.to)),
              asOf: undefined,
            })}
          >
            {compareForm.tryThis(namedIn(example.markets[0]), namedIn(example.markets[1]))}
          </Link>
        </div>
      )}
    </div>
  );
}

const namedIn = ({ market, isDisplay }: ComparedMarket): Parameters<typeof compareForm.tryThis>[0] => ({
  venue: market.venue,
  market: pairOf(market),
  kind: market.kind,
  isDisplay,
});
