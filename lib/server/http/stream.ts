import type { Problem } from '../../api/problem';
import type { Outcome } from './outcome';
import { nobodyWaits } from '../../store/connection/cancelling';
import { NDJSON, sayBegun, sayPlainly } from './plainly';
import { broke, jsonReply } from './reply';
import type { AnswerJson } from '../long/deviationsJson';

/** Whether the reader takes lines as they come, instead of one answer at the end. */
export const wantsLines = (request: Request): boolean => request.headers.get('accept')?.includes(NDJSON) ?? false;

const TEXT = new TextEncoder();

/** Between two lines of progress: a bar moves smoothly enough. */
const EVERY_MS = 100;

/**
 * Long work as lines of JSON: `{"progress":0.37}` while it lasts, at last `{"answer":…}` or `{"error":…}`. The status is 200
 * before anything is known; a problem stands in the last line. A reader who goes away ends the work, unless others wait for it.
 */
export function lines(
  work: (options: {
    readonly signal: AbortSignal;
    readonly onProgress: (share: number) => void;
  }) => Promise<Outcome<AnswerJson>>,
): Response {
  return told(work, {
    type: NDJSON,
    written: ({ json }) => [TEXT.encode('{"answer":'), json, TEXT.encode('}\n')],
    plain: jsonReply,
  });
}

export interface Telling<T> {
  readonly type: string;
  readonly written: (answer: T) => readonly Uint8Array[];
  /** The same answer where no line is told. */
  readonly plain: (outcome: Outcome<T>) => Response;
}

/** The same with an answer that is written in its own way, and says so by its type. */
export function told<T>(
  work: (options: {
    readonly signal: AbortSignal;
    readonly onProgress: (share: number) => void;
  }) => Promise<Outcome<T>>,
  { type, written, plain }: Telling<T>,
): Response {
  const others = sayBegun();
  const reader = new AbortController();
  const signal = others?.signal ?? reader.signal;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let saidAt = 0;
      const onProgress = (share: number): void => {
        if (reader.signal.aborted || Date.now() - saidAt < EVERY_MS) return;
        saidAt = Date.now();
        controller.enqueue(TEXT.encode(`{"progress":${share.toFixed(3)}}\n`));
      };
      const last = (parts: readonly Uint8Array[]): void => {
        if (reader.signal.aborted) return;
        for (const part of parts) controller.enqueue(part);
        controller.close();
      };
      const problem = ({ code, message }: Extract<Outcome<never>, { ok: false }>): void => {
        last([TEXT.encode(`${JSON.stringify({ error: { code, message } } satisfies Problem)}\n`)]);
      };
      try {
        const outcome = await work({ signal, onProgress });
        if (others === undefined && reader.signal.aborted) return;
        if (outcome.ok) {
          sayPlainly(() => plain(outcome));
          last(written(outcome.value));
        } else problem(outcome);
      } catch (failure) {
        if (others !== undefined || !reader.signal.aborted) problem(broke(failure));
      } finally {
        others?.nothing();
      }
    },
    cancel() {
      reader.abort(nobodyWaits());
    },
  });
  return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
}
