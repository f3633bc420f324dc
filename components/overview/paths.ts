import type { Asset } from '@/lib/domain/market';
import { parseMinute, parseRange } from '@/lib/domain/minute';
import { referenceOf } from '@/lib/domain/reference';
import { promised } from '@/lib/domain/unit';
import { viewPath, type View } from '@/lib/permalink/view';
import type { FrontFacts } from '@/lib/words/front';
import { windowView } from '../links';

type Window = Pick<FrontFacts, 'asset' | 'from' | 'to' | 'reference'>;

function viewOf({ asset, from, to, reference }: Window): View {
  const view = windowView(asset as Asset, { range: promised(parseRange(from, to)), asOf: undefined });
  return { ...view, question: { ...view.question, reference: referenceOf(reference) } };
}

/** The window that was drawn, as its page. */
export const factsWindowPath = (facts: Window): string => viewPath(viewOf(facts));

/** The worst minute of it. */
export const factsMinutePath = (facts: FrontFacts): string =>
  viewPath({ ...viewOf(facts), minute: promised(parseMinute(facts.deepest.peakMinute)) });
