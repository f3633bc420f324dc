import { Braces, ImageDown } from 'lucide-react';
import { files } from '@/lib/words/frame';

/** A file of this very view: a picture, or the machine-readable answer. */
export function OutLink({ href, kind }: { readonly href: string; readonly kind: 'picture' | 'answer' }) {
  const Icon = kind === 'picture' ? ImageDown : Braces;
  return (
    <a
      className="button"
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-keyshortcuts={kind === 'picture' ? 'e' : undefined}
    >
      <Icon aria-hidden className="size-4" />
      {files[kind]}
    </a>
  );
}
