import { RECONSTRUCTED } from '../../domain/events/reconstructed';

/** Before every figure that is made of the worked example's files. */
export const RECONSTRUCTED_NOTICE = `${RECONSTRUCTED}. No exchange exported these files; their rows are invented, and no figure made of them is evidence.`;
