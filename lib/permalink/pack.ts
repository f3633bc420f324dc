import { ZONES, type Zone } from '../domain/zone';

/** The clocks that a pack can show beside UTC: those that every machine has. A reader's own clock is not the server's. */
export const PACK_ZONES: readonly Zone[] = ZONES.filter((zone) => zone !== 'local');
