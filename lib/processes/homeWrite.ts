import { failureCode } from '../domain/failure';
import { homeNotWritten, isWriteFault } from '../words/en/output';

/** Work that writes into the home; throws one line where the system does not let it. */
export async function writingHome<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (failure) {
    if (failure instanceof Error && isWriteFault(failureCode(failure) ?? ''))
      throw new Error(homeNotWritten(failure.message), { cause: failure });
    throw failure;
  }
}
