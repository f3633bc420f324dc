import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Calculator } from '@/components/collateral/Calculator';
import { CollateralForm } from '@/components/collateral/CollateralForm';
import { AsOf } from '@/components/frame/AsOf';
import { Commands } from '@/components/frame/Commands';
import { CopyLink } from '@/components/frame/CopyLink';
import { Sentence } from '@/components/frame/Dated';
import { Ignored } from '@/components/frame/Ignored';
import { Notes } from '@/components/frame/Notes';
import { OutLink } from '@/components/frame/OutLink';
import { addressIn } from '@/lib/api/client/address';
import { marks as operation } from '@/lib/api/client/operations';
import type { MarksAnswer } from '@/lib/api/marks';
import { MARKS_NAMES, marksParameters, marksPath, readMarks, sharedMarksPath } from '@/lib/permalink/marks';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { typedMinute } from '@/lib/permalink/typed';
import { appContext } from '@/lib/server/context';
import { marksChoices } from '@/lib/server/marks/choices';
import { marks } from '@/lib/server/marks/marks';
import { sendOn } from '@/lib/server/pages/sendOn';
import { collateralFinding, collateralHead, madeOf } from '@/lib/words/collateralPage';
import { ignoredWords } from '@/lib/words/ignored';
import { noData } from '@/lib/words/overview';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = (): Metadata => ({ title: collateralHead.title, description: collateralHead.lead });

/** What one unit of collateral was marked at; of an account the browser alone knows anything. */
export default async function CollateralPage({ searchParams }: Props) {
  await connection();
  const given = searchOf(await searchParams);
  const shared = sharedMarksPath(given);
  if (shared !== undefined) sendOn(shared);
  const { asset, fields, ignored } = readPageFields(given, MARKS_NAMES);
  const context = await appContext();
  const { assets, window } = await marksChoices(context);
  const chosen = assets.find((one) => one.asset === asset) ?? (asset === undefined ? assets[0] : undefined);
  const venue = fields['venue'] ?? chosen?.venues[0];
  const asked = {
    ...fields,
    asset: asset ?? chosen?.asset,
    venue,
    from: fields['from'] === undefined ? window.from : typedMinute(fields['from']),
    to: fields['to'] === undefined ? window.to : typedMinute(fields['to']),
  };
  const read = assets.length === 0 && asset === undefined ? undefined : readMarks(asked);
  const found = read?.ok === true ? await marks(context, read.value) : undefined;
  const answer = found?.ok === true ? found.value : undefined;
  const wrong =
    read?.ok === false
      ? wrongIn(read.error, asked)
      : found?.ok === false
        ? { text: found.message, fields: found.code === 'not-held' ? ['asset', 'venue'] : [] }
        : undefined;
  return (
    <div className="space-y-6">
      <Ignored ignored={ignored.map(ignoredWords)} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 xl:flex-nowrap">
        <div>
          <h1 className="max-w-[68ch] finding">
            <Sentence>{answer === undefined ? collateralHead.title : findingOf(answer)}</Sentence>
          </h1>
          <p className="lead">{collateralHead.lead}</p>
          {answer !== undefined && (
            <p className="lead">
              <Sentence>{madeOf({ underlying: answer.underlying.asset, composition: answer.composition })}</Sentence>
            </p>
          )}
        </div>
        {read?.ok === true && answer !== undefined && (
          <div className="flex shrink-0 gap-2">
            <CopyLink />
            <OutLink href={addressIn(operation, {}, marksParameters(read.value))} kind="answer" />
          </div>
        )}
      </header>
      <AsOf
        at={read?.ok === true ? read.value.asOf : undefined}
        now={marksPath([...given].filter(([name]) => name !== 'asOf'))}
      />
      {assets.length === 0 && <Commands lead={collateralHead.nothing} commands={[noData.ways[0]]} />}
      {(assets.length > 0 || wrong !== undefined) && <CollateralForm fields={asked} assets={assets} wrong={wrong} />}
      {answer !== undefined && <Notes notes={answer.notes} />}
      {answer !== undefined && <Calculator key={marksParametersOf(read)} answer={answer} />}
    </div>
  );
}

/** Another question is another calculator: nothing of a choice of ratio is carried over. */
const marksParametersOf = (read: ReturnType<typeof readMarks> | undefined): string =>
  read?.ok === true ? marksParameters(read.value) : '';

function findingOf({ name, venue, readings }: MarksAnswer): string {
  const lowest = (closes: readonly (number | null)[]): number | null => {
    const known = closes.filter((price) => price !== null);
    return known.length === 0 ? null : Math.min(...known);
  };
  const reading = readings.index === null ? 'ratio' : 'index';
  const price = lowest((readings.index ?? readings.ratio).close);
  return collateralFinding({
    name,
    venue,
    own: lowest(readings.own.close),
    other: price === null ? null : { reading, price },
  });
}
