import type { AddressNow, EarlierStates, PicturesNow } from '../../api/verification';
import { verificationFaults } from '../../words/en/verifications';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { problem, type Outcome } from '../http/outcome';
import type { PrintedAddress } from './address';
import { listNow, listPicturesNow } from './list';
import { addressNow, picturesNow, type PicturesAsked } from './now';
import { earlierStates } from './states';

type Options = Pick<DeviationsOptions, 'signal' | 'onProgress'>;

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
