'use client';

import { useEffect, useRef, useState } from 'react';
import type { OrderLogAnswer } from '@/lib/api/orderLog';
import { countLogs, type LogSaid, type OpenedLogFile } from '@/lib/client/orderLog/orderLog';

/** What is known of the logs that were chosen last. */
export type OrderLogState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'working'; readonly share: number | undefined }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'answer'; readonly answer: OrderLogAnswer };

/** The files, and what is said of each. */
export interface ChosenLogs {
  readonly files: readonly File[];
  readonly said: readonly LogSaid[];
}

interface OrderLog {
  readonly state: OrderLogState;
  readonly chosen: ChosenLogs;
  readonly opened: readonly OpenedLogFile[];
  /** Begins anew: with other files, or the same read otherwise. It ends the reading before. */
  readonly read: (chosen: ChosenLogs) => void;
}

export function useOrderLog(): OrderLog {
  const [state, setState] = useState<OrderLogState>({ kind: 'nothing' });
  const [chosen, setChosen] = useState<ChosenLogs>({ files: [], said: [] });
  const [opened, setOpened] = useState<readonly OpenedLogFile[]>([]);
  const running = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );
  const read = (next: ChosenLogs): void => {
    running.current?.abort();
    const ends = new AbortController();
    running.current = ends;
    setChosen(next);
    setState({ kind: 'working', share: undefined });
    const tell = (known: OrderLogState): void => {
      if (!ends.signal.aborted) setState(known);
    };
    countLogs({
      ...next,
      signal: ends.signal,
      onOpened: (files) => {
        if (!ends.signal.aborted) setOpened(files);
      },
      onShare: (share) => {
        tell({ kind: 'working', share });
      },
    }).then(
      (answer) => {
        tell(answer === undefined ? { kind: 'asking' } : { kind: 'answer', answer });
      },
      () => {
        tell({ kind: 'failed' });
      },
    );
  };
  return { state, chosen, opened, read };
}
