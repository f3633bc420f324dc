import type { VenueProfile } from '../profile';
import { binance } from './binance';
import { coinbase } from './coinbase';
import { kraken } from './kraken';

/** Every simulated venue, by the id that begins a request's path. A new venue is one profile and one line here. */
export const PROFILES: ReadonlyMap<string, VenueProfile> = new Map([binance, coinbase, kraken].map((profile) => [profile.venue, profile]));
