import type { MinuteRange } from '../minute';

/** How an episode lies to declared hours: wholly in them, partly, or wholly outside. */
export const PLACES = ['inside', 'overlapping', 'outside'] as const;
export type Place = (typeof PLACES)[number];

/** Both half-open: an episode that ends in the minute in which the hours begin is outside. */
export function placeOf(episode: MinuteRange, declared: MinuteRange): Place {
  if (episode.to <= declared.from || episode.from >= declared.to) return 'outside';
  return episode.from >= declared.from && episode.to <= declared.to ? 'inside' : 'overlapping';
}

/** How many there are of each. */
export function placesOf(episodes: readonly MinuteRange[], declared: MinuteRange): Readonly<Record<Place, number>> {
  const counts: Record<Place, number> = { inside: 0, overlapping: 0, outside: 0 };
  for (const episode of episodes) counts[placeOf(episode, declared)] += 1;
  return counts;
}
