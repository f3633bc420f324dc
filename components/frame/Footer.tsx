import { Link } from '@/components/frame/Link';
import { footer, languageChoice, pageNames } from '@/lib/words/frame';
import { SIMULATED } from '@/lib/words/names';
import { speech } from '@/lib/words/spoken';
import { LanguageChoice } from './LanguageChoice';
import { PAGES } from './pages';
import { ZoneChoice } from '../zone/ZoneChoice';
import { PrintedAddress } from './PrintedAddress';

export function Footer({ simulated }: { readonly simulated: boolean }) {
  return (
    <footer className="border-t border-rule">
      <div className="mx-auto grid max-w-[1328px] gap-x-8 gap-y-2 px-4 py-6 text-sm text-ink-2 lg:grid-cols-2 sm:px-6">
        <div className="space-y-2">
          <p className="max-w-[72ch]">{footer.definition}</p>
          <div className="flex flex-wrap gap-2 print:hidden">
            <ZoneChoice className="sm:hidden" />
            <LanguageChoice className="lg:hidden" />
          </div>
          {speech().language !== 'en' && <p className="max-w-[72ch]">{languageChoice.prevails}</p>}
          <PrintedAddress />
        </div>
        <div className="lg:text-right">
          <ul className="flex flex-wrap gap-x-5 print:hidden gap-y-2 lg:justify-end">
            {PAGES.map((page) => (
              <li key={page}>
                <Link className="link inline-block min-h-6" href={`/${page}`}>
                  {pageNames[page]}
                </Link>
              </li>
            ))}
            <li>
              <Link className="link inline-block min-h-6" href="/api">
                {footer.api}
              </Link>
            </li>
          </ul>
          {simulated && <strong className="mt-2 block tracking-[0.14em]">{SIMULATED}</strong>}
        </div>
      </div>
    </footer>
  );
}
