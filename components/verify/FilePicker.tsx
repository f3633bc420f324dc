'use client';

import { FileSearch } from 'lucide-react';
import { useRef } from 'react';
import { MOST_VERIFIED_MB } from '@/lib/api/limits';
import { filePicker } from '@/lib/words/verifyPage';
import { useDrop } from '../controls/useDrop';
import { Coded } from './Coded';

interface Props {
  /** A file was chosen before: the place for the next one is small. */
  readonly isSmall: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes a file: dropped anywhere on the page, or chosen with the button. */
export function FilePicker({ isSmall, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDrop(([file]) => {
    if (file !== undefined) onFile(file);
  });
  return (
    <div
      className={`rounded border border-dashed text-center ${isOver ? 'border-focus bg-raised' : 'border-rule-strong bg-sunk'} ${
        isSmall
          ? 'flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 text-left'
          : 'grid min-h-64 place-content-center justify-items-center gap-3 px-4 py-8'
      }`}
    >
      {!isSmall && <FileSearch aria-hidden strokeWidth={1.25} className="size-10 text-ink-3" />}
      <p className={`text-ink-2 pointer-coarse:hidden ${isSmall ? 'text-sm' : ''}`}>
        {isOver ? filePicker.dropNow : filePicker.drop}
      </p>
      <button
        type="button"
        className={`button ${isSmall ? '' : 'button-strong'}`}
        onClick={() => {
          input.current?.click();
        }}
      >
        {isSmall ? filePicker.another : filePicker.choose}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={filePicker.label}
        accept=".png,.jpg,.jpeg,.zip,image/png,image/jpeg,application/zip"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file again is another choice.
          currentTarget.value = '';
        }}
      />
      {!isSmall && <p className="label">{filePicker.limit(MOST_VERIFIED_MB)}</p>}
      <noscript>
        <p className="text-sm">
          <Coded>{filePicker.noScript}</Coded>
        </p>
      </noscript>
    </div>
  );
}
