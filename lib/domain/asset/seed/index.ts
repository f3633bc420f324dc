import type { AssetTable } from '../types';
import { COINED, ENTRIES } from './entries';
import { ALIASES, COLLISIONS } from './tickers';

/** What is shipped: the event's assets, the largest ones, and every stablecoin, pegged and wrapped asset that matters to them. */
export const SEED: AssetTable = { entries: ENTRIES, aliases: ALIASES, collisions: COLLISIONS, coined: COINED };
