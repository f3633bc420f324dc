'use client';

import { useEffect, useRef, useState, type MouseEvent, type ReactNode, type SubmitEvent } from 'react';
import { writePath } from '@/lib/permalink/query';
import { downloads } from '@/lib/words/frame';
import { failureSaid } from './failureSaid';
import { saveAs } from './saveAs';

/** What has become of a download; undefined: none was begun, or it was let go. */
type Download =
  | { readonly state: 'making' | 'done' }
  /** 0 to 1; undefined: how long the file is, is not known. */
  | { readonly state: 'coming'; readonly share: number | undefined }
  /** In one line. */
  | { readonly state: 'failed'; readonly why: string };

interface Started {
  readonly download: Download | undefined;
  readonly start: (address: string) => void;
  readonly stop: () => void;
}

/** Gets a file and hands it to the browser; one at a time. What does it comes when it is asked for. */
function useDownload(): Started {
  const [download, setDownload] = useState<Download | undefined>();
  const running = useRef<AbortController>(undefined);
  const stop = (): void => {
    running.current?.abort();
    running.current = undefined;
    setDownload(undefined);
  };
  useEffect(() => () => running.current?.abort(), []);
  const start = (address: string): void => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const tell = (next: Download): void => {
      if (!controller.signal.aborted) setDownload(next);
    };
    tell({ state: 'making' });
    got(address, controller.signal, tell).then(tell, (failure: unknown) => {
      tell({ state: 'failed', why: failure instanceof Error ? failureSaid(failure) : String(failure) });
    });
  };
  return { download, start, stop };
}

async function got(address: string, signal: AbortSignal, tell: (next: Download) => void): Promise<Download> {
  const { fetchedFile } = await import('@/lib/client/download');
  const { content, name } = await fetchedFile(address, signal, (share) => {
    tell({ state: 'coming', share });
  });
  if (!signal.aborted) saveAs(name, content);
  return { state: 'done' };
}

/** How far a download is, beside what began it. */
function DownloadState({ download, stop }: Pick<Started, 'download' | 'stop'>) {
  const isRunning = download?.state === 'making' || download?.state === 'coming';
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
      <span role="status" className={download?.state === 'failed' ? 'text-below wrap-anywhere' : undefined}>
        {download === undefined ? '' : download.state === 'failed' ? download.why : downloads[download.state]}
      </span>
      {isRunning && (
        <>
          <progress
            className="ingest-bar w-32"
            max={1}
            aria-label={downloads.progress}
            {...(download.state === 'coming' && download.share !== undefined ? { value: download.share } : {})}
          />
          <button type="button" className="link py-1" onClick={stop}>
            {downloads.stop}
          </button>
        </>
      )}
    </span>
  );
}

interface LinkProps {
  readonly href: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A link to a file that takes more than a moment to make. Without scripts, and opened in another tab, it is a link like any other. */
export function DownloadLink({ href, className, children }: LinkProps) {
  const { download, start, stop } = useDownload();
  const press = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    start(href);
  };
  return (
    <>
      <a className={className} href={href} target="_blank" rel="noreferrer" onClick={press}>
        {children}
      </a>
      <DownloadState download={download} stop={stop} />
    </>
  );
}

interface FormProps {
  readonly action: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A form whose answer is such a file. Without scripts it is a form like any other. */
export function DownloadForm({ action, className, children }: FormProps) {
  const { download, start, stop } = useDownload();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    start(writePath(action, fields));
  };
  return (
    <form method="get" action={action} className={className} onSubmit={submit}>
      {children}
      <DownloadState download={download} stop={stop} />
    </form>
  );
}
