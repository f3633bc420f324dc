'use client';

import { logPicker, logProblems } from '@/lib/words/orderLogPage';
import { Progress } from '../asset/Waiting';
import { Coded } from '../controls/Coded';
import { FilePicker } from '../controls/FilePicker';
import { LogReadings } from './LogReadings';
import { OrderLogView } from './OrderLogView';
import { EXAMPLE_FILES } from '@/lib/permalink/example';
import { ExampleNotice } from '../workedExample/ExampleNotice';
import { useExample } from '../workedExample/useExample';
import { useOrderLog } from './useOrderLog';

/** Takes a bot's own logs and counts them. `isExample`: it opens with the worked example's. */
export function OrderLogger({ isExample }: { readonly isExample: boolean }) {
  const { state, chosen, opened, read } = useOrderLog();
  const example = useExample(isExample ? EXAMPLE_FILES['/orderlog'] : undefined, (file) => {
    read({ files: [file], said: [{}] });
  });
  return (
    <div className="space-y-8">
      <ExampleNotice
        files={chosen.files}
        isReconstructed={state.kind === 'answer' && state.answer.reconstructed}
        hasFailed={example.hasFailed}
      />
      <FilePicker
        words={logPicker}
        accept=".log,.txt,.csv,.tsv,.json,.jsonl,.ndjson,text/plain,text/csv,application/json"
        multiple
        isSmall={state.kind !== 'nothing'}
        onFiles={(files) => {
          read({ files, said: files.map(() => ({})) });
        }}
      />
      {state.kind !== 'nothing' && <LogReadings chosen={chosen} opened={opened} onChange={read} />}
      {state.kind === 'working' && (
        <Progress share={state.share} text={logProblems.reading} label={logProblems.progress} />
      )}
      {state.kind === 'failed' && (
        <p role="alert" className="border-l-4 border-caution bg-sunk px-4 py-3 wrap-anywhere">
          <Coded>{logProblems.unreadable}</Coded>
        </p>
      )}
      {state.kind === 'answer' && <OrderLogView answer={state.answer} />}
    </div>
  );
}
