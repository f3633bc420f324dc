import type { CSSProperties, ReactNode } from 'react';
import type { Kind } from '@/lib/domain/market';
import { pairWords } from '@/lib/words/market';
import { venueName } from '@/lib/words/venues';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller } from '../frame/Section';

/** The head of a column of figures; a plain text heads a column of words. */
export interface Figures {
  readonly figures: string;
}

interface Props {
  /** What the table shows, for whoever hears it. */
  readonly label: string;
  readonly heads: readonly (string | Figures)[];
  /** As wide as its text, at most as wide as a paragraph. */
  readonly narrow?: boolean;
  readonly testId?: string;
  /** The rows. */
  readonly children: ReactNode;
}

/** So many columns fit a phone. */
const FIT_A_PHONE = 3;

/** The heads as method.css writes them above each cell of a row that stands as a block. */
const headsInCss = (heads: Props['heads']): CSSProperties =>
  Object.fromEntries(
    heads.map((head, i) => [
      `--head-${String(i + 1)}`,
      JSON.stringify((typeof head === 'string' ? head : head.figures).replaceAll('\n', ' ')),
    ]),
  );

/** A table inside an example. On a phone the rows of a wide one are blocks. */
export function Sheet({ label, heads, narrow = false, testId, children }: Props) {
  const isWide = heads.length > FIT_A_PHONE;
  return (
    <Scroller label={label}>
      <table
        className={`sheet ${narrow ? 'max-w-2xl' : ''} ${isWide ? 'method-wide' : ''}`}
        style={isWide ? headsInCss(heads) : undefined}
        data-testid={testId}
      >
        <thead>
          <tr>
            {heads.map((head, i) =>
              typeof head === 'string' ? <Head key={i}>{head}</Head> : <NumberHead key={i}>{head.figures}</NumberHead>,
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroller>
  );
}

interface MarketRowProps {
  readonly venue: string;
  readonly market: string;
  readonly kind?: Kind;
  /** The market that the example is about. */
  readonly isFocus?: boolean;
  /** The cells after those of venue and market. */
  readonly children: ReactNode;
}
/** The row of one market. */
export const MarketRow = ({ venue, market, kind = 'spot', isFocus = false, children }: MarketRowProps) => (
  <tr className={isFocus ? 'is-focus' : undefined}>
    <th scope="row">{venueName(venue)}</th>
    <td className="whitespace-nowrap">{pairWords({ market, kind })}</td>
    {children}
  </tr>
);
