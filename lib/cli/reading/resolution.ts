import { minutesIn, MINUTES_PER_DAY } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { MOST_EVERY_MINUTE_DAYS } from '../../api/limits';
import { readResolution, type Resolution } from '../../server/deviations/deviations';
import { BadInput } from '../../processes/exit';
import { refusalWords } from '../../words/en/refusals';

/** The resolution a command line asks for. Scripts get every minute wherever one answer can hold them. */
export function resolutionOf(text: string | undefined, { range }: Question): Resolution {
  if (text === undefined) return minutesIn(range) <= MOST_EVERY_MINUTE_DAYS * MINUTES_PER_DAY ? 1 : 'auto';
  const read = readResolution(text);
  if (!read.ok) throw new BadInput(refusalWords(read.error));
  return read.value;
}
