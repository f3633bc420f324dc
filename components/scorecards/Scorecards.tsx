import Link from 'next/link';
import type { ScorecardAnswer, ScorecardsAnswer } from '@/lib/api/scorecards';
import type { View } from '@/lib/permalink/view';
import { Deviation, Hole, MarketName } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { minuteOfViewPath } from '../links';
import { amount, clock, count, dayPart, formatLevel, utc } from '@/lib/words/en/numbers';
import { depthInWords, NO_BASELINE_WORDS } from '@/lib/words/en/unusual';

/** A row a market: how many minutes it was how far away, and how unusual its deepest peak is for it. */
export function Scorecards({ answer, view }: { readonly answer: ScorecardsAnswer; readonly view: View }) {
  return (
    <Section
      id="scorecards"
      title="Each venue in this window"
      lead={`Minutes in which its low or high was so far away, of those measured. How unusual: its deepest peak against its own deviations from ${utc(answer.baseline.from)} to ${utc(answer.baseline.to)} UTC; z counts their robust standard deviations, one basis point at the least.`}
    >
      <Scroller label="Scorecards">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">Venue, market</th>
              <th scope="col" className="num">
                Deepest
              </th>
              <th scope="col">at, UTC</th>
              <th scope="col" className="num" title="Its place among the episodes of all venues in the window">
                Rank
              </th>
              <th scope="col" className="num">
                Episodes
              </th>
              {answer.levels.map((level) => (
                <th key={level} scope="col" className="num">
                  {formatLevel(level)}
                  <br />
                  min
                </th>
              ))}
              <th scope="col" className="num" title="Minutes lower, or higher, than every other venue">
                Outside all
                <br />
                others, min
              </th>
              <th scope="col" className="num">
                Measured,
                <br />
                min
              </th>
              <th scope="col" className="num" title="Sum over minutes of the deviation of the close">
                Area, %·min
              </th>
              <th scope="col">How unusual for it</th>
            </tr>
          </thead>
          <tbody>
            {[...answer.scorecards].sort(worstFirst).map((card) => (
              <Row key={`${card.venue} ${card.market} ${card.kind}`} card={card} view={view} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

const rankOf = ({ worstRank }: ScorecardAnswer): number => worstRank ?? Number.MAX_SAFE_INTEGER;

/** The deepest episode first; those without one by how long they were away, then by name, as they come. */
const worstFirst = (a: ScorecardAnswer, b: ScorecardAnswer): number =>
  rankOf(a) - rankOf(b) || (b.minutesBeyond[0] as number) - (a.minutesBeyond[0] as number);

function Row({ card, view }: { readonly card: ScorecardAnswer; readonly view: View }) {
  const { deepest, unusual, noBaseline } = card;
  return (
    <tr>
      <th scope="row">
        {card.venue}{' '}
        <span className="text-ink-3">
          <MarketName market={card.market} kind={card.kind} />
        </span>
      </th>
      <td className="num">
        <Deviation ratio={deepest?.peak ?? null} missing="no episode" strong />
      </td>
      <td className="whitespace-nowrap">
        {deepest !== null && (
          <Link className="link" href={minuteOfViewPath(view, deepest.peakMinute)} prefetch={false}>
            <span className="text-ink-3">{dayPart(deepest.peakMinute)}</span> {clock(deepest.peakMinute)}
          </Link>
        )}
      </td>
      <td className="num">{card.worstRank ?? ''}</td>
      <td className="num">{count(card.episodes)}</td>
      {card.minutesBeyond.map((minutes, i) => (
        <td key={i} className={`num ${minutes === 0 ? 'text-ink-3' : ''}`}>
          {count(minutes)}
        </td>
      ))}
      <td className="num">{count(card.minutesOutside)}</td>
      <td className="num">{count(card.measuredMinutes)}</td>
      <td className="num">{amount(Number(card.areaPctMinutes.toFixed(1)))}</td>
      <td className="whitespace-nowrap">
        {unusual === null ? (
          <Hole>{noBaseline === null ? '' : NO_BASELINE_WORDS[noBaseline]}</Hole>
        ) : (
          depthInWords(unusual)
        )}
      </td>
    </tr>
  );
}
