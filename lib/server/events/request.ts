import { readEvent, type EventView } from '../../permalink/events';
import { readStrictly } from '../../permalink/query';
import { noEvent } from '../../words/events';
import { answer, problem, refusedRequest, type Outcome } from '../http/outcome';

/** No choice of an event is longer. */
const MOST_CHARACTERS = 256;

/** The event a path names, looked at as the query says, strictly. */
export function eventIn(event: string, url: URL): Outcome<EventView> {
  const parameters = readStrictly(url.search, MOST_CHARACTERS);
  if (!parameters.ok) return refusedRequest(parameters.error);
  const read = readEvent(event, parameters.value);
  if (read === undefined) return problem('not-found', noEvent.line(event));
  return read.ok ? answer(read.value) : refusedRequest(read.error);
}
