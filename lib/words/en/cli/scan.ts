import type { RankedEpisode } from '../../../api/overview';
import type { ScanAnswer } from '../../../api/scan';
import { certaintyWords, uncertaintyClause } from '../certainty';
import { marketLabel } from '../market';
import { count, formatPrice, formatRatio } from '../numbers';
import { referenceCaption } from '../reference';
import { sideWords } from '../sides';
import { answerText, plural } from './lines';

const RANKS: Readonly<Record<ScanAnswer['rank'], string>> = {
  depth: 'deepest first',
  duration: 'longest first',
  area: 'largest area first',
  volume: 'largest volume first',
};

const referenceWords = (reference: ScanAnswer['reference']): string =>
  reference === 'own' ? 'its own reference each' : referenceCaption({ kind: reference });

/** What `scan` prints for people. */
export const scanText = (answer: ScanAnswer): string =>
  answerText(answer.simulated, [
    `${answer.from} to ${answer.to}, in USD, compared with ${referenceWords(answer.reference)}${answer.asOf === null ? '' : `, as known at ${answer.asOf}`}: ${plural(answer.found, 'episode')} of ${plural(answer.searched.length, 'asset')}, ${RANKS[answer.rank]}`,
    ...answer.notes,
    ...answer.episodes.map((episode) => `  ${episodeLine(episode)}`),
    ...moreLines(answer.found - answer.episodes.length),
    ...(answer.within.found === 0
      ? []
      : [
          `Within the rate’s uncertainty: ${plural(answer.within.found, 'episode')}`,
          ...answer.within.episodes.map((episode) => `  ${episodeLine(episode)}`),
          ...moreLines(answer.within.found - answer.within.episodes.length),
        ]),
  ]);

const moreLines = (more: number): readonly string[] =>
  more > 0 ? [`  and ${count(more)} more; raise --limit to list them`] : [];

const episodeLine = (one: RankedEpisode): string =>
  `${one.asset} on ${marketLabel(one)}, ${sideWords(one.side)}: ${formatRatio(one.peak)}${uncertaintyClause(one.uncertaintyAtPeak)} at ${one.peakMinute}, ${certaintyWords(one.certainty)} (${formatPrice(one.peakPrice)} USD, reference ${formatPrice(one.peakReference)} USD, ${plural(one.peersAtPeak, 'peer')}); from ${one.start} for ${count(one.spanMinutes)} min`;

export const SCANNING = 'scanning';
