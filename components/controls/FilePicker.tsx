'use client';

import { FileSearch } from 'lucide-react';
import { useRef } from 'react';
import { Coded } from './Coded';
import { useDrop } from './useDrop';

/** What a picker says, of its own kind of file. */
interface PickerWords {
  /** Names the field for readers who hear the page. */
  readonly label: string;
  readonly drop: string;
  /** While a file is held over the page. */
  readonly dropNow: string;
  readonly choose: string;
  /** On the button once files were chosen before. */
  readonly another: string;
  /** Which files are read, in words. */
  readonly formats: string;
  /** With commands between backticks. */
  readonly noScript: string;
}

interface Props {
  readonly words: PickerWords;
  /** Endings and media types of the files, as HTML's `accept`. A file that is dropped may be any. */
  readonly accept: string;
  /** Whether several files belong together; else `onFiles` gets the first of those that were dropped. */
  readonly multiple?: boolean;
  /** Files were chosen before: the place for the next ones is small. */
  readonly isSmall: boolean;
  /** At least one file. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files: dropped anywhere on the page, or chosen with the button. */
export function FilePicker({ words, accept, multiple = false, isSmall, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]): void => {
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  const isOver = useDrop(take);
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
        {isOver ? words.dropNow : words.drop}
      </p>
      <button
        type="button"
        className={`button ${isSmall ? '' : 'button-strong'}`}
        onClick={() => {
          input.current?.click();
        }}
      >
        {isSmall ? words.another : words.choose}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        aria-label={words.label}
        accept={accept}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])]);
          // The same files again are another choice.
          currentTarget.value = '';
        }}
      />
      {!isSmall && <p className="label max-w-[44ch]">{words.formats}</p>}
      <noscript>
        <p className="text-sm">
          <Coded>{words.noScript}</Coded>
        </p>
      </noscript>
    </div>
  );
}
