import { Link } from '@/components/frame/Link';

interface Props {
  readonly links: readonly { readonly href: string; readonly name: string }[];
}

/** Where to go on to, a button each, in as many lines as they need. */
export const ButtonList = ({ links }: Props) => (
  <ul className="flex flex-wrap gap-2">
    {links.map(({ href, name }) => (
      <li key={href}>
        <Link className="button" href={href}>
          {name}
        </Link>
      </li>
    ))}
  </ul>
);
