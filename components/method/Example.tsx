import type { ComponentType, ReactNode } from 'react';
import type { MethodExample } from '@/lib/api/method';
import { SIMULATED } from '@/lib/words/names';
import { EXAMPLE } from '@/lib/words/en/method/example';
import type { ExampleLink } from './links';
import { inLanguage } from '@/lib/permalink/language';

/** A worked example that there is. */
export interface StoredExample {
  readonly example: MethodExample;
  readonly simulated: boolean;
}

export interface ExampleProps {
  /** null: no candles are stored. */
  readonly example: MethodExample | null;
  readonly simulated: boolean;
}

interface ChapterExampleProps extends ExampleProps {
  readonly by: ComponentType<StoredExample>;
}
/** A chapter's example, or in its place that there is none. */
export const ChapterExample = ({ example, simulated, by: Worked }: ChapterExampleProps) =>
  example === null ? <NoExample>{EXAMPLE.none}</NoExample> : <Worked example={example} simulated={simulated} />;

interface Props {
  /** What was worked out: "ATOM, 2025-10-10 21:20 UTC". */
  readonly of: string;
  readonly simulated: boolean;
  /** The pages and answers that show the same. */
  readonly links?: readonly ExampleLink[];
  readonly children: ReactNode;
}

/** A worked example: every figure in it comes from the analysis of stored candles. */
export function Example({ of, simulated, links = [], children }: Props) {
  return (
    <figure className="method-example">
      <figcaption className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span>
          <strong className="font-semibold">{EXAMPLE.label}</strong> <span className="text-ink-2">{of}</span>
        </span>
        {simulated && (
          <strong className="bg-stamp px-1.5 text-[0.75rem] font-extrabold tracking-[0.14em] text-stamp-ink">
            {SIMULATED}
          </strong>
        )}
        {links.length > 0 && (
          <span className="flex flex-wrap gap-x-4 text-sm sm:ml-auto">
            {links.map(({ href, label }) => (
              <a key={href} className="link" href={inLanguage(href)}>
                {label}
              </a>
            ))}
          </span>
        )}
      </figcaption>
      <div className="mt-4 space-y-5">{children}</div>
    </figure>
  );
}

/** In the place of an example where there is nothing to work out, and why. */
export const NoExample = ({ children }: { readonly children: ReactNode }) => (
  <p className="method-example text-sm text-ink-2">{children}</p>
);

interface StepProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
}
/** A part of an example under a small heading of its own. */
export const Step = ({ title, children }: StepProps) => (
  <div className="space-y-2">
    <h3 className="text-sm font-semibold">{title}</h3>
    {children}
  </div>
);
