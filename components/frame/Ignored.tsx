import { notices } from '@/lib/words/frame';

/** What of the address could not be used. The page shows something sensible and says so. */
export function Ignored({ ignored }: { readonly ignored: readonly string[] }) {
  if (ignored.length === 0) return null;
  return (
    <div role="alert" className="border-l-4 border-caution bg-sunk px-4 py-3 text-sm">
      <p className="font-medium">{notices.ignored}</p>
      <ul className="mt-1 list-disc pl-5 text-ink-2">
        {ignored.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
