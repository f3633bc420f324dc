import type { DeviationsFacts } from '@/lib/api/deviations';
import { Deviation, Hole, VenueKind } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { signedPercent } from '@/lib/words/numbers';
import { falls } from '@/lib/words/assetPage';
import { cells } from '@/lib/words/cells';
import { Head, NumberHead } from '../frame/ColumnHead';

/** The market's own fall beside each venue's, on one scale. */
export function Falls({ answer }: { readonly answer: DeviationsFacts }) {
  const { fall } = answer.market;
  const ranked = [...answer.falls].sort((a, b) => depth(b.fall) - depth(a.fall));
  return (
    <Section id="falls" title={falls.title} lead={falls.lead(fall === null ? undefined : signedPercent(fall))}>
      <Scroller label={falls.label}>
        <table className="sheet max-w-3xl">
          <thead>
            <tr>
              <Head>{falls.venue}</Head>
              <NumberHead>{falls.fall}</NumberHead>
              <th scope="col">
                <span className="sr-only">{falls.bar}</span>
              </th>
              <NumberHead>{falls.excess}</NumberHead>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{falls.market}</th>
              <td className="num">
                <Deviation ratio={fall} missing={cells.notMeasured} strong />
              </td>
              <td className="w-1/2">
                <Bar ratio={fall} market={fall} tone="bg-ink" />
              </td>
              <td className="num text-ink-3">{falls.itself}</td>
            </tr>
            {ranked.map((venue) => (
              <tr key={`${venue.venue} ${venue.market} ${venue.kind}`}>
                <th scope="row">
                  <VenueKind venue={venue.venue} kind={venue.kind} />
                </th>
                <td className="num">
                  <Deviation ratio={venue.fall} missing={cells.notMeasured} />
                </td>
                <td className="w-1/2">
                  <Bar ratio={venue.fall} market={fall} tone="bg-below" />
                </td>
                <td className="num">
                  {venue.excess === null ? <Hole>{cells.notMeasured}</Hole> : <Points ratio={venue.excess} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

/** A difference of two percentages is in percentage points. */
const Points = ({ ratio }: { readonly ratio: number }) => <>{falls.points(signedPercent(ratio))}</>;

const depth = (fall: number | null): number => (fall === null ? -Infinity : -fall);

function Bar({
  ratio,
  market,
  tone,
}: {
  readonly ratio: number | null;
  readonly market: number | null;
  readonly tone: string;
}) {
  if (ratio === null) return null;
  return (
    <span aria-hidden className="own-colours relative block h-2.5 bg-sunk">
      <span className={`block h-2.5 ${tone}`} style={{ width: `${Math.min(100, Math.max(0, -ratio * 100))}%` }} />
      {market !== null && (
        <span
          className="absolute -top-1 -bottom-1 w-px bg-ink"
          style={{ left: `${Math.min(100, Math.max(0, -market * 100))}%` }}
        />
      )}
    </span>
  );
}
