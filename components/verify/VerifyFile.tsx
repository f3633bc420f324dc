'use client';

import type { Verdict } from '@/lib/api/verification';
import { Refused } from '@/lib/api/client/refused';
import { MOST_VERIFIED_MB } from '@/lib/api/limits';
import { UnreadableFile } from '@/lib/client/verify/verifyFile';
import { filePicker, unreadableFile, verdictWords, verifyStages } from '@/lib/words/verifyPage';
import { Progress } from '../asset/Waiting';
import { Coded } from '../controls/Coded';
import { FilePicker } from '../controls/FilePicker';
import { useVerification } from './useVerification';
import { verdictSays } from './verdictSays';
import { VerdictView } from './VerdictView';
import { failureSaid } from '../frame/failureSaid';

/** Takes a file and says what it shows. `simulated`: whether the prices stored here are. */
export function VerifyFile({ simulated }: { readonly simulated: boolean }) {
  const [state, verify] = useVerification(simulated);
  return (
    <div className="space-y-6">
      <FilePicker
        words={{ ...filePicker, formats: filePicker.limit(MOST_VERIFIED_MB) }}
        accept=".png,.jpg,.jpeg,.zip,image/png,image/jpeg,application/zip"
        isSmall={state.kind !== 'nothing'}
        onFiles={([file]) => {
          if (file !== undefined) verify(file);
        }}
      />
      <p role="status" className="sr-only">
        {state.kind === 'verdict' && saidOf(state.found.verdict)}
      </p>
      {state.kind === 'reading' && (
        <Progress share={undefined} text={verifyStages.reading(state.file)} label={verifyStages.progress} />
      )}
      {state.kind === 'comparing' && (
        <Progress share={state.share} text={verifyStages.comparing} label={verifyStages.progress} />
      )}
      {state.kind === 'failed' && (
        <p role="alert" className="border-l-4 border-caution bg-sunk px-4 py-3 wrap-anywhere">
          <strong className="block text-sm font-semibold">{state.file}</strong>
          <Coded>{failureWords(state.failure)}</Coded>
        </p>
      )}
      {state.kind === 'verdict' && <VerdictView {...state} />}
    </div>
  );
}

/** What a reader who hears the page is told when it happens. */
const saidOf = (verdict: Verdict): string => `${verdictWords[verdict].name}. ${verdictSays(verdict).join(' ')}`;

function failureWords(failure: unknown): string {
  if (failure instanceof UnreadableFile) return unreadableFile[failure.fault];
  return failure instanceof Refused ? failureSaid(failure) : unreadableFile.here;
}
