import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Coded } from '@/components/controls/Coded';
import { ContagionForm } from '@/components/contagion/ContagionForm';
import { FallChart, type Fallen } from '@/components/contagion/FallChart';
import { FallTable } from '@/components/contagion/FallTable';
import { AsOf } from '@/components/frame/AsOf';
import { ButtonList } from '@/components/frame/ButtonList';
import { CopyLink } from '@/components/frame/CopyLink';
import { Sentence } from '@/components/frame/Dated';
import { Ignored } from '@/components/frame/Ignored';
import { Link } from '@/components/frame/Link';
import { OutLink } from '@/components/frame/OutLink';
import { Section } from '@/components/frame/Section';
import { NoData } from '@/components/overview/NoData';
import { addressIn } from '@/lib/api/client/address';
import { contagion as operation } from '@/lib/api/client/operations';
import type { ContagionAnswer, ContagionBook } from '@/lib/api/contagion';
import { type Contagion, FALL_LEVELS, OWN_LEVEL_MINUTES } from '@/lib/domain/contagion';
import { KINDS } from '@/lib/domain/market';
import { clampedMinute, formatMinute } from '@/lib/domain/minute';
import {
  CONTAGION_PAGE_NAMES,
  CONTAGION_PATH,
  contagionParameters,
  contagionPath,
  readContagion,
  readFall,
  sharedContagionPath,
  USUAL_FALL,
} from '@/lib/permalink/contagion';
import { readPageFields } from '@/lib/permalink/pageFields';
import { pagePath, searchOf, type PageSearch } from '@/lib/permalink/query';
import { typedMinute } from '@/lib/permalink/typed';
import { appContext } from '@/lib/server/context';
import { assetsWithData } from '@/lib/server/coverage/assetCoverage';
import { windowOf } from '@/lib/server/coverage/window';
import { sendOn } from '@/lib/server/pages/sendOn';
import { contagionBeside } from '@/lib/server/thread/door';
import {
  contagionFinding,
  contagionForm,
  contagionHead,
  contagionLead,
  leftOutLine,
  onlySpot,
  ownShareHead,
  ownShareNone,
  ownShareSentences,
} from '@/lib/words/contagion';
import { pageNames } from '@/lib/words/frame';
import { ignoredWords } from '@/lib/words/ignored';
import { formatLevel } from '@/lib/words/numbers';
import { wrongIn } from '@/lib/server/pages/wrongIn';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = (): Metadata => ({ title: pageNames.contagion });

/** Which books of an asset fell first: spot, perpetual, mark and index of every venue, in the order of minutes. */
export default async function ContagionPage({ searchParams }: Props) {
  await connection();
  const given = searchOf(await searchParams);
  const shared = sharedContagionPath(given);
  if (shared !== undefined) sendOn(shared);
  const { asset, fields, ignored } = readPageFields(given, CONTAGION_PAGE_NAMES);
  const context = await appContext();
  const held = await assetsWithData(context);
  const usual = asset === undefined ? undefined : await windowOf(context, asset);
  // The first hour of the usual window makes the levels.
  const from =
    fields['from'] === undefined
      ? usual?.ok === true
        ? formatMinute(clampedMinute(Math.min(usual.value.range.from + OWN_LEVEL_MINUTES, usual.value.range.to - 1)))
        : undefined
      : typedMinute(fields['from']);
  const to =
    fields['to'] === undefined
      ? usual?.ok === true
        ? formatMinute(usual.value.range.to)
        : undefined
      : typedMinute(fields['to']);
  const { asOf } = fields;
  const fall = readFall(fields['fall']);
  const read = asset === undefined ? undefined : readContagion({ asset, from, to, asOf });
  const found = read?.ok === true ? await contagionBeside(read.value) : undefined;
  const wrong =
    usual?.ok === false
      ? { text: usual.message, fields: ['asset'] }
      : read?.ok === false
        ? wrongIn(read.error, { asset, from, to, asOf })
        : !fall.ok
          ? wrongIn(fall.error, fields)
          : found?.ok === false
            ? { text: found.message, fields: [] }
            : undefined;
  const level = fall.ok ? fall.value : USUAL_FALL;
  return (
    <div className="space-y-6">
      <Ignored ignored={ignored.map(ignoredWords)} />
      <Head
        asked={read?.ok === true && found?.ok === true ? read.value : undefined}
        finding={findingOf(found?.ok === true ? found.value : undefined, level)}
      />
      <AsOf
        at={read?.ok === true ? read.value.asOf : undefined}
        now={read?.ok === true ? contagionPath({ ...read.value, asOf: undefined }, level) : CONTAGION_PATH}
      />
      {read?.ok === true && found?.ok === true && (
        <>
          <Levels asked={read.value} chosen={level} />
          <Found answer={found.value} level={level} />
        </>
      )}
      <ContagionForm
        asset={asset}
        from={from}
        to={to}
        fall={level}
        asOf={asOf}
        assets={held.map((one) => one.asset)}
        wrong={wrong}
      />
      {held.length === 0 && <NoData />}
      {asset === undefined && held.length > 0 && (
        <nav aria-label={contagionHead.choose}>
          <p className="label mb-2">{contagionHead.choose}</p>
          <ButtonList
            links={held.map((one) => ({ href: pagePath(CONTAGION_PATH, { asset: one.asset }), name: one.name }))}
          />
        </nav>
      )}
    </div>
  );
}

