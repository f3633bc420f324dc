import { failureText } from '../../domain/failure';
import { lockNotMade } from '../../words/en/embedded';
import { EmbeddedFailure } from './failure';
import { withFileLock } from './fileLock.mjs';

/** Runs `work` while holding the lock file (`withFileLock`); throws one line where the lock cannot be made. */
export const underLock = <T>(file: string, work: () => Promise<T>): Promise<T> =>
  withFileLock(file, work, {
    notMade: (failure) => new EmbeddedFailure(lockNotMade(file, failureText(failure)), { cause: failure }),
  });
