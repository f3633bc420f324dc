import type { Side } from '../../domain/episode';

/** How far a deviation goes to one side: positive there, 0 or less elsewhere; NaN of a hole. */
export const depthOn = (side: Side, deviation: number): number => (side === 'below' ? -deviation : deviation);
