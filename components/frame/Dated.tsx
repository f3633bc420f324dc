import { Fragment } from 'react';
import { unbroken } from '@/lib/words/numbers';

/** "2025-10-10": a browser may end a line after either hyphen. */
const DATE = /(\d{4}-\d{2}-\d{2})/;

/** A text in which no date is torn apart at the end of a line. Style alone keeps it whole, so what is copied has the hyphens of the text. */
export const Dated = ({ children }: { readonly children: string }) => (
  <>
    {children.split(DATE).map((part, i) =>
      i % 2 === 1 ? (
        <span key={i} className="whitespace-nowrap">
          {part}
        </span>
      ) : (
        <Fragment key={i}>{part}</Fragment>
      ),
    )}
  </>
);

/** A sentence in which no date is torn apart, nor a figure from its unit or its sign. */
export const Sentence = ({ children }: { readonly children: string }) => <Dated>{unbroken(children)}</Dated>;
