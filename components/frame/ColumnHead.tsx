import { ZonedHead } from '../zone/ZonedHead';

interface Props {
  readonly children: string;
  /** What the column means, where its head is too short to say it. */
  readonly hint?: string;
  readonly className?: string;
  /** Times of the reader’s zone, which it names in place of UTC. */
  readonly isTime?: boolean;
}

/** Over a column of words. */
export const Head = ({ children, hint, className, isTime = false }: Props) => (
  <th scope="col" className={className} title={hint}>
    {isTime ? <ZonedHead>{children}</ZonedHead> : children}
  </th>
);

/** Over a column of figures, to the right as they are. A new line in its words is one in the head. */
export const NumberHead = ({ children, hint, className = '' }: Omit<Props, 'isTime'>) => (
  <th scope="col" className={`num ${className}`} title={hint}>
    {children}
  </th>
);
