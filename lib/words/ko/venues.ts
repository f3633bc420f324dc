import { venueName } from '../en/venues';
import { listed } from './spelled';

export { venueName };

export const venueList = (venues: readonly string[]): string => listed(venues.map(venueName));
