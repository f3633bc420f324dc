'use client';

import { useState } from 'react';
import type { AuditAnswer, AuditSum } from '@/lib/api/audit';
import { namesCsv, withoutAmounts, type Said, type StatedAudit } from '@/lib/client/audit/audit';
import { madeName } from '@/lib/domain/events/reconstructed';
import { DEFAULT_MIN_PEERS } from '@/lib/domain/method';
import { auditLimits, auditRows, auditTables, auditTotals, officialRule, zoneWarning } from '@/lib/words/auditPage';
import { count } from '@/lib/words/numbers';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { FillTable } from './FillTable';
import { copied } from '../frame/CopyLink';
import { Amount } from './Amount';
import { ContractSizes } from './ContractSizes';
import { LeftOutRows } from './LeftOutRows';
import { CurveFigure } from './CurveFigure';
import { episodeName } from '@/lib/words/auditEpisode';
import { RuleFills } from './RuleFills';
import { sharedText } from '@/lib/words/auditSharedText';
import { usd } from '@/lib/words/usdText';

interface Props {
  readonly answer: AuditAnswer;
  /** Who is who in it, for its owner. */
  readonly names: StatedAudit['names'];
  readonly onZone: (file: number, zone: string) => void;
  readonly onCsv: () => void;
  /** Sizes of contracts that the file of that place does not say. */
  readonly onSizes: (file: number, sizes: NonNullable<Said['contracts']>) => void;
}

