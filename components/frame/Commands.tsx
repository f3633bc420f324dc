import { typedHere, type TypedCommand } from '@/lib/words/typed';

interface Way extends TypedCommand {
  readonly what: string;
}

/** How candles come in: what each command brings, and the command. */
export function Ways({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <dl className="mt-4 space-y-3 text-sm">
      {ways.map((way) => {
        const typed = typedHere(way);
        return typed === undefined ? null : (
          <div key={way.command}>
            <dt className="text-ink-2">{way.what}</dt>
            <dd className="mt-1">
              <Typed text={typed} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Commands under what they are for; nothing where none can do anything here. */
export function Commands({ lead, commands }: { readonly lead: string; readonly commands: readonly TypedCommand[] }) {
  const typed = commands.flatMap((command) => typedHere(command) ?? []);
  if (typed.length === 0) return null;
  return (
    <div className="mt-4 max-w-[90ch] space-y-2">
      <p className="text-sm text-ink-2">{lead}</p>
      {typed.map((command) => (
        <Typed key={command} text={command} />
      ))}
    </div>
  );
}

/** A command to type. No option is torn from its dashes at the end of a line. */
const Typed = ({ text }: { readonly text: string }) => (
  <code className="block rounded bg-sunk px-3 py-2 font-mono text-[0.875rem]">
    {text.split(' ').map((word, i) => (
      // The same word may come twice: its place tells it apart.
      <span key={`${String(i)} ${word}`}>
        {i > 0 && ' '}
        <span className="whitespace-nowrap">{word}</span>
      </span>
    ))}
  </code>
);
