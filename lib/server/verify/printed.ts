import type { AddressNow, EarlierStates, PicturesNow } from '../../api/verification';
import { listOf } from '../../permalink/lists';
import { verificationFaults } from '../../words/en/verifications';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { problem, type Outcome } from '../http/outcome';
import { askedAddress, type AskedAddress } from './address';
import { listNow, listPicturesNow, type AskedList } from './list';
import { addressNow, picturesNow, type PicturesAsked } from './now';
import { earlierStates } from './states';

/** An address as a picture prints it: of a view, or of a page of many assets. */
export type PrintedAddress = AskedAddress | AskedList;

type Options = Pick<DeviationsOptions, 'signal' | 'onProgress'>;

/** undefined: it is no whole address of either. */
export function printedAddress(address: string): PrintedAddress | undefined {
  const list = listOf(address);
  // The page of many assets comes first: by its spelling alone /lows could be that of an asset.
  return list === undefined ? askedAddress(address) : { address, list };
}

/** What an address gives now. */
export const givenNow = (
  context: Context,
  asked: PrintedAddress,
  options: Options = {},
): Promise<Outcome<AddressNow>> => ('view' in asked ? addressNow(context, asked, options) : listNow(context, asked));

/** Its picture drawn anew. */
export const drawnNow = (
  context: Context,
  asked: PrintedAddress,
  as: PicturesAsked,
  options: Options = {},
): Promise<Outcome<PicturesNow>> =>
  'view' in asked ? picturesNow(context, asked, as, options) : listPicturesNow(context, asked, as);

/** What its books were before. The digest of a page of many assets is of figures: it names no books. */
export const statesBefore = (
  context: Context,
  asked: PrintedAddress,
  options: Options & { readonly lines?: ReadonlySet<string> } = {},
): Promise<Outcome<EarlierStates>> =>
  'view' in asked
    ? earlierStates(context, asked, options)
    : Promise.resolve(problem('bad-request', verificationFaults.noBooks));
