import { Fragment } from 'react';

/** A text with commands between backticks. */
export const Coded = ({ children }: { readonly children: string }) =>
  children.split('`').map((part, i) =>
    i % 2 === 0 ? (
      <Fragment key={i}>{part}</Fragment>
    ) : (
      <code key={i} className="font-mono text-[0.9em]">
        {part}
      </code>
    ),
  );
