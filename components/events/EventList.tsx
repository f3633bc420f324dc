import { Link } from '@/components/frame/Link';
import type { EventInBrief } from '@/lib/api/events';
import { symbolOf } from '@/lib/domain/asset';
import type { Asset } from '@/lib/domain/market';
import { plainEventPath } from '@/lib/permalink/events';
import { joins } from '@/lib/words/spelled';
import { eventLead, eventName, eventsHead as words, storedWords } from '@/lib/words/events';
import { Head } from '../frame/ColumnHead';
import { Scroller } from '../frame/Section';
import { EventWindow } from './EventWindow';

/** A row an event, the newest first: its window, its assets, what is stored. */
export function EventList({ events }: { readonly events: readonly EventInBrief[] }) {
  return (
    <Scroller label={words.table}>
      <table className="sheet">
        <thead>
          <tr>
            <Head>{words.event}</Head>
            <Head isTime className="hidden lg:table-cell">
              {words.window}
            </Head>
            <Head className="hidden lg:table-cell">{words.assets}</Head>
            <Head>{words.stored}</Head>
          </tr>
        </thead>
        <tbody>
          {[...events].reverse().map((event) => (
            <tr key={event.event}>
              <td className="max-w-[68ch] py-3">
                <Link className="link text-base font-semibold" href={plainEventPath(event.event)}>
                  {eventName(event.event)}
                </Link>
                <span className="mt-1 block text-ink-2">{eventLead(event.event)}</span>
              </td>
              <td className="hidden pr-6 whitespace-nowrap text-ink-2 lg:table-cell">
                <EventWindow from={event.from} to={event.to} />
              </td>
              <td className="hidden text-ink-2 lg:table-cell">
                {event.assets.map((asset) => symbolOf(asset as Asset)).join(joins.items)}
              </td>
              <td className={event.markets === 0 ? 'text-ink-3' : 'font-semibold'}>{storedWords(event)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
