import { notices } from '@/lib/words/frame';

/** What a reader must know before reading the numbers: few venues, assumed parity, weak references. */
export function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <div role="note" aria-label={notices.notes}>
      <ul className="max-w-[90ch] space-y-1 border-l-4 border-caution pl-4 text-sm text-ink-2">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
