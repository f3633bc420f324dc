import { failureText } from '../domain/failure';
import { reviveEmbedded } from '../store/embedded/server';
import { SERVER_REVIVED } from '../words/en/embedded';

export interface EmbeddedWatch {
  readonly home: string;
  /** Given one line when the server was started again, or cannot be. */
  readonly say: (line: string) => void;
  readonly everyMs?: number;
}

/** Work waits a minute for a server that is away. */
const EVERY_MS = 2_000;

/**
 * While somebody works on the embedded server of the home: it is started again where it was killed, and left alone where it was
 * stopped. Keeps no process from ending. Answers how to end the watch.
 */
export function keepEmbeddedRunning({ home, say, everyMs = EVERY_MS }: EmbeddedWatch): () => void {
  let isLooking = false;
  let last: string | undefined;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      if (await reviveEmbedded({ home, log: () => undefined })) say(SERVER_REVIVED);
      last = undefined;
    } catch (failure) {
      const line = failureText(failure);
      if (line !== last) say(line);
      last = line;
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
