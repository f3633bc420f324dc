import Link from 'next/link';

export function Footer({ simulated }: { readonly simulated: boolean }) {
  return (
    <footer className="border-t border-rule">
      <div className="mx-auto grid max-w-[1500px] gap-x-8 gap-y-2 px-4 py-6 text-sm text-ink-2 sm:grid-cols-[2fr_1fr] sm:px-6">
        <p className="max-w-[72ch]">
          A deviation is a venue’s price divided by the median of the other venues in the same minute, minus 1. The
          venue never counts toward its own reference, and no missing minute is ever filled. All times are UTC; a minute
          is named by its first second.
        </p>
        <div className="sm:text-right">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 sm:justify-end">
            <li>
              <Link className="link" href="/scan" prefetch={false}>
                Scan
              </Link>
            </li>
            <li>
              <Link className="link" href="/method" prefetch={false}>
                Method
              </Link>
            </li>
            <li>
              <Link className="link" href="/coverage" prefetch={false}>
                Coverage
              </Link>
            </li>
            <li>
              <Link className="link" href="/revisions" prefetch={false}>
                Revisions
              </Link>
            </li>
            <li>
              <a className="link" href="/api/v1/overview">
                Machine-readable answers
              </a>
            </li>
          </ul>
          {simulated && <strong className="mt-2 block tracking-[0.14em]">SIMULATED</strong>}
        </div>
      </div>
    </footer>
  );
}
