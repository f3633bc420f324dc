'use client';

import { ROLES, ZONE_CANDIDATES, zoneName, type OpenedFile, type Role, type Said } from '@/lib/client/audit/audit';
import { EVENT_IDS } from '@/lib/domain/events/event';
import { parseVenue } from '@/lib/domain/market';
import { MINUTES_PER_DAY, parseMinute, plus, minuteRange, type MinuteRange } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { auditFile, auditProblems } from '@/lib/words/auditPage';
import { orderLogHead } from '@/lib/words/orderLogPage';
import { kindWords } from '@/lib/words/kinds';
import { venueName } from '@/lib/words/venues';
import { Select } from '../controls/Select';
import { Link } from '../frame/Link';
import { Section } from '../frame/Section';
import type { Chosen } from './useAudit';

interface Props {
  readonly chosen: Chosen;
  readonly opened: readonly OpenedFile[];
  readonly onChange: (chosen: Chosen) => void;
}

/** How each file is read: what was found, what is asked, and what its reader may change. */
export function FileReadings({ chosen, opened, onChange }: Props) {
  if (opened.length === 0) return null;
  return (
    <Section
      id="files"
      title={auditFile.title}
      aside={
        <label className="flex items-center gap-2 text-sm print:hidden">
          <span className="label">{auditFile.period}</span>
          <Select
            value={dayText(chosen.period)}
            choices={[
              { value: '', label: auditFile.everyDay },
              ...EVENT_IDS.map((day) => ({ value: day, label: day }) as const),
            ]}
            onChoose={(day) => {
              onChange({ ...chosen, period: dayRange(day) });
            }}
          />
        </label>
      }
    >
      <ul className="space-y-3">
        {opened.map((file, i) => (
          <li
            key={`${file.name} ${String(i)}`}
            className="flex flex-wrap justify-between gap-x-6 gap-y-2 rounded border border-rule bg-raised px-4 py-3"
          >
            <div className="min-w-0">
              <FileReading
                file={file}
                said={chosen.said[i] ?? {}}
                onSay={(said) => {
                  onChange({
                    ...chosen,
                    said: chosen.files.map((_, at) => (at === i ? said : (chosen.said[at] ?? {}))),
                  });
                }}
              />
            </div>
            {opened.length > 1 && (
              <button
                type="button"
                className="button self-start print:hidden"
                aria-label={auditFile.leaveOutFile(file.name)}
                onClick={() => {
                  const isLeft = (_: unknown, at: number): boolean => at !== i;
                  onChange({ ...chosen, files: chosen.files.filter(isLeft), said: chosen.said.filter(isLeft) });
                }}
              >
                {auditFile.leaveOut}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const dayText = (period: MinuteRange | undefined): '' | (typeof EVENT_IDS)[number] =>
  EVENT_IDS.find((day) => period !== undefined && period.from === dayRange(day)?.from) ?? '';

function dayRange(day: string): MinuteRange | undefined {
  if (day === '') return undefined;
  const from = promised(parseMinute(`${day}T00:00Z`));
  return minuteRange(from, plus(from, MINUTES_PER_DAY));
}

/** Books whose exports people have; the names are the venues' own. */
const BOOKS = [
  ['binance', 'spot'],
  ['binanceusdm', 'perp'],
  ['binancecoinm', 'perp'],
  ['okx', 'spot'],
  ['okx', 'perp'],
  ['bybit', 'spot'],
  ['bybit', 'perp'],
  ['coinbase', 'spot'],
  ['kraken', 'spot'],
  ['kucoin', 'spot'],
  ['gate', 'spot'],
  ['bitget', 'spot'],
  ['htx', 'spot'],
  ['mexc', 'spot'],
  ['upbit', 'spot'],
  ['bithumb', 'spot'],
] as const;

interface ReadingProps {
  readonly file: OpenedFile;
  readonly said: Said;
  readonly onSay: (said: Said) => void;
}

function FileReading({ file, said, onSay }: ReadingProps) {
  const { layout, asked, isFixed, isNotUtf8 } = file;
  if (layout === undefined)
    return (
      <>
        <strong className="block text-sm font-semibold wrap-anywhere">{file.name}</strong>
        <p role="alert" className="mt-1 text-sm">
          {isNotUtf8 ? auditProblems.notUtf8 : auditProblems.notFills}
        </p>
        {!isNotUtf8 && (
          <p className="mt-1 text-sm">
            <Link href="/orderlog" className="link">
              {orderLogHead.title}
            </Link>
          </p>
        )}
      </>
    );
  const isAsked = asked.length > 0;
  const zoneAsked = asked.some(({ kind }) => kind === 'zone');
  const venueAsked = asked.some(({ kind }) => kind === 'venue');
  const format = auditFile.formats[layout.format];
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong className="text-sm font-semibold wrap-anywhere">{file.name}</strong>
        <span className="text-sm text-ink-2">{format}</span>
      </p>
      {!layout.isConfirmed && <p className="text-sm text-caution">{auditFile.guessed}</p>}
      {isAsked && <p className="text-sm font-semibold">{auditFile.asks}</p>}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        {(layout.format === 'generic' || venueAsked) && <BookChoice said={said} onSay={onSay} />}
        {isFixed ? (
          <p className="text-sm">
            <span className="label block">{auditFile.zone}</span>
            {auditFile.zoneBy.rows}
          </p>
        ) : (
          <ZoneOfFile layout={layout} said={said} onSay={onSay} isAsked={zoneAsked} />
        )}
        <AccountOfFile said={said} onSay={onSay} />
      </div>
      <details open={asked.some(({ kind }) => kind === 'column')} className="print:hidden">
        <summary className="cursor-pointer text-sm text-ink-2">{auditFile.columns}</summary>
        <Columns layout={layout} said={said} onSay={onSay} />
        <FirstRows rows={file.firstRows} head={layout.head} />
      </details>
    </div>
  );
}

type OfLayout = Pick<ReadingProps, 'said' | 'onSay'> & { readonly layout: NonNullable<OpenedFile['layout']> };

function ZoneOfFile({ layout, said, onSay, isAsked }: OfLayout & { readonly isAsked: boolean }) {
  const stated = layout.zone;
  const value = String(said.zone ?? stated?.east ?? '');
  return (
    <label className="text-sm">
      <span className="label block">{auditFile.zone}</span>
      <Select
        value={value}
        choices={[
          ...(value === '' ? [{ value: '', label: auditFile.zoneAsked }] : []),
          ...ZONE_CANDIDATES.map((east) => ({ value: String(east), label: zoneName(east) })),
        ]}
        className={isAsked ? 'border-caution' : ''}
        onChoose={(east) => {
          if (east !== '') onSay({ ...said, zone: Number(east) });
        }}
      />
      {said.zone === undefined && stated !== undefined && (
        <span className="ml-2 text-ink-3">{auditFile.zoneBy[stated.by]}</span>
      )}
    </label>
  );
}

/** Whose fills the file has; taken when the field is left, for each choice reads the files anew. */
function AccountOfFile({ said, onSay }: Pick<ReadingProps, 'said' | 'onSay'>) {
  return (
    <label className="text-sm print:hidden">
      <span className="label block">{auditFile.account}</span>
      <input
        className="field w-48"
        autoComplete="off"
        placeholder={auditFile.accountHint}
        defaultValue={said.account}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
        }}
        onBlur={({ currentTarget }) => {
          const account = currentTarget.value.trim();
          if (account === (said.account ?? '')) return;
          const { account: _, ...others } = said;
          onSay(account === '' ? others : { ...others, account });
        }}
      />
    </label>
  );
}

function BookChoice({ said, onSay }: Pick<ReadingProps, 'said' | 'onSay'>) {
  const value = said.venue === undefined ? '' : `${said.venue} ${said.kind ?? 'spot'}`;
  return (
    <label className="text-sm">
      <span className="label block">{auditFile.venue}</span>
      <Select
        value={value}
        choices={[
          ...(value === '' ? [{ value: '', label: auditFile.venueAsked }] : []),
          ...BOOKS.map(([venue, kind]) => ({
            value: `${venue} ${kind}`,
            label: `${venueName(venue)} ${kindWords(kind)}`,
          })),
        ]}
        onChoose={(book) => {
          const found = BOOKS.find((one) => one.join(' ') === book);
          if (found !== undefined) onSay({ ...said, venue: promised(parseVenue(found[0])), kind: found[1] });
        }}
      />
    </label>
  );
}

function Columns({ layout, said, onSay }: OfLayout) {
  const names = [...new Set(layout.head)].filter((name) => name !== '');
  const choose = (role: Role, name: string): void => {
    const { [role]: _, ...others } = said.columns ?? {};
    onSay({ ...said, columns: name === '' ? others : { ...others, [role]: name } });
  };
  return (
    <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 gap-y-2">
      {ROLES.map((role) => (
        <label key={role} className="text-sm">
          <span className="label block">{auditFile.roles[role]}</span>
          <Select
            className="w-full"
            value={layout.head[layout.columns[role] ?? -1] ?? ''}
            choices={[{ value: '', label: auditFile.noColumn }, ...names.map((name) => ({ value: name, label: name }))]}
            onChoose={(name) => {
              choose(role, name);
            }}
          />
        </label>
      ))}
    </div>
  );
}

function FirstRows({
  rows,
  head,
}: {
  readonly rows: readonly (readonly string[])[];
  readonly head: readonly string[];
}) {
  if (rows.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="label">{auditFile.firstRows}</p>
      <code className="code-block mt-1">
        {[head, ...rows].map((cells, i) => (
          <span key={i} className="block">
            {cells.join(' , ')}
          </span>
        ))}
      </code>
    </div>
  );
}
