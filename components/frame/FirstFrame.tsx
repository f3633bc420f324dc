interface Props {
  /** Of the page's head, which all pages have, or of what a page has to say first. */
  readonly of: 'head' | 'finding';
  readonly className?: string;
}

/**
 * The page is not shown before its HTML has come as far as this: what stands above is on the screen at once, and whole. Shown in parts, it would be seen to
 * move as the rest comes, and be laid out for each of them. A browser that does not know this shows what it has.
 */
export const FirstFrame = ({ of, className }: Props) => (
  <>
    <link rel="expect" href={`#whole-${of}`} blocking="render" />
    <div hidden id={`whole-${of}`} className={className} />
  </>
);
