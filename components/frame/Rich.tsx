import { Fragment, type ReactNode } from 'react';
import { isList, type Block, type Mark, type Part, type RichText } from '@/lib/words/richText';
import { Hole } from './Cells';

/** Text with markup as words give it. */
export const Rich = ({ text }: { readonly text: RichText }): ReactNode =>
  typeof text === 'string' ? text : text.map((part, i) => <Fragment key={i}>{rendered(part)}</Fragment>);

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
  if (typeof part === 'string') return part;
  if ('missing' in part) return <Hole>{part.missing}</Hole>;
  if ('figure' in part) return <data value={String(part.figure)}>{part.text}</data>;
  if ('href' in part)
    return (
      <a className="link" href={part.href}>
        <Rich text={part.of} />
      </a>
    );
  const { tag: Tag, className } = TAGS[part.mark];
  return (
    <Tag className={className}>
      <Rich text={part.of} />
    </Tag>
  );
}

const TAGS: Readonly<
  Record<Mark, { readonly tag: 'strong' | 'em' | 'b' | 'var' | 'code'; readonly className?: string }>
> = {
  strong: { tag: 'strong' },
  em: { tag: 'em' },
  b: { tag: 'b' },
  var: { tag: 'var' },
  code: { tag: 'code', className: 'font-mono text-[0.9em]' },
  below: { tag: 'b', className: 'text-below' },
  above: { tag: 'b', className: 'text-above' },
};
