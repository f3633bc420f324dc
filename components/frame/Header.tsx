import Link from 'next/link';
import { IngestPill } from './IngestPill';
import { Mark } from './Mark';
import { ThemeSwitch } from './ThemeSwitch';

export function Header() {
  return (
    <header className="border-b border-rule">
      <div className="mx-auto flex max-w-[1500px] items-center gap-4 px-4 py-2.5 sm:px-6">
        <Link href="/" className="flex items-center gap-2 text-[1.05rem] font-semibold tracking-tight">
          <Mark className="size-6" />
          Plumbline
        </Link>
        <span className="hidden text-sm text-ink-3 lg:inline">each exchange against the market, minute by minute</span>
        <nav
          aria-label="Every asset, the method, and how candles were kept"
          className="ml-auto hidden gap-5 text-sm sm:flex"
        >
          <Link className="text-ink-2 hover:text-ink" href="/scan" prefetch={false}>
            Scan
          </Link>
          <Link className="text-ink-2 hover:text-ink" href="/method" prefetch={false}>
            Method
          </Link>
          <Link className="text-ink-2 hover:text-ink" href="/coverage" prefetch={false}>
            Coverage
          </Link>
          <Link className="text-ink-2 hover:text-ink" href="/revisions" prefetch={false}>
            Revisions
          </Link>
        </nav>
        <div className="ml-auto flex items-center gap-2 sm:ml-2">
          <IngestPill />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
