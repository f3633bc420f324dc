import type { ReactNode } from 'react';
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

/** A table inside an example. */
export function Sheet({ label, heads, narrow = false, testId, children }: Props) {
  return (
    <Scroller label={label}>
      <table className={narrow ? 'sheet max-w-2xl' : 'sheet'} data-testid={testId}>
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
