import type { Erratum } from '../api/errata';
import { concerns } from '../domain/erratum';
import { formatMinute, plus } from '../domain/minute';
import type { View } from './view';

/** Those that concern what a view says: of its minute, where it marks one, else of its window. */
export function errataOfView(all: readonly Erratum[], { question, minute }: View): readonly Erratum[] {
  const { asset, range, venues } = question;
  const [from, to] = minute === undefined ? [range.from, range.to] : [minute, plus(minute, 1)];
  return all.filter((one) =>
    concerns(one, { assets: [asset], venues, from: formatMinute(from), to: formatMinute(to) }),
  );
}
