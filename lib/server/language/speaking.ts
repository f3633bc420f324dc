import { AsyncLocalStorage } from 'node:async_hooks';
import type { Speech } from '../../words/spoken';

declare global {
  /** One a process, whatever bundles this module is part of. */
  var plumblineSpeaking: AsyncLocalStorage<Speech> | undefined;
}

/** Does work for a reader: what it says, then and in whatever it waits for, is in the reader's language. */
export function speakingAs<T>(speech: Speech, work: () => T): T {
  const storage = (globalThis.plumblineSpeaking ??= new AsyncLocalStorage<Speech>());
  globalThis.plumblineSpeech ??= () => storage.getStore();
  return storage.run(speech, work);
}
