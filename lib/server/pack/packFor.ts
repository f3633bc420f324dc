import type { Context } from '../context';
import { publicOrigin } from '../http/origin';
import type { Outcome } from '../http/outcome';
import { signerOrNone } from '../keys/signer';
import type { LongOptions } from '../long/analyse';
import { packOf, type Pack } from './pack';
import type { PackAsked } from './request';

/** The pack that a reader asks for, with this instance's key and its public address. */
export const packFor = async (
  context: Context,
  { views, zone }: PackAsked,
  options: Pick<LongOptions, 'signal' | 'onProgress'> = {},
): Promise<Outcome<Pack>> =>
  packOf(
    context,
    views,
    { origin: publicOrigin(process.env), signer: await signerOrNone(process.env) },
    { ...options, zone },
  );
