'use client';

import { useState } from 'react';
import type { AuditAnswer } from '@/lib/api/audit';
import { contractSize, type Said } from '@/lib/client/audit/audit';
import { auditContracts } from '@/lib/words/auditPage';
import { Section } from '../frame/Section';

interface Props {
  readonly files: AuditAnswer['files'];
  /** Sizes for the file of that place; those of other symbols stay. */
  readonly onSizes: (file: number, sizes: NonNullable<Said['contracts']>) => void;
}

/** Asks for the sizes of contracts that an export does not say. */
export function ContractSizes({ files, onSizes }: Props) {
  return files.map(({ unsizedContracts }, i) =>
    unsizedContracts.length === 0 ? null : (
      <SizesOfFile
        key={unsizedContracts.map(({ symbol }) => symbol).join(' ')}
        id={`contracts-${String(i)}`}
        contracts={unsizedContracts}
        onSizes={(sizes) => {
          onSizes(i, sizes);
        }}
      />
    ),
  );
}

interface FileProps {
  readonly id: string;
  readonly contracts: AuditAnswer['files'][number]['unsizedContracts'];
  readonly onSizes: (sizes: NonNullable<Said['contracts']>) => void;
}

function SizesOfFile({ id, contracts, onSizes }: FileProps) {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const sizes = new Map(
    contracts.flatMap(({ symbol, of }) => {
      const size = contractSize(texts.get(symbol) ?? '', of);
      return size === undefined ? [] : [[symbol, size] as const];
    }),
  );
  return (
    <Section id={id} title={auditContracts.title} lead={auditContracts.lead}>
      <form
        className="flex flex-wrap items-end gap-x-6 gap-y-3 print:hidden"
        onSubmit={(event) => {
          event.preventDefault();
          if (sizes.size > 0) onSizes(sizes);
        }}
      >
        {contracts.map(({ symbol, fills, unit }) => (
          <label key={symbol} className="text-sm">
            <span className="label block wrap-anywhere">{auditContracts.one(symbol, fills, unit)}</span>
            <input
              className="field w-40"
              inputMode="decimal"
              autoComplete="off"
              value={texts.get(symbol) ?? ''}
              onChange={({ target }) => {
                setTexts(new Map([...texts, [symbol, target.value]]));
              }}
            />
          </label>
        ))}
        <button type="submit" className="button" disabled={sizes.size === 0}>
          {auditContracts.use}
        </button>
      </form>
    </Section>
  );
}
