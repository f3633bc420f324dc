'use client';

import { useState } from 'react';
import type { ChangedRow, Verification } from '@/lib/api/verification';
import { changeWords } from '@/lib/words/verifyPage';
import { Hole } from '../frame/Cells';
import { Section } from '../frame/Section';

/** So many rows are shown at first. */
const MOST_ROWS = 20;

/** Row by row of a page of many assets: what the file says, and what the page says now. */
export function ChangedRows({ rows }: Pick<Verification, 'rows'>) {
  const [isOpen, setOpen] = useState(false);
  if (rows.length === 0) return null;
  const shown = isOpen ? rows : rows.slice(0, MOST_ROWS);
  return (
    <Section id="rows" title={changeWords.title}>
      <table className="sheet" aria-label={changeWords.title}>
        <thead>
          <tr>
            <th scope="col">{changeWords.row}</th>
            <th scope="col">{changeWords.field}</th>
            <th scope="col" className="num">
              {changeWords.was}
            </th>
            <th scope="col" className="num">
              {changeWords.now}
            </th>
          </tr>
        </thead>
        <tbody>{shown.map(linesOf)}</tbody>
      </table>
      {shown.length < rows.length && (
        <button
          type="button"
          className="button mt-3"
          onClick={() => {
            setOpen(true);
          }}
        >
          {changeWords.moreRows(rows.length - shown.length)}
        </button>
      )}
    </Section>
  );
}

/** A line for each figure that differs; what names the row stands before the first. */
function linesOf({ list, row, change, fields }: ChangedRow) {
  const name = row.map(({ value }) => String(value ?? '')).join(' ');
  if (change !== 'other')
    return (
      <tr key={`${list} ${name} ${change}`}>
        <Name text={name} />
        <td colSpan={3}>{change === 'added' ? changeWords.rowAdded : changeWords.rowGone}</td>
      </tr>
    );
  return fields.map((field, i) => (
    <tr key={`${list} ${name} ${field.name}`}>
      {i === 0 && <Name text={name} lines={fields.length} />}
      <td>
        <code className="font-mono text-[0.9em]">{field.name}</code>
      </td>
      <td className="num">{written(field.was)}</td>
      <td className="num font-semibold">{written(field.now)}</td>
    </tr>
  ));
}

const Name = ({ text, lines = 1 }: { readonly text: string; readonly lines?: number }) => (
  <th scope="row" rowSpan={lines} className="!whitespace-normal wrap-anywhere">
    {text}
  </th>
);

const written = (value: ChangedRow['fields'][number]['was']) =>
  value === null ? <Hole>{changeWords.none}</Hole> : String(value);
