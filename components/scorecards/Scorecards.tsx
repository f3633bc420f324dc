import { Link } from '@/components/frame/Link';
import type { ScorecardAnswer, ScorecardsAnswer } from '@/lib/api/scorecards';
import type { View } from '@/lib/permalink/view';
import { Deviation, Hole, VenueMarket } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { minuteOfViewPath } from '../links';
import { amount, count } from '@/lib/words/numbers';
import { noBaselineWords, unusualWords } from '@/lib/words/unusual';
import { Head, NumberHead } from '../frame/ColumnHead';
import { cells } from '@/lib/words/cells';
import { episodeHints } from '@/lib/words/episodesTable';
import { scorecardHeads, scorecards } from '@/lib/words/scorecards';

/** A row a market: how many minutes it was how far away, and how unusual its deepest peak is for it. */
export function Scorecards({ answer, view }: { readonly answer: ScorecardsAnswer; readonly view: View }) {
  return (
    <Section id="scorecards" title={scorecards.title} lead={scorecards.lead(answer.baseline.from, answer.baseline.to)}>
      <Scroller label={scorecards.label}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{scorecardHeads.market}</Head>
              <NumberHead>{scorecardHeads.deepest}</NumberHead>
              <Head isTime>{scorecardHeads.at}</Head>
              <NumberHead hint={scorecardHeads.rankHint}>{scorecardHeads.rank}</NumberHead>
              <NumberHead>{scorecardHeads.episodes}</NumberHead>
              {answer.levels.map((level) => (
                <NumberHead key={level}>{scorecardHeads.beyond(level)}</NumberHead>
              ))}
              <NumberHead hint={scorecardHeads.outsideHint}>{scorecardHeads.outside}</NumberHead>
              <NumberHead>{scorecardHeads.measured}</NumberHead>
              <NumberHead hint={episodeHints.area}>{scorecardHeads.area}</NumberHead>
              <Head>{scorecardHeads.unusual}</Head>
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
        <VenueMarket venue={card.venue} market={card.market} kind={card.kind} />
      </th>
      <td className="num">
        <Deviation ratio={deepest?.peak ?? null} missing={cells.noEpisode} strong />
      </td>
      <td className="whitespace-nowrap">
        {deepest !== null && (
          <Link className="link" href={minuteOfViewPath(view, deepest.peakMinute)}>
            <Time iso={deepest.peakMinute} />
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
          <Hole>{noBaseline === null ? '' : noBaselineWords(noBaseline)}</Hole>
        ) : (
          unusualWords(unusual)
        )}
      </td>
    </tr>
  );
}
