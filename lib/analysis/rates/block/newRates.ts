import { once } from '../../once';
import { PlainRates } from './plainRates';
import type { RateKernel } from './rateKernel';
import { canVectoriseRates, VectorRates } from './vectorRates';

/** The fastest kernel that this machine runs; both kinds say the same to the bit. */
export const newRateKernel = (): RateKernel => (canVectoriseRates() ? new VectorRates() : new PlainRates());

/** Made once, on first use: what it is asked for runs to its end at once, so no two calls ever use it together. */
export const sharedRates = once(newRateKernel);
