import type { LowsAnswer } from '@/lib/api/lows';
import { venueLows as words } from '@/lib/words/lows';
import { count, formatLevel } from '@/lib/words/numbers';
import { venueName } from '@/lib/words/venues';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';

type Venue = LowsAnswer['venues'][number];

/** A row a venue: in how many assets it stood outermost. */
export function VenueLows({ answer }: { readonly answer: LowsAnswer }) {
  const { venues, gap } = answer;
  return (
    <Section id="venues" title={words.title} lead={words.lead(answer)}>
      {venues.length === 0 ? (
        <p className="text-ink-2">{words.none}</p>
      ) : (
        <Scroller label={words.label}>
          <table className="sheet">
            <thead>
              <tr>
                <Head>{words.venue}</Head>
                <NumberHead>{words.ranked}</NumberHead>
                <NumberHead>{words.lowest}</NumberHead>
                <NumberHead>{words.share}</NumberHead>
                <NumberHead>{words.wide(gap)}</NumberHead>
                <NumberHead>{words.highest}</NumberHead>
                <NumberHead>{words.share}</NumberHead>
                <NumberHead>{words.wide(gap)}</NumberHead>
              </tr>
            </thead>
            <tbody>
              {venues.map(({ venue, ranked, lowest, highest }) => (
                <tr key={venue}>
                  <th scope="row">{venueName(venue)}</th>
                  <td className="num">{count(ranked)}</td>
                  <Side of={lowest} />
                  <Side of={highest} />
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}

const Side = ({ of: { assets, share, wide } }: { readonly of: Venue['lowest'] }) => (
  <>
    <td className={`num ${assets === 0 ? 'text-ink-3' : 'font-semibold'}`}>{count(assets)}</td>
    <td className={`num ${assets === 0 ? 'text-ink-3' : ''}`}>{formatLevel(share)}</td>
    <td className={`num ${wide === 0 ? 'text-ink-3' : ''}`}>{count(wide)}</td>
  </>
);
