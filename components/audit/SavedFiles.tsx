import { useState } from 'react';
import type { AuditAnswer } from '@/lib/api/audit';
import { namesCsv, withoutAmounts, type StatedAudit } from '@/lib/client/audit/audit';
import { madeName } from '@/lib/domain/events/reconstructed';
import { auditTables } from '@/lib/words/auditPage';
import { copied } from '../frame/CopyLink';
import { sharedText } from '@/lib/words/auditSharedText';
import { saveAs } from '../frame/saveAs';

/** On paper nothing can be opened: what is folded is opened first. */
function printed(): void {
  for (const part of document.querySelectorAll<HTMLDetailsElement>('section[aria-labelledby] > details'))
    part.open = true;
  window.print();
}

interface Props {
  readonly answer: AuditAnswer;
  readonly names: StatedAudit['names'];
  readonly onCsv: () => void;
}

/** What can be taken away: all of it, what others may see, and who is who. */
export function SavedFiles({ answer, names, onCsv }: Props) {
  const [isCopied, setCopied] = useState(false);
  const save = (name: string, content: Blob): void => {
    saveAs(madeName(name, answer.reconstructed), content);
  };
  const copyShared = async (): Promise<void> => {
    const text = sharedText(withoutAmounts(answer));
    if ((await copied(text)) === 'copied') setCopied(true);
    // Where a browser refuses the clipboard, the text is saved.
    else save('audit-without-amounts.txt', new Blob([text], { type: 'text/plain' }));
  };
  const json = (name: string, content: unknown) => () => {
    save(name, new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' }));
  };
  const buttons: readonly (readonly [name: string, press: () => void])[] = [
    [auditTables.saveCsv, onCsv],
    [auditTables.saveJson, json('audit.json', answer)],
    [
      auditTables.saveNames,
      () => {
        save('who-is-who.csv', new Blob([namesCsv(names)], { type: 'text/csv' }));
      },
    ],
    [auditTables.print, printed],
    [auditTables.saveShared, json('audit-without-amounts.json', withoutAmounts(answer))],
    [isCopied ? auditTables.copied : auditTables.copyShared, () => void copyShared()],
  ];
  return (
    <div className="mt-5 flex flex-wrap gap-2 print:hidden">
      {buttons.map(([name, press]) => (
        <button key={name} type="button" className="button" onClick={press}>
          {name}
        </button>
      ))}
    </div>
  );
}
