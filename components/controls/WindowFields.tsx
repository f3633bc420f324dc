'use client';

import { useId, useState } from 'react';
import { formatMinute, type MinuteRange } from '@/lib/domain/minute';
import { readTypedWindow, typed } from '@/lib/permalink/typed';
import { windowFields } from '@/lib/words/windowFields';
import { KeptField } from './KeptField';

interface Props {
  readonly range: MinuteRange;
  readonly onApply: (range: MinuteRange) => void;
}

/** The window that two fields name, or in words what is wrong with them; the words come when there is something to say. */
export async function readFields(
  from: string,
  to: string,
): Promise<{ readonly range?: MinuteRange; readonly wrong?: string }> {
  const read = readTypedWindow(from, to);
  if (read.ok) return { range: read.value };
  const { refusalWords } = await import('@/lib/words/refusals');
  return { wrong: refusalWords(read.error) };
}

/** The window as two UTC minutes, typed. Text, because a browser's own date field would show the reader's zone and format. */
export function WindowFields({ range, onApply }: Props) {
  const [from, setFrom] = useState(typed(formatMinute(range.from)));
  const [to, setTo] = useState(typed(formatMinute(range.to)));
  const [wrong, setWrong] = useState<string | undefined>();
  const problemId = useId();
  const submit = async (): Promise<void> => {
    const read = await readFields(from, to);
    setWrong(read.wrong);
    if (read.range !== undefined) onApply(read.range);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="flex flex-wrap items-end gap-2"
    >
      <Field
        label={windowFields.from}
        value={from}
        onType={setFrom}
        wrong={wrong === undefined ? undefined : problemId}
      />
      <Field label={windowFields.to} value={to} onType={setTo} wrong={wrong === undefined ? undefined : problemId} />
      <button type="submit" className="button">
        {windowFields.show}
      </button>
      {wrong !== undefined && (
        <p id={problemId} role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly wrong: string | undefined;
}

const Field = ({ label, value, onType, wrong }: FieldProps) => (
  <label className="block">
    <span className="label block">{label}</span>
    <KeptField
      className="field w-[10.5rem] font-mono text-[0.875rem]"
      value={value}
      spellCheck={false}
      autoComplete="off"
      inputMode="numeric"
      placeholder={windowFields.example}
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong}
      onType={onType}
    />
  </label>
);
