import { zoomLine } from '@/lib/words/assetPage';
import { extremesWords } from '@/lib/words/chart';

/** What a long window is drawn from. */
export const Extremes = ({ resolutionMinutes }: { readonly resolutionMinutes: number }) => (
  <p>
    {sentence(extremesWords(resolutionMinutes))}. {zoomLine.everyMinute}
  </p>
);

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
