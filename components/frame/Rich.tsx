import { Link } from '@/components/frame/Link';
import { Fragment, type ReactNode } from 'react';
import { isList, type Block, type Mark, type Part, type RichText } from '@/lib/words/richText';
import { Hole } from './Cells';
import { Dated } from './Dated';

/** Text with markup as words give it. */
export const Rich = ({ text }: { readonly text: RichText }): ReactNode =>
  typeof text === 'string' ? (
    <Dated>{text}</Dated>
  ) : (
    text.map((part, i) => <Fragment key={i}>{rendered(part)}</Fragment>)
  );

/** Paragraphs and lists. */
export const Blocks = ({ of }: { readonly of: readonly Block[] }): ReactNode =>
  of.map((block, i) => (
    <Fragment key={i}>{isList(block) ? <List {...block} /> : <p>{<Rich text={block} />}</p>}</Fragment>
  ));

function List({ ordered, items }: { readonly ordered: boolean; readonly items: readonly RichText[] }) {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag>
      {items.map((item, i) => (
        <li key={i}>
          <Rich text={item} />
        </li>
      ))}
    </Tag>
  );
}

function rendered(part: Part): ReactNode {
  if (typeof part === 'string') return <Dated>{part}</Dated>;
  if ('missing' in part) return <Hole>{part.missing}</Hole>;
  if ('figure' in part) return <data value={String(part.figure)}>{part.text}</data>;
  if ('href' in part) return <Linked href={part.href}>{<Rich text={part.of} />}</Linked>;
  return (
    <Marked mark={part.mark}>
      <Rich text={part.of} />
    </Marked>
  );
}

/** A page of ours opens without a new start of the app; a place on the same page and a file are plain links. */
const Linked = ({ href, children }: { readonly href: string; readonly children: ReactNode }) =>
  href.startsWith('/') && !href.startsWith('/api/') ? (
    <Link className="link" href={href}>
      {children}
    </Link>
  ) : (
    <a className="link" href={href}>
      {children}
    </a>
  );

function Marked({ mark, children }: { readonly mark: Mark; readonly children: ReactNode }) {
  switch (mark) {
    case 'strong':
      return <strong>{children}</strong>;
    case 'em':
      return <em>{children}</em>;
    case 'b':
      return <b>{children}</b>;
    case 'var':
      return <var>{children}</var>;
    case 'code':
      return <code className="font-mono text-[0.9em]">{children}</code>;
    case 'below':
      return <b className="text-below">{children}</b>;
    case 'above':
      return <b className="text-above">{children}</b>;
  }
}
