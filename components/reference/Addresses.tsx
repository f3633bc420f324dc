import { Scroller } from '../frame/Section';

interface Parameter {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string;
  readonly values: string;
}

export interface Address {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly types: readonly string[];
  readonly problems: readonly { readonly status: number; readonly meaning: string }[];
}

interface Words {
  readonly contents: string;
  readonly parameter: string;
  readonly meaning: string;
  readonly values: string;
  readonly required: string;
  readonly answers: string;
  readonly problems: string;
}

/** Every address with its first sentence: the way to each of them. */
export function Contents({ of, words }: { readonly of: readonly Address[]; readonly words: Words }) {
  return (
    <nav aria-label={words.contents}>
      <ul className="gap-x-8 text-sm sm:columns-2">
        {of.map(({ id, path }) => (
          <li key={id} className="break-inside-avoid">
            <a className="link inline-block min-h-6 font-mono wrap-anywhere" href={`#${id}`}>
              {path}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One address: what it answers, what it takes, and what it refuses. */
export function AddressSection({ of, words }: { readonly of: Address; readonly words: Words }) {
  const { id, path, summary, parameters, types, problems } = of;
  return (
    <section id={id} aria-labelledby={`${id}-path`} className="scroll-mt-12 space-y-3 border-t border-rule pt-6">
      <h2 id={`${id}-path`} className="font-mono text-base font-semibold wrap-anywhere">
        {path}
      </h2>
      <p className="max-w-[68ch]">{summary}</p>
      {parameters.length > 0 && (
        <Scroller label={path}>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{words.parameter}</th>
                <th scope="col">{words.meaning}</th>
                <th scope="col" className="hidden sm:table-cell">
                  {words.values}
                </th>
              </tr>
            </thead>
            <tbody>
              {parameters.map(({ name, isRequired, description, values }) => (
                <tr key={name}>
                  <th scope="row" className="align-top">
                    <code className="font-mono">{name}</code>
                    {isRequired && <span className="label block">{words.required}</span>}
                  </th>
                  <td className="max-w-[44ch] whitespace-normal">
                    {description}
                    {values !== '' && <span className="label block wrap-anywhere sm:hidden">{values}</span>}
                  </td>
                  <td className="hidden max-w-[44ch] whitespace-normal wrap-anywhere sm:table-cell">{values}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_1fr]">
        <dt className="text-ink-2">{words.answers}</dt>
        <dd>
          <ul>
            {types.map((type) => (
              <li key={type} className="font-mono wrap-anywhere">
                {type}
              </li>
            ))}
          </ul>
        </dd>
        <dt className="text-ink-2">{words.problems}</dt>
        <dd>
          <ul>
            {problems.map(({ status, meaning }) => (
              <li key={status}>
                <span className="tabular-nums">{status}</span> {meaning}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}
