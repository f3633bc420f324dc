interface Props {
  readonly children: string;
  /** What the column means, where its head is too short to say it. */
  readonly hint?: string;
  readonly className?: string;
}

/** Over a column of words. */
export const Head = ({ children, hint, className }: Props) => (
  <th scope="col" className={className} title={hint}>
    {children}
  </th>
);

/** Over a column of figures, to the right as they are. A new line in its words is one in the head. */
export const NumberHead = ({ children, hint, className = '' }: Props) => (
  <th scope="col" className={`num ${className}`} title={hint}>
    {children}
  </th>
);
