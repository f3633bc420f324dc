/** A command to type. No option is torn from its dashes at the end of a line. */
export const Command = ({ text }: { readonly text: string }) => (
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
