import type { ReactNode } from 'react';

export interface ExampleLink {
  readonly href: string;
  readonly label: string;
}

interface Props {
  /** What was worked out: "ATOM, 2025-10-10 21:20 UTC". */
  readonly of: string;
  readonly simulated: boolean;
  /** The pages and answers that say the same. */
  readonly links?: readonly ExampleLink[];
  readonly children: ReactNode;
}

/** A worked example: every figure in it comes from the analysis of what is held. */
export function Example({ of, simulated, links = [], children }: Props) {
  return (
    <figure className="method-example">
      <figcaption className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span>
          <strong className="font-semibold">Worked out</strong> <span className="text-ink-2">on {of}</span>
        </span>
        {simulated && (
          <strong className="bg-stamp px-1.5 text-[0.75rem] font-extrabold tracking-[0.14em] text-stamp-ink">
            SIMULATED
          </strong>
        )}
        {links.length > 0 && (
          <span className="flex flex-wrap gap-x-4 text-sm sm:ml-auto">
            {links.map(({ href, label }) => (
              <a key={href} className="link" href={href}>
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

/** A small heading inside an example. */
export const Step = ({ children }: { readonly children: ReactNode }) => (
  <h3 className="text-sm font-semibold">{children}</h3>
);
