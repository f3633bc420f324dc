import Link from 'next/link';
import { IngestPill } from './IngestPill';
import { Mark } from './Mark';
import { ThemeSwitch } from './ThemeSwitch';
import { header, pageNames, PRODUCT } from '@/lib/words/en/frame';
import { PAGES } from './pages';

export function Header() {
  return (
    <header className="border-b border-rule">
      <div className="mx-auto flex max-w-[1500px] items-center gap-4 px-4 py-2.5 sm:px-6">
        <Link href="/" className="flex items-center gap-2 text-[1.05rem] font-semibold tracking-tight">
          <Mark className="size-6" />
          {PRODUCT}
        </Link>
        <span className="hidden text-sm text-ink-3 lg:inline">{header.tagline}</span>
        <nav aria-label={header.navigation} className="ml-auto hidden gap-5 text-sm sm:flex">
          {PAGES.map((page) => (
            <Link key={page} className="text-ink-2 hover:text-ink" href={`/${page}`} prefetch={false}>
              {pageNames[page]}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-2 sm:ml-2">
          <IngestPill />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
