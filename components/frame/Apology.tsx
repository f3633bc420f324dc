import { Link } from '@/components/frame/Link';
import type { ReactNode } from 'react';
import { notices } from '@/lib/words/frame';

/** A page that has to say no: what is wrong, and where to go from here. */
export function Apology({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="max-w-[68ch] py-10">
      <h1 className="finding">{title}</h1>
      <div className="mt-4 space-y-4 text-ink-2">{children}</div>
      <p className="mt-8">
        <Link href="/" className="button">
          {notices.backToStart}
        </Link>
      </p>
    </section>
  );
}
