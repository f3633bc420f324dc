import type { EpisodeAnswer } from '@/lib/api/deviations';
import { parseMinute, type Minute } from '@/lib/domain/minute';

type Peaked = Pick<EpisodeAnswer, 'peakMinute' | 'venue'>;

/** The episode whose worst minute comes next after a minute (1), or last before it (−1); undefined: none does. */
export function episodeBeside<T extends Peaked>(
  episodes: readonly T[],
  at: Minute,
  step: -1 | 1,
): { readonly episode: T; readonly peak: Minute } | undefined {
  const beside = episodes
    .flatMap((episode) => {
      const peak = parseMinute(episode.peakMinute);
      return peak.ok && (peak.value - at) * step > 0 ? [{ episode, peak: peak.value }] : [];
    })
    .sort((a, b) => (a.peak - b.peak) * step);
  return beside[0];
}
