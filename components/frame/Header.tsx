import { Link } from '@/components/frame/Link';
import { Search } from '../palette/Search';
import { ZoneChoice } from '../zone/ZoneChoice';
import { LanguageChoice } from './LanguageChoice';
import { IngestPill } from './IngestPill';
import { Mark } from './Mark';
import { Menu } from './Menu';
import { ThemeSwitch } from './ThemeSwitch';
import { PRODUCT } from '@/lib/words/names';

export function Header() {
  return (
    <header className="border-b border-rule">
      <div className="relative mx-auto flex h-12 max-w-[1328px] items-center gap-4 px-4 sm:px-6">
        <Link href="/" className="flex items-center gap-2 text-[1rem] font-semibold tracking-tight">
          <Mark className="size-6" />
          {PRODUCT}
        </Link>
        <div className="group/head ml-auto flex items-center gap-2">
          <IngestPill />
          <Menu />
          <Search />
          <ZoneChoice className="max-sm:hidden" />
          <LanguageChoice className="max-lg:hidden" />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
