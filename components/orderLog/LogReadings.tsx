'use client';

import {
  LOG_FORMATS,
  LOG_ROLES,
  ZONE_CANDIDATES,
  zoneName,
  type LogRole,
  type LogSaid,
  type OpenedLogFile,
} from '@/lib/client/orderLog/orderLog';
import { logFileWords, logProblems } from '@/lib/words/orderLogPage';
import { Select } from '../controls/Select';
import { Section } from '../frame/Section';
import type { ChosenLogs } from './useOrderLog';

interface Props {
  readonly chosen: ChosenLogs;
  readonly opened: readonly OpenedLogFile[];
  readonly onChange: (chosen: ChosenLogs) => void;
}

/** How each log is read: what was guessed, what is asked, and what its reader may change. */
export function LogReadings({ chosen, opened, onChange }: Props) {
  if (opened.length === 0) return null;
  return (
    <Section id="files" title={logFileWords.title} lead={logFileWords.guessed}>
      <ul className="space-y-3">
        {opened.map((file, i) => (
          <li key={`${file.name} ${String(i)}`} className="rounded border border-rule bg-raised px-4 py-3">
            <LogReading
              file={file}
              said={chosen.said[i] ?? {}}
              onSay={(said) => {
                onChange({ ...chosen, said: chosen.files.map((_, at) => (at === i ? said : (chosen.said[at] ?? {}))) });
              }}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ReadingProps {
  readonly file: OpenedLogFile;
  readonly said: LogSaid;
  readonly onSay: (said: LogSaid) => void;
}

function LogReading({ file, said, onSay }: ReadingProps) {
  const { layout, asked, firstLines } = file;
  return (
    <div className="space-y-2">
      <strong className="block text-sm font-semibold wrap-anywhere">{file.name}</strong>
      {asked.length > 0 && <p className="text-sm font-semibold">{logFileWords.asks}</p>}
      {asked.includes('time') && (
        <p role="alert" className="text-sm text-caution">
          {logProblems.noTime}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <label className="text-sm">
          <span className="label block">{logFileWords.format}</span>
          <Select
            value={layout.format}
            choices={LOG_FORMATS.map((format) => ({ value: format, label: logFileWords.formats[format] }))}
            onChoose={(format) => {
              onSay({ ...said, format });
            }}
          />
        </label>
        <ZoneOfLog file={file} said={said} onSay={onSay} />
        {(asked.includes('year') || said.year !== undefined) && <YearOfLog file={file} said={said} onSay={onSay} />}
        {layout.format !== 'text' &&
          LOG_ROLES.map((role) => <Column key={role} role={role} file={file} said={said} onSay={onSay} />)}
      </div>
      {said.zone !== undefined && <p className="max-w-[68ch] text-sm text-ink-2">{logFileWords.noCheck}</p>}
      <details className="print:hidden">
        <summary className="cursor-pointer text-sm text-ink-2">{logFileWords.firstLines}</summary>
        <code className="code-block mt-1">
          {firstLines.map((line, i) => (
            <span key={i} className="block">
              {line}
            </span>
          ))}
        </code>
      </details>
    </div>
  );
}

function ZoneOfLog({ file: { layout, asked, isZoneless }, said, onSay }: ReadingProps) {
  if (!isZoneless && !asked.includes('zone') && said.zone === undefined)
    return (
      <p className="text-sm">
        <span className="label block">{logFileWords.zone}</span>
        {logFileWords.ownZone}
      </p>
    );
  const zone = said.zone ?? layout.zone;
  return (
    <label className="text-sm">
      <span className="label block">{logFileWords.zone}</span>
      <Select
        value={zone === undefined ? '' : String(zone)}
        choices={[
          ...(zone === undefined ? [{ value: '', label: logFileWords.choose }] : []),
          ...ZONE_CANDIDATES.map((east) => ({ value: String(east), label: zoneName(east) })),
        ]}
        className={asked.includes('zone') ? 'border-caution' : ''}
        onChoose={(east) => {
          if (east !== '') onSay({ ...said, zone: Number(east) });
        }}
      />
      {said.zone === undefined && layout.zone !== undefined && (
        <span className="ml-2 text-ink-3">{logFileWords.ofHead}</span>
      )}
    </label>
  );
}

/** Years from 2017 on, when the oldest of the venues with such codes began. */
const FIRST_YEAR = 2017;
const YEARS = Array.from({ length: 20 }, (_, i) => String(FIRST_YEAR + i));

const YearOfLog = ({ said, onSay }: ReadingProps) => (
  <label className="text-sm">
    <span className="label block">{logFileWords.year}</span>
    <Select
      value={said.year === undefined ? '' : String(said.year)}
      choices={[
        ...(said.year === undefined ? [{ value: '', label: logFileWords.choose }] : []),
        ...YEARS.map((year) => ({ value: year, label: year })),
      ]}
      onChoose={(year) => {
        if (year !== '') onSay({ ...said, year: Number(year) });
      }}
    />
  </label>
);

function Column({ role, file: { layout }, said, onSay }: ReadingProps & { readonly role: LogRole }) {
  const chosen = layout.columns[role];
  return (
    <label className="text-sm">
      <span className="label block">{logFileWords[role]}</span>
      <Select
        value={chosen ?? ''}
        choices={[
          ...(chosen === undefined ? [{ value: '', label: logFileWords.none }] : []),
          ...[...new Set(layout.names)].filter((name) => name !== '').map((name) => ({ value: name, label: name })),
        ]}
        onChoose={(name) => {
          if (name !== '') onSay({ ...said, columns: { ...said.columns, [role]: name } });
        }}
      />
    </label>
  );
}
