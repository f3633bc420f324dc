import type { ReactNode } from 'react';
import type { Verification } from '@/lib/api/verification';
import { addressIn } from '@/lib/api/client/address';
import { keys } from '@/lib/api/client/operations';
import { verdictFacts } from '@/lib/words/verifyPage';
import { Link } from '../frame/Link';
import { Section } from '../frame/Section';
import { OnClock } from '../zone/OnClock';

interface Props {
  readonly found: Verification;
  readonly file: string;
  /** Of the view on this site. */
  readonly path: string | undefined;
}

/** What the file says of itself, and what its address gives now. */
export function FoundFacts({ found, file, path }: Props) {
  const { address, digest, digestNow, sentenceNow, signer } = found;
  const isSame = digest !== null && digest === digestNow;
  return (
    <Section id="found" title={verdictFacts.label}>
      <dl className="border-t border-ink text-sm">
        <Fact name={verdictFacts.file}>
          {file} <span className="text-ink-2">({verdictFacts.readAs[found.file]})</span>
        </Fact>
        {address !== null && (
          <Fact name={verdictFacts.address}>
            {path === undefined ? (
              address
            ) : (
              <Link className="link" href={path}>
                {address}
              </Link>
            )}
          </Fact>
        )}
        {sentenceNow !== null && (
          <Fact name={verdictFacts.now}>
            <OnClock>{sentenceNow}</OnClock>
          </Fact>
        )}
        {signer !== null && (
          <Fact name={verdictFacts.key}>
            <Hash>{signer.id}</Hash>
            {signer.created !== null && (
              <span className="block text-ink-2">
                <OnClock>
                  {signer.retired === null
                    ? verdictFacts.keyInUse(signer.created)
                    : verdictFacts.keyRetired(signer.created, signer.retired)}
                </OnClock>
              </span>
            )}
            <a className="link inline-block min-h-6" href={addressIn(keys, {})}>
              {verdictFacts.keys}
            </a>
          </Fact>
        )}
        {digest !== null && (
          <Fact name={isSame ? verdictFacts.digest : verdictFacts.digestThen}>
            <Hash>{digest}</Hash>
          </Fact>
        )}
        {digestNow !== null && !isSame && (
          <Fact name={verdictFacts.digestNow}>
            <Hash>{digestNow}</Hash>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="grid gap-x-6 gap-y-0.5 border-b border-rule py-2.5 sm:grid-cols-[12rem_1fr]">
    <dt className="text-ink-3">{name}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </div>
);

const Hash = ({ children }: { readonly children: string }) => (
  <code className="font-mono text-[0.75rem] break-all">{children}</code>
);
