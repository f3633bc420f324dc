'use client';

import { createContext, use, type ReactNode } from 'react';

const Rehearsal = createContext(false);

/** Whether the commands inside are typed for a rehearsal. */
export const InRehearsal = ({ is, children }: { readonly is: boolean; readonly children: ReactNode }) => (
  <Rehearsal value={is}>{children}</Rehearsal>
);

/** A command as it is typed here; undefined: it can do nothing here, for a rehearsal takes no files. */
const typedIn = (isRehearsal: boolean, command: string): string | undefined =>
  !isRehearsal ? command : command.includes(' ingest ') ? `${command} --rehearsal` : undefined;

interface Way {
  readonly what: string;
  readonly command: string;
}

/** How candles come in: what each command brings, and the command. */
export function Ways({ ways }: { readonly ways: readonly Way[] }) {
  const isRehearsal = use(Rehearsal);
  return (
    <dl className="mt-4 space-y-3 text-sm">
      {ways.map(({ what, command }) => {
        const typed = typedIn(isRehearsal, command);
        return typed === undefined ? null : (
          <div key={command}>
            <dt className="text-ink-2">{what}</dt>
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
export function Commands({ lead, commands }: { readonly lead: string; readonly commands: readonly string[] }) {
  const isRehearsal = use(Rehearsal);
  const typed = commands.flatMap((command) => typedIn(isRehearsal, command) ?? []);
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
