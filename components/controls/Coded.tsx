import { Fragment } from 'react';

/** A text with commands between backticks. No option is torn from its dashes at the end of a line. */
export const Coded = ({ children }: { readonly children: string }) =>
  children.split('`').map((part, i) =>
    i % 2 === 0 ? (
      <Fragment key={i}>{part}</Fragment>
    ) : (
      <code key={i} className="font-mono text-[0.9em]">
        {part.split(/( --\S+)/).map((piece, at) =>
          at % 2 === 0 ? (
            piece
          ) : (
            <Fragment key={at}>
              {' '}
              <span className="whitespace-nowrap">{piece.slice(1)}</span>
            </Fragment>
          ),
        )}
      </code>
    ),
  );
