'use client';

import { useEffect, useRef, useState } from 'react';
import { Auditing, type AuditStage, type OpenedFile, type Said, type StatedAudit } from '@/lib/client/audit/audit';
import type { MinuteRange } from '@/lib/domain/minute';

/** What is known of the files that were chosen last. */
export type AuditState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'working'; readonly stage: AuditStage; readonly share: number | undefined }
  | { readonly kind: 'asking' }
  | { readonly kind: 'too-many-days'; readonly days: number }
  | { readonly kind: 'failed'; readonly failure: unknown }
  | ({ readonly kind: 'answer' } & StatedAudit);

/** The files, and what is said of them. */
export interface Chosen {
  readonly files: readonly File[];
  /** Of each file, in their order. */
  readonly said: readonly Said[];
  readonly period: MinuteRange | undefined;
}

interface Audit {
  readonly state: AuditState;
  readonly chosen: Chosen;
  readonly opened: readonly OpenedFile[];
  /** Begins anew: with other files, or the same read otherwise. It ends the work before. */
  readonly audit: (chosen: Chosen) => void;
  /** Every fill, a row each. */
  readonly csv: () => Promise<Blob> | undefined;
}

const NOTHING: Chosen = { files: [], said: [], period: undefined };

export function useAudit(): Audit {
  const [state, setState] = useState<AuditState>({ kind: 'nothing' });
  const [chosen, setChosen] = useState(NOTHING);
  const [opened, setOpened] = useState<readonly OpenedFile[]>([]);
  const running = useRef<{ readonly ends: AbortController; readonly auditing: Auditing }>(undefined);
  useEffect(
    () => () => {
      running.current?.ends.abort();
    },
    [],
  );
  const audit = (next: Chosen): void => {
    running.current?.ends.abort();
    const ends = new AbortController();
    const auditing = new Auditing(ends.signal);
    running.current = { ends, auditing };
    setChosen(next);
    const tell = (known: AuditState): void => {
      if (!ends.signal.aborted) setState(known);
    };
    tell({ kind: 'working', stage: 'reading', share: undefined });
    auditing
      .run(next.files, {
        said: next.said,
        period: next.period,
        onOpened: (files) => {
          if (!ends.signal.aborted) setOpened(files);
        },
        onStage: (stage, share) => {
          tell({ kind: 'working', stage, share });
        },
      })
      .then(tell, (failure: unknown) => {
        tell({ kind: 'failed', failure });
      });
  };
  return { state, chosen, opened, audit, csv: () => running.current?.auditing.csv() };
}
