import { Link } from '@/components/frame/Link';
import type { EventOrderAnswer, ScorecardsAnswer } from '@/lib/api/scorecards';
import { minutesIn, MINUTES_PER_DAY } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { Hole, VenueMarket } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { OnClock } from '../zone/OnClock';
import { Time } from '../zone/Time';
import { minuteOfViewPath } from '../links';
import { Head, NumberHead } from '../frame/ColumnHead';
import { cells } from '@/lib/words/cells';
import { orderOfEvents } from '@/lib/words/scorecards';

/** Who moved first and who was back last, a row a market. */
export function OrderOfEvents({ answer, view }: { readonly answer: ScorecardsAnswer; readonly view: View }) {
  return (
    <Section id="order" title={orderOfEvents.title} lead={<OnClock>{orderOfEvents.lead}</OnClock>}>
      <Scroller label={orderOfEvents.label}>
        <table className="sheet max-w-5xl">
          <thead>
            <tr>
              <Head>{orderOfEvents.market}</Head>
              {answer.orderLevels.map((level) => (
                <NumberHead key={level}>{orderOfEvents.strayed(level)}</NumberHead>
              ))}
              {answer.orderLevels.map((level) => (
                <NumberHead key={level}>{orderOfEvents.fell(level)}</NumberHead>
              ))}
              <NumberHead>{orderOfEvents.recovered}</NumberHead>
            </tr>
          </thead>
          <tbody>
            {firstOnTop(answer.order).map((one) => (
              <Row key={`${one.venue} ${one.market} ${one.kind}`} one={one} view={view} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

/** Behind every written minute. */
const NEVER = '~';

/** By the minute of the smallest fall, then of the next; who fell at the same minutes, by the first minute below the reference. */
const firstOnTop = (order: readonly EventOrderAnswer[]): readonly EventOrderAnswer[] => {
  const keyOf = ({ fell, strayed }: EventOrderAnswer): string =>
    [...fell, ...strayed].map((at) => at ?? NEVER).join(' ');
  return order
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
};

const Row = ({ one, view }: { readonly one: EventOrderAnswer; readonly view: View }) => (
  <tr>
    <th scope="row">
      <VenueMarket venue={one.venue} market={one.market} kind={one.kind} />
    </th>
    {one.strayed.map((at, i) => (
      <Moment key={i} at={at} view={view} never={cells.never} />
    ))}
    {one.fell.map((at, i) => (
      <Moment key={i} at={at} view={view} never={cells.never} />
    ))}
    <Moment
      at={one.recovered}
      view={view}
      never={one.notRecovered === 'not-in-window' ? cells.notInWindow : cells.noEpisode}
    />
  </tr>
);

const isDays = ({ question: { range } }: View): boolean => minutesIn(range) > MINUTES_PER_DAY;

const Moment = ({ at, view, never }: { readonly at: string | null; readonly view: View; readonly never: string }) => (
  <td className="num">
    {at === null ? (
      <Hole>{never}</Hole>
    ) : (
      <Link className="link whitespace-nowrap" href={minuteOfViewPath(view, at)}>
        <Time iso={at} form={isDays(view) ? 'day-first' : 'clock'} />
      </Link>
    )}
  </td>
);
