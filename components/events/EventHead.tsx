import { Link } from '@/components/frame/Link';
import type { EventAnswer } from '@/lib/api/events';
import { addressIn } from '@/lib/api/client/address';
import { event } from '@/lib/api/client/operations';
import { eventParameters, type EventView } from '@/lib/permalink/events';
import { lowsPath } from '@/lib/permalink/lows';
import { marksPath } from '@/lib/permalink/marks';
import { scanPath } from '@/lib/permalink/scan';
import {
  declaredSentence,
  deepestSentence,
  episodesSentence,
  eventFinding,
  eventLead,
  eventLinks,
} from '@/lib/words/events';
import type { EventId } from '@/lib/domain/events/event';
import { formatInstant } from '@/lib/domain/instant';
import { pageNames } from '@/lib/words/frame';
import { OutLink } from '../frame/OutLink';
import { EventEyebrow } from './EventWindow';
import { joins } from '@/lib/words/spelled';
import { Sentence } from '../frame/Dated';

/** The event of whose collateral compositions are published. */
const MARKED_EVENT: EventId = '2025-10-10';

interface Props {
  readonly answer: EventAnswer;
  readonly view: EventView;
}

/** The finding, what it rests on in a sentence or two, and the way on. */
export function EventHead({ answer, view }: Props) {
  const { from, to, declared, episodes } = answer;
  const [deepest] = episodes;
  const sentences = [
    episodesSentence(answer),
    ...(declared === null || deepest === undefined
      ? []
      : [declaredSentence(declared), deepestSentence(declared, deepest)]),
  ].filter((sentence) => sentence !== undefined);
  const window = [
    ['from', from],
    ['to', to],
    ...(view.asOf === undefined ? [] : [['asOf', formatInstant(view.asOf)] as const]),
  ] as const;
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div>
        <p className="text-sm text-ink-3">
          <EventEyebrow event={answer.event} from={from} to={to} />
        </p>
        <h1 className="mt-1 max-w-[40ch] finding">
          <Sentence>{eventFinding(answer)}</Sentence>
        </h1>
        <p className="lead">
          <Sentence>{[eventLead(answer.event), ...sentences].join(joins.sentences)}</Sentence>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {answer.markets > 0 && (
          <>
            <Link className="button" href={lowsPath(window)}>
              {eventLinks.lows}
            </Link>
            <Link className="button" href={scanPath(window)}>
              {eventLinks.scan}
            </Link>
            {answer.event === MARKED_EVENT && (
              <Link className="button" href={marksPath(window)}>
                {pageNames.collateral}
              </Link>
            )}
          </>
        )}
        <OutLink href={addressIn(event, { event: answer.event }, eventParameters(view))} kind="answer" />
      </div>
    </header>
  );
}
