import type { Verification } from '../../api/verification';
import { addressIn } from '../../api/client/address';
import { keys as publishedKeys, pictures, states, verification } from '../../api/client/operations';
import { Refused } from '../../api/client/refused';
import { lookFields } from '../../permalink/pictureLook';
import { listOf, listPath } from '../../permalink/lists';
import { writeQuery } from '../../permalink/query';
import { viewPath } from '../../permalink/view';
import type { Evidence } from '../../sealed/evidence';
import { verdictOf, viewOf, type Instance, type Said } from '../../sealed/verdict';
import { asked } from '../asked';
import { readFile } from './readFile';

export { UnreadableFile } from '../../sealed/evidence';

/** Where the view of an address stands on this site, whatever site the address names; undefined: it is none of a view. */
export function pathOf(address: string): string | undefined {
  // The page of many assets comes first: by its spelling alone /lows could be that of an asset.
  const [list, view] = [listOf(address), viewOf(address)];
  return list !== undefined ? listPath(list) : view === undefined ? undefined : viewPath(view);
}

interface Options {
  /** Whether the prices of this instance are simulated. */
  readonly simulated: boolean;
  readonly signal: AbortSignal;
  /** The file is read; what is left is to compare. */
  readonly onRead: () => void;
  /** How much of that is done, 0 to 1. */
  readonly onShare: (share: number) => void;
}

/**
 * The verdict on a file. It is read here; the address that stands in it, and nothing else of it, is sent to this instance. Throws `UnreadableFile`, and
 * `Refused` where the instance does not answer.
 */
export async function verifyFile(file: File, { onRead, ...options }: Options): Promise<Verification> {
  const evidence = await readFile(file, options.signal);
  onRead();
  const keys = await keysFor(evidence, options.signal);
  return verdictOf(evidence, { instance: instanceBy(options), keys, now: new Date() });
}

/** The keys of this instance, where there is a seal. */
const keysFor = async ({ kind }: Evidence, signal: AbortSignal) =>
  kind === 'sealed' ? asked(publishedKeys, addressIn(publishedKeys, {}), { signal }) : { keys: [] };

function instanceBy({ simulated, signal, onShare }: Omit<Options, 'onRead'>): Instance {
  const query = (address: string): string => writeQuery([['address', address]]);
  return {
    simulated,
    now: (address) =>
      said(() => asked(verification, addressIn(verification, {}, query(address)), { signal, onProgress: onShare })),
    // The frame is a part of the picture's own address.
    pictures: (address, _, look) =>
      said(() =>
        asked(pictures, addressIn(pictures, {}, writeQuery([['address', address], ...lookFields(look)])), { signal }),
      ),
    states: (address) =>
      said(() => asked(states, addressIn(states, {}, query(address)), { signal, onProgress: onShare })),
  };
}

/** A refusal of the address is an answer; of an instance that does not answer nothing is known. */
async function said<T>(work: () => Promise<T>): Promise<Said<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (failure) {
    if (failure instanceof Refused && failure.code === 'bad-request') return { ok: false, reason: 'address' };
    if (failure instanceof Refused && failure.code === 'not-held') return { ok: false, reason: 'not-stored' };
    throw failure;
  }
}
