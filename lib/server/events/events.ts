import type { EventsAnswer } from '../../api/events';
import { EVENTS } from '../../domain/events/presets';
import { METHOD_VERSION } from '../../domain/method';
import { formatMinute, overlap } from '../../domain/minute';
import { answeredBooks } from '../../store/coverage/answeredBooks';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';

/** Every event, and how many markets of its assets were answered for in its window. */
export async function events({ database, simulated }: Context): Promise<Outcome<EventsAnswer>> {
  const stored = (await answeredBooks(database)).filter(({ market }) => market.kind === 'spot');
  return answer({
    method: METHOD_VERSION,
    simulated,
    events: EVENTS.map(({ id, window, assets, figures }) => ({
      event: id,
      from: formatMinute(window.from),
      to: formatMinute(window.to),
      assets: [...assets],
      markets: new Set(
        stored
          .filter(
            ({ market, answered }) => assets.includes(market.base) && answered.some((range) => overlap(range, window)),
          )
          .map(({ market: { venue, base, quote } }) => `${venue} ${base} ${quote}`),
      ).size,
      figures: figures.length,
    })),
  });
}
