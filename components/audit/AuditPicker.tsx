'use client';

import { FileSearch } from 'lucide-react';
import { useRef } from 'react';
import { auditPicker } from '@/lib/words/auditPage';
import { useDrop } from '../controls/useDrop';
import { Coded } from '../verify/Coded';

interface Props {
  /** Files were chosen before: the place for the next ones is small. */
  readonly isSmall: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files: dropped anywhere on the page, or chosen with the button. */
export function AuditPicker({ isSmall, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDrop(onFiles);
  return (
    <div
      className={`rounded border border-dashed text-center print:hidden ${isOver ? 'border-focus bg-raised' : 'border-rule-strong bg-sunk'} ${
        isSmall
          ? 'flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 text-left'
          : 'grid min-h-64 place-content-center justify-items-center gap-3 px-4 py-8'
      }`}
    >
      {!isSmall && <FileSearch aria-hidden strokeWidth={1.25} className="size-10 text-ink-3" />}
      <p className={`text-ink-2 pointer-coarse:hidden ${isSmall ? 'text-sm' : ''}`}>
        {isOver ? auditPicker.dropNow : auditPicker.drop}
      </p>
      <button
        type="button"
        className={`button ${isSmall ? '' : 'button-strong'}`}
        onClick={() => {
          input.current?.click();
        }}
      >
        {isSmall ? auditPicker.another : auditPicker.choose}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={auditPicker.label}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same files again are another choice.
          currentTarget.value = '';
        }}
      />
      {!isSmall && <p className="label max-w-[44ch]">{auditPicker.formats}</p>}
      <noscript>
        <p className="text-sm">
          <Coded>{auditPicker.noScript}</Coded>
        </p>
      </noscript>
    </div>
  );
}
