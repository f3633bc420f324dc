import * as english from './en/venues';
import { spoken } from './spoken';

export const { venueList, venueName } = spoken('venues', english);
