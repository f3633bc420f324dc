import type { DeviationsAnswer } from '@/lib/api/deviations';
import { Deviation, Hole } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { fallsByMarket } from '@/lib/words/en/deepest';
import { signedPercent } from '@/lib/words/en/numbers';

/** The market's own fall beside each venue's, on one scale. */
export function Falls({ answer }: { readonly answer: DeviationsAnswer }) {
  const { fall } = answer.market;
  const falls = [...fallsByMarket(answer)].sort((a, b) => depth(b.fall) - depth(a.fall));
  return (
    <Section
      id="falls"
      title="The market’s fall and the venues’"
      lead={
        fall === null
          ? 'From the first minutes of the window to the lowest low. The market’s own fall could not be measured in this window.'
          : `From the first minutes of the window to the lowest low. The market, by the median of all venues’ spot books, moved ${signedPercent(fall)}; the difference is each venue’s excess.`
      }
    >
      <Scroller label="Falls">
        <table className="sheet max-w-3xl">
          <thead>
            <tr>
              <th scope="col">Venue</th>
              <th scope="col" className="num">
                Fall
              </th>
              <th scope="col">
                <span className="sr-only">Fall, drawn; the line is the market</span>
              </th>
              <th scope="col" className="num">
                Excess over
                <br />
                the market
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">The market</th>
              <td className="num">
                <Deviation ratio={fall} missing="not measured" strong />
              </td>
              <td className="w-1/2">
                <Bar ratio={fall} market={fall} tone="bg-ink" />
              </td>
              <td className="num text-ink-3">itself</td>
            </tr>
            {falls.map((venue) => (
              <tr key={`${venue.venue} ${venue.market} ${venue.kind}`}>
                <th scope="row">
                  {venue.venue}
                  {venue.kind !== 'spot' && <span className="text-ink-3"> {venue.kind}</span>}
                </th>
                <td className="num">
                  <Deviation ratio={venue.fall} missing="not measured" />
                </td>
                <td className="w-1/2">
                  <Bar ratio={venue.fall} market={fall} tone="bg-below" />
                </td>
                <td className="num">
                  {venue.excess === null ? <Hole>not measured</Hole> : <Points ratio={venue.excess} />}
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
const Points = ({ ratio }: { readonly ratio: number }) => <>{signedPercent(ratio).replace('%', 'points')}</>;

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
    <span aria-hidden className="relative block h-2.5 bg-sunk">
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