/** What an audit came to: the zone first, if it does not fit; then totals, the rule beside them, and the fills. */
export function AuditView({ answer, names, onZone, onCsv, onSizes }: Props) {
  const [isHidden, setHidden] = useState(false);
  const { total } = answer;
  return (
    <div className="space-y-10">
      <ZoneWarnings answer={answer} names={names} onZone={onZone} />
      <Section
        id="total"
        title={auditTotals.title}
        lead={auditTotals.rests}
        aside={
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            <label className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                checked={isHidden}
                onChange={({ target }) => {
                  setHidden(target.checked);
                }}
              />
              {auditTables.hide}
            </label>
          </div>
        }
      >
        <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
          <Big name={auditTotals.net} text={total.net} isHidden={isHidden} />
          <Big name={auditTotals.worse} text={total.worse} isHidden={isHidden} />
          <Big name={auditTotals.better} text={total.better} isHidden={isHidden} />
        </dl>
        <ul className="mt-4 space-y-1 text-sm text-ink-2">
          {sentences(total, isHidden).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Reasons total={total} isHidden={isHidden} />
        <Files answer={answer} names={names} onCsv={onCsv} />
      </Section>
      <ContractSizes files={answer.files} onSizes={onSizes} />
      <CurveFigure answer={answer} isHidden={isHidden} />
      {total.liquidations > 0 && <Rule answer={answer} isHidden={isHidden} />}
      <Parts
        id="assets"
        title={auditTables.assets}
        head={auditTables.asset}
        isHidden={isHidden}
        parts={answer.assets.map((part) => [part.asset, part])}
      />
      {answer.episodes.length > 0 && (
        <Parts
          id="episodes"
          title={auditTables.episodes}
          head={auditTables.episode}
          isHidden={isHidden}
          parts={answer.episodes.map((part) => [episodeName(part), part])}
        />
      )}
      {answer.accounts.length > 1 && (
        <Parts
          id="accounts"
          title={auditTables.accounts}
          lead={auditTables.accountsLead}
          head={auditTables.account}
          isHidden={isHidden}
          parts={answer.accounts.map((part) => [accountName(part.account, names), part])}
        />
      )}
      <FillTable fills={answer.fills} isHidden={isHidden} />
      <LeftOutRows answer={answer} names={names} />
      <BadRows files={answer.files} names={names} />
      <Limits answer={answer} />
    </div>
  );
}

/** "A (Ann)": on the page its owner sees who is who; nothing that is saved or copied but the list itself has it. */
const accountName = (account: string, { accounts }: Props['names']): string => {
  const name = accounts.find(({ written }) => written === account)?.name;
  return name === undefined ? account : `${account} (${name})`;
};

/** On paper nothing can be opened: what is folded is opened first. */
function printed(): void {
  for (const part of document.querySelectorAll<HTMLDetailsElement>('section[aria-labelledby] > details'))
    part.open = true;
  window.print();
}

/** What can be taken away: all of it, what others may see, and who is who. */
function Files({ answer, names, onCsv }: Pick<Props, 'answer' | 'names' | 'onCsv'>) {
  const [isCopied, setCopied] = useState(false);
  const save = (name: string, content: Blob): void => {
    saveAs(madeName(name, answer.reconstructed), content);
  };
  const copyShared = async (): Promise<void> => {
    const text = sharedText(withoutAmounts(answer));
    if ((await copied(text)) === 'copied') setCopied(true);
    // Where a browser refuses the clipboard, the text is saved.
    else save('audit-without-amounts.txt', new Blob([text], { type: 'text/plain' }));
  };
  const json = (name: string, content: unknown) => () => {
    save(name, new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' }));
  };
  const buttons: readonly (readonly [name: string, press: () => void])[] = [
    [auditTables.saveCsv, onCsv],
    [auditTables.saveJson, json('audit.json', answer)],
    [
      auditTables.saveNames,
      () => {
        save('who-is-who.csv', new Blob([namesCsv(names)], { type: 'text/csv' }));
      },
    ],
    [auditTables.print, printed],
    [auditTables.saveShared, json('audit-without-amounts.json', withoutAmounts(answer))],
    [isCopied ? auditTables.copied : auditTables.copyShared, () => void copyShared()],
  ];
  return (
    <div className="mt-5 flex flex-wrap gap-2 print:hidden">
      {buttons.map(([name, press]) => (
        <button key={name} type="button" className="button" onClick={press}>
          {name}
        </button>
      ))}
    </div>
  );
}

/** Gives the reader a file that was made here. */
export function saveAs(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function ZoneWarnings({ answer: { files }, names, onZone }: Pick<Props, 'answer' | 'names' | 'onZone'>) {
  return files.map(({ file, zoneCheck }, i) => {
    const better = zoneCheck?.better;
    if (zoneCheck === null || better === null || better === undefined) return null;
    const { chosen } = zoneCheck;
    return (
      <div key={`${file} ${String(i)}`} role="alert" className="border-l-4 border-caution bg-sunk px-4 py-3">
        <strong className="block text-sm font-semibold">{zoneWarning.title}</strong>
        <p className="text-sm text-ink-2 wrap-anywhere">{names.files[i]?.name ?? file}</p>
        <p className="mt-1 max-w-[68ch]">
          {zoneWarning.says(chosen.zone, chosen.inside, better.zone, better.inside, better.fills)}
        </p>
        <button
          type="button"
          className="button button-strong mt-2"
          onClick={() => {
            onZone(i, better.zone);
          }}
        >
          {zoneWarning.use(better.zone)}
        </button>
      </div>
    );
  });
}

const Big = ({
  name,
  text,
  isHidden,
}: {
  readonly name: string;
  readonly text: string | null;
  readonly isHidden: boolean;
}) => (
  <div>
    <dt className="label">{name}</dt>
    <dd className="text-xl font-semibold whitespace-nowrap tabular-nums">
      <Amount text={text} isHidden={isHidden} />{' '}
      {!isHidden && text !== null && <span className="text-sm font-normal text-ink-3">{auditTotals.currency}</span>}
    </dd>
  </div>
);

const sentences = (sum: AuditSum, isHidden: boolean): readonly string[] => [
  auditTotals.measured(sum.measured, sum.fills),
  ...(sum.weak > 0 && sum.onWeakRates !== null
    ? [auditTotals.weak(sum.weak, isHidden ? auditTables.hidden : `${usd(sum.onWeakRates)} USD`)]
    : []),
  ...(sum.withinRate > 0 ? [auditTotals.within(sum.withinRate)] : []),
  ...(sum.outsideCandle > 0 ? [auditTotals.outside(sum.outsideCandle)] : []),
  ...(sum.liquidations + sum.adl > 0 ? [auditTotals.flags(sum.liquidations, sum.adl)] : []),
];

function Reasons({ total, isHidden }: { readonly total: AuditSum; readonly isHidden: boolean }) {
  const reasons: Readonly<Partial<Record<string, string>>> = auditTotals.reasons;
  const [missing, fees] = [Object.entries(total.unmeasured), Object.entries(total.fees)];
  return (
    <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      {missing.length > 0 && (
        <div>
          <dt className="label">{auditTotals.unmeasured}</dt>
          {missing.map(([why, fills]) => (
            <dd key={why}>
              <span className="tabular-nums">{count(fills)}</span> {reasons[why] ?? why}
            </dd>
          ))}
        </div>
      )}
      {fees.length + total.unreadFees > 0 && (
        <div>
          <dt className="label">{auditTotals.fees}</dt>
          {fees.map(([currency, amount]) => (
            <dd key={currency} className="tabular-nums">
              {isHidden ? auditTables.hidden : amount} {currency === '' ? auditTotals.noCurrency : currency}
            </dd>
          ))}
          {total.unreadFees > 0 && <dd>{auditTotals.unreadFees(total.unreadFees)}</dd>}
        </div>
      )}
    </dl>
  );
}

function Rule({
  answer: { officialRule: rule },
  isHidden,
}: {
  readonly answer: AuditAnswer;
  readonly isHidden: boolean;
}) {
  return (
    <Section id="rule" title={officialRule.title} lead={officialRule.says}>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <div>
          <Big name={officialRule.paid} text={rule.money} isHidden={isHidden} />
          <p className="text-sm text-ink-2">{officialRule.fills(rule.paid)}</p>
        </div>
        <div>
          <Big name={officialRule.outside} text={rule.outsideMoney} isHidden={isHidden} />
          <p className="text-sm text-ink-2">
            {officialRule.fills(rule.outside)}
            {rule.outside > 0 && (
              <span className="block">{auditTotals.measured(rule.outsideMeasured, rule.outside)}</span>
            )}
          </p>
        </div>
      </dl>
      {rule.unknown > 0 && <p className="mt-2 text-sm text-ink-2">{officialRule.unknown(rule.unknown)}</p>}
      <RuleFills rule={rule} isHidden={isHidden} />
    </Section>
  );
}

interface PartsProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly head: string;
  readonly parts: readonly (readonly [name: string, sum: AuditSum])[];
  readonly isHidden: boolean;
}

function Parts({ id, title, lead, head, parts, isHidden }: PartsProps) {
  return (
    <Section id={id} title={title} lead={lead}>
      <Scroller label={title}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{head}</Head>
              <NumberHead>{auditTables.count}</NumberHead>
              <NumberHead className="max-sm:hidden">{auditTables.worse}</NumberHead>
              <NumberHead className="max-sm:hidden">{auditTables.better}</NumberHead>
              <NumberHead>{auditTables.net}</NumberHead>
            </tr>
          </thead>
          <tbody>
            {parts.map(([name, sum]) => (
              <tr key={name}>
                <th scope="row" className="wrap-anywhere !whitespace-normal">
                  {name}
                </th>
                <td className="num">{count(sum.fills)}</td>
                <td className="num max-sm:hidden">
                  <Amount text={sum.worse} isHidden={isHidden} />
                </td>
                <td className="num max-sm:hidden">
                  <Amount text={sum.better} isHidden={isHidden} />
                </td>
                <td className="num font-semibold">
                  <Amount text={sum.net} isHidden={isHidden} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

/** Rows shown of each file. */
const MOST_ROWS = 50;

function BadRows({ files, names }: Pick<AuditAnswer, 'files'> & Pick<Props, 'names'>) {
  const flaws: Readonly<Partial<Record<string, string>>> = auditRows.flaws;
  return files.map(({ file, flawed, unreadFees, unended, rows, flaws: listed, notFills, unknownSymbols }, i) => {
    const [others, unknown] = [Object.entries(notFills), Object.entries(unknownSymbols)];
    if (flawed + unreadFees === 0 && unended === null && others.length === 0 && unknown.length === 0) return null;
    return (
      <Section
        key={`${file} ${String(i)}`}
        id={`rows-${String(i)}`}
        title={auditRows.title}
        lead={`${names.files[i]?.name ?? file}: ${auditRows.lead(flawed, rows)}`}
      >
        {unreadFees > 0 && <p className="mb-3 text-sm">{auditRows.unreadFees(unreadFees)}</p>}
        {unended !== null && <p className="mb-3 text-sm">{auditRows.unended(unended)}</p>}
        {flawed + unreadFees > 0 && (
          <Scroller label={auditRows.title}>
            <table className="sheet">
              <thead>
                <tr>
                  <NumberHead>{auditRows.line}</NumberHead>
                  <Head>{auditRows.what}</Head>
                  <Head>{auditRows.text}</Head>
                </tr>
              </thead>
              <tbody>
                {listed.slice(0, MOST_ROWS).map(({ line, flaw, text }) => (
                  <tr key={line}>
                    <th scope="row" className="num">
                      {count(line)}
                    </th>
                    <td>{flaws[flaw] ?? flaw}</td>
                    <td className="wrap-anywhere">{text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        )}
        <Counted name={auditRows.others} counts={others} />
        <Counted name={auditRows.unknown} counts={unknown} />
      </Section>
    );
  });
}

const Counted = ({
  name,
  counts,
}: {
  readonly name: string;
  readonly counts: readonly (readonly [string, number])[];
}) =>
  counts.length === 0 ? null : (
    <p className="mt-2 text-sm wrap-anywhere">
      <span className="label mr-2">{name}</span>
      {counts.map(([what, rows]) => `${what} (${count(rows)})`).join(' · ')}
    </p>
  );

function Limits({ answer: { days } }: Pick<Props, 'answer'>) {
  return (
    <Section id="limits" title={auditLimits.title}>
      <ul className="max-w-[78ch] list-disc space-y-1 pl-5 text-sm text-ink-2">
        {[auditLimits.peers(DEFAULT_MIN_PEERS), auditLimits.orders, auditLimits.midnight, auditLimits.cause].map(
          (point) => (
            <li key={point}>{point}</li>
          ),
        )}
      </ul>
      {days.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-sm text-ink-2">{auditLimits.digests}</summary>
          <table className="sheet mt-2">
            <thead>
              <tr>
                <Head>{auditTables.market}</Head>
                <Head>{auditLimits.day}</Head>
                <Head>{auditLimits.digest}</Head>
              </tr>
            </thead>
            <tbody>
              {days.map(({ book, day, digest }) => (
                <tr key={`${book} ${day}`}>
                  <th scope="row">{book}</th>
                  <td className="whitespace-nowrap">{day}</td>
                  <td className="font-mono text-xs wrap-anywhere">{digest}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Section>
  );
}