const findingOf = (answer: ContagionAnswer | undefined, level: number): string =>
  answer === undefined ? contagionHead.title : contagionFinding(answer, answer.levels.indexOf(level));

function Head({ asked, finding }: { readonly asked: Contagion | undefined; readonly finding: string }) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 xl:flex-nowrap">
      <div>
        <h1 className="max-w-[68ch] finding">
          <Sentence>{finding}</Sentence>
        </h1>
        <p className="lead">{contagionLead(OWN_LEVEL_MINUTES)}</p>
      </div>
      {asked !== undefined && (
        <div className="flex shrink-0 gap-2">
          <CopyLink />
          <OutLink href={addressIn(operation, {}, contagionParameters(asked))} kind="answer" />
        </div>
      )}
    </header>
  );
}

/** The falls whose order can be drawn, a link each. */
const Levels = ({ asked, chosen }: { readonly asked: Contagion; readonly chosen: number }) => (
  <nav aria-label={contagionForm.fall} className="flex flex-wrap items-center gap-2 print:hidden">
    <span className="label mr-1">{contagionForm.fall}</span>
    {FALL_LEVELS.map((level) => (
      <Link
        key={level}
        className={`button ${level === chosen ? 'button-strong' : ''}`}
        href={contagionPath(asked, level)}
        aria-current={level === chosen ? 'true' : undefined}
        scroll={false}
      >
        {formatLevel(level)}
      </Link>
    ))}
  </nav>
);

function Found({ answer, level }: { readonly answer: ContagionAnswer; readonly level: number }) {
  const place = answer.levels.indexOf(level);
  const rows = answer.books.toSorted(
    (a, b) => behindOf(a, place) - behindOf(b, place) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  );
  const fallen = rows.flatMap((book): readonly Fallen[] => {
    const fall = book.falls[place];
    const { seen = null, earliest = null } = fall ?? {};
    return fall === undefined || seen === null || earliest === null
      ? []
      : [{ book, fall: { ...fall, seen, earliest } }];
  });
  const isSpotAlone = answer.books.every(({ kind }) => kind === 'spot');
  return (
    <>
      {fallen.length > 0 && (
        <Section id="order" title={contagionHead.order}>
          <FallChart rows={fallen} finding={contagionFinding(answer, place)} isSimulated={answer.simulated} />
        </Section>
      )}
      <Section id="books" title={contagionHead.books}>
        <FallTable answer={answer} books={rows} place={place} />
        <div className="mt-3 space-y-1 text-sm text-ink-2">
          {isSpotAlone && (
            <p>
              <Coded>{onlySpot(answer.asset)}</Coded>
            </p>
          )}
          {answer.leftOut.map((one) => (
            <p key={`${one.venue} ${one.market} ${one.kind} ${one.why}`}>{leftOutLine(one)}</p>
          ))}
        </div>
      </Section>
      <Section id="index" title={ownShareHead.title} lead={answer.ownShares.length > 0 && ownShareHead.lead}>
        {answer.ownShares.length === 0 ? (
          <p className="text-sm text-ink-2">{ownShareNone(answer.name)}</p>
        ) : (
          answer.ownShares.map((share) => (
            <p key={share.venue} className="max-w-[78ch]">
              <Sentence>{ownShareSentences(share)}</Sentence>
            </p>
          ))
        )}
      </Section>
    </>
  );
}

/** Books that did not fall so far come last; those of one minute stand by kind, which says nothing of an order. */
const behindOf = ({ falls }: ContagionBook, place: number): number =>
  falls[place]?.behindMost ?? Number.MAX_SAFE_INTEGER;
