import Link from 'next/link';
import type { EventOrderAnswer, ScorecardsAnswer } from '@/lib/api/scorecards';
import { minutesIn, MINUTES_PER_DAY } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { Hole, MarketName } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { minuteOfViewPath } from '../links';
import { clock, dayPart, formatLevel, utc } from '@/lib/words/en/numbers';

/** Who moved first and who was back last, a row a market. */
export function OrderOfEvents({ answer, view }: { readonly answer: ScorecardsAnswer; readonly view: View }) {
  return (
    <Section
      id="order"
      title="Who moved first"
      lead="The first minute each venue’s low lay so far below its reference, and below its own first closes of the window; the first to fall stands on top. An order of one-minute bars, not causality: inside a minute nothing is known, and the first to move need not have moved the others."
    >
      <Scroller label="Who moved first">
        <table className="sheet max-w-5xl">
          <thead>
            <tr>
              <th scope="col">Venue, market</th>
              {answer.orderLevels.map((level) => (
                <th key={level} scope="col" className="num">
                  {formatLevel(level)} below
                  <br />
                  the reference
                </th>
              ))}
              {answer.orderLevels.map((level) => (
                <th key={level} scope="col" className="num">
                  Fell
                  <br />
                  {formatLevel(level)}
                </th>
              ))}
              <th scope="col" className="num">
                Back after its
                <br />
                last episode
              </th>
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
      {one.venue}{' '}
      <span className="text-ink-3">
        <MarketName market={one.market} kind={one.kind} />
      </span>
    </th>
    {one.strayed.map((at, i) => (
      <Moment key={i} at={at} view={view} never="never" />
    ))}
    {one.fell.map((at, i) => (
      <Moment key={i} at={at} view={view} never="never" />
    ))}
    <Moment
      at={one.recovered}
      view={view}
      never={one.notRecovered === 'not-in-window' ? 'not in the window' : 'no episode'}
    />
  </tr>
);

const isDays = ({ question: { range } }: View): boolean => minutesIn(range) > MINUTES_PER_DAY;

const Moment = ({ at, view, never }: { readonly at: string | null; readonly view: View; readonly never: string }) => (
  <td className="num">
    {at === null ? (
      <Hole>{never}</Hole>
    ) : (
      <Link
        className="link whitespace-nowrap"
        href={minuteOfViewPath(view, at)}
        prefetch={false}
        title={`${utc(at)} UTC`}
      >
        {isDays(view) && <span className="text-ink-3">{dayPart(at)} </span>}
        {clock(at)}
      </Link>
    )}
  </td>
);
