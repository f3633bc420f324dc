import * as english from './en/venuePage';
import { spoken } from './spoken';

export const { unknownVenue, venueEpisodes, venueFinding, venueHead, venueHeads, venueScores } = spoken(
  'venuePage',
  english,
);
