import type { LowsAnswer } from '@/lib/api/lows';
import { venueLows as words } from '@/lib/words/lows';
import { count, formatShare } from '@/lib/words/numbers';
import { venueName } from '@/lib/words/venues';
import { NumberHead } from '../frame/ColumnHead';
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
                <th scope="col">
                  {words.venue}
                  <span className="block sm:hidden">{words.ranked.replace('\n', ' ')}</span>
                </th>
                <NumberHead className={WIDE}>{words.ranked}</NumberHead>
                {[words.lowest, words.highest].map((side) => (
                  <SideHeads key={side} side={side} gap={gap} />
                ))}
              </tr>
            </thead>
            <tbody>
              {venues.map(({ venue, ranked, lowest, highest }) => (
                <tr key={venue}>
                  <th scope="row">
                    {venueName(venue)}
                    <span className="block font-normal text-ink-2 sm:hidden">{count(ranked)}</span>
                  </th>
                  <td className={`num ${WIDE}`}>{count(ranked)}</td>
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

/** On a phone the figures of a side stand under one another, in the order of the lines of their head. */
const WIDE = 'max-sm:hidden';

const SideHeads = ({ side, gap }: { readonly side: string; readonly gap: number }) => (
  <>
    <NumberHead className="sm:hidden">{[side, words.share, words.wide(gap).replace('\n', ' ')].join('\n')}</NumberHead>
    <NumberHead className={WIDE}>{side}</NumberHead>
    <NumberHead className={WIDE}>{words.share}</NumberHead>
    <NumberHead className={WIDE}>{words.wide(gap)}</NumberHead>
  </>
);

function Side({ of: { assets, share, wide } }: { readonly of: Venue['lowest'] }) {
  const figures = [
    { text: count(assets), className: assets === 0 ? 'text-ink-3' : 'font-semibold' },
    { text: formatShare(share), className: assets === 0 ? 'text-ink-3' : '' },
    { text: count(wide), className: wide === 0 ? 'text-ink-3' : '' },
  ];
  return (
    <>
      <td className="num sm:hidden">
        {figures.map(({ text, className }, i) => (
          <span key={i} className={`block ${className}`}>
            {text}
          </span>
        ))}
      </td>
      {figures.map(({ text, className }, i) => (
        <td key={i} className={`num ${WIDE} ${className}`}>
          {text}
        </td>
      ))}
    </>
  );
}
