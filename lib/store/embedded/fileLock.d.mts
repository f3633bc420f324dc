export interface LockOptions {
  /** What is thrown where the lock cannot be made, of what the system said. */
  readonly notMade?: (failure: unknown) => unknown;
  /** Runs the waiting for another process, where there is one. */
  readonly whileWaiting?: (wait: () => Promise<void>) => Promise<void>;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}
export function lockState(file: string): Promise<'free' | 'held' | 'abandoned'>;
export function withFileLock<T>(file: string, work: () => Promise<T>, options?: LockOptions): Promise<T>;
