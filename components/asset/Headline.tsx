import { useState } from 'react';
import type { DeepestFacts } from '@/lib/api/deepest';
import { formatMinute, minutesIn } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { deepestSentence } from '@/lib/words/deepest';
import { unbroken } from '@/lib/words/numbers';
import { useRegisteredAsset } from './RegisteredAsset';
import { headline } from '@/lib/words/assetPage';
import { plainParts } from '@/lib/words/richText';
import { Rich } from '../frame/Rich';
import { toZone } from '@/lib/words/toZone';
import { useZone } from '../zone/useZone';
import { Sentence } from '../frame/Dated';

/** As long as a sentence about an episode usually is: its room is kept until it comes, so that nothing below it moves. */
const USUAL_LENGTH = 'xxxx '.repeat(44);

/** The asset, the window, and the one thing to know: the deepest episode beside the market's own fall. */
export function Headline({
  name,
  view,
  facts,
}: {
  readonly name: string;
  readonly view: View;
  /** undefined: the analysis is not there yet. */
  readonly facts: DeepestFacts | undefined;
}) {
  const { range } = view.question;
  const entry = useRegisteredAsset();
  const zone = useZone();
  const [cameWithout] = useState(facts === undefined);
  const window = headline.window(name, formatMinute(range.from), formatMinute(range.to), minutesIn(range));
  return (
    <header>
      <p className="text-sm text-ink-2">
        <Rich text={plainParts(window, (part) => unbroken(toZone(part, zone)))} />
      </p>
      <div className="mt-1 grid max-w-[62ch] finding">
        {cameWithout && (
          <p aria-hidden className="invisible col-start-1 row-start-1">
            {USUAL_LENGTH}
          </p>
        )}
        <h1 className="col-start-1 row-start-1">
          {facts === undefined ? headline.waiting(name) : <Sentence>{deepestSentence(facts, entry)}</Sentence>}
        </h1>
      </div>
    </header>
  );
}
