'use client';

import { Refused } from '@/lib/api/client/refused';
import { MOST_DAYS, ZONE_CANDIDATES, zoneName } from '@/lib/client/audit/audit';
import { madeName } from '@/lib/domain/events/reconstructed';
import { auditPicker, auditProblems, auditStages } from '@/lib/words/auditPage';
import { Progress } from '../asset/Waiting';
import { Coded } from '../controls/Coded';
import { FilePicker } from '../controls/FilePicker';
import { AuditView } from './AuditView';
import { saveAs } from '../frame/saveAs';
import { FileReadings } from './FileReadings';
import { EXAMPLE_FILES } from '@/lib/permalink/example';
import { ExampleNotice } from '../workedExample/ExampleNotice';
import { useExample } from '../workedExample/useExample';
import { useAudit } from './useAudit';
import { failureSaid } from '../frame/failureSaid';

/** Takes files with fills and says what they come to. `isExample`: it opens with the worked example's. */
export function Auditor({ isExample }: { readonly isExample: boolean }) {
  const { state, chosen, opened, audit, csv } = useAudit();
  const example = useExample(isExample ? EXAMPLE_FILES['/audit'] : undefined, (file) => {
    audit({ files: [file], said: [{}], period: undefined });
  });
  const problem =
    state.kind === 'failed'
      ? failureWords(state.failure)
      : state.kind === 'too-many-days'
        ? auditProblems.manyDays(state.days, MOST_DAYS)
        : undefined;
  return (
    <div className="space-y-8">
      <ExampleNotice
        files={chosen.files}
        isReconstructed={state.kind === 'answer' && state.answer.reconstructed}
        hasFailed={example.hasFailed}
        isOfFills
      />
      <FilePicker
        words={auditPicker}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        multiple
        isSmall={state.kind !== 'nothing'}
        onFiles={(files) => {
          audit({ files, said: files.map(() => ({})), period: chosen.period });
        }}
      />
      {state.kind !== 'nothing' && <FileReadings chosen={chosen} opened={opened} onChange={audit} />}
      {state.kind === 'asking' && chosen.files.length > 1 && <p role="status">{auditProblems.waits}</p>}
      {state.kind === 'working' && (
        <Progress share={state.share} text={auditStages[state.stage]} label={auditStages.progress} />
      )}
      {problem !== undefined && (
        <p role="alert" className="border-l-4 border-caution bg-sunk px-4 py-3 wrap-anywhere">
          <Coded>{problem}</Coded>
        </p>
      )}
      {state.kind === 'answer' && (
        <AuditView
          answer={state.answer}
          names={state.names}
          onZone={(file, name) => {
            const zone = ZONE_CANDIDATES.find((east) => zoneName(east) === name);
            if (zone === undefined) return;
            audit({ ...chosen, said: chosen.said.map((own, i) => (i === file ? { ...own, zone } : own)) });
          }}
          onSizes={(file, sizes) => {
            audit({
              ...chosen,
              said: chosen.said.map((own, i) =>
                i === file ? { ...own, contracts: new Map([...(own.contracts ?? []), ...sizes]) } : own,
              ),
            });
          }}
          onCsv={() => {
            void csv()?.then((content) => {
              saveAs(madeName('fills.csv', state.answer.reconstructed), content);
            });
          }}
        />
      )}
    </div>
  );
}

const failureWords = (failure: unknown): string =>
  failure instanceof Refused ? failureSaid(failure) : auditProblems.unreadable;
