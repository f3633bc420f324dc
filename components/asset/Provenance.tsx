'use client';

import { Link } from '@/components/frame/Link';
import { useRegisteredAsset } from './RegisteredAsset';
import type { ReactNode } from 'react';
import { FormLinks } from '../frame/FormLinks';
import { Section } from '../frame/Section';
import { CopyPinned } from '../pinned/CopyPinned';
import { pinnedLink } from '@/lib/words/pinned';
import { formsOf, isTooLongFor } from '@/lib/permalink/forms';
import { exhibitAddress, packPath } from '@/lib/permalink/pack';
import { unpinned, viewPath, type View } from '@/lib/permalink/view';
import { pagePath } from '@/lib/permalink/query';
import { referenceOf, type WrittenReference } from '@/lib/domain/reference';
import { joins } from '@/lib/words/spelled';
import { provenance } from '@/lib/words/assetPage';
import { pageNames } from '@/lib/words/frame';
import { packPage } from '@/lib/words/packPage';
import { referenceRule } from '@/lib/words/reference';

interface Props {
  readonly method: number;
  readonly digest: string;
  readonly reference: WrittenReference;
  /** Among whose books medians are taken. */
  readonly bloc: string;
  readonly minPeers: number;
  readonly view: View;
  /** How the finding is cited, where there is one. */
  readonly cite?: ReactNode;
}

/** What names the numbers for good, and where their data is shown. */
export function Provenance({ method, digest, reference, bloc, minPeers, view, cite }: Props) {
  const entry = useRegisteredAsset();
  const { asset } = entry;
  return (
    <Section id="provenance" title={provenance.title}>
      <dl className="grid gap-x-10 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
        <Fact term={provenance.reference}>{referenceRule(referenceOf(reference), entry, minPeers, bloc)}</Fact>
        <Fact term={provenance.method}>{provenance.version(method)}</Fact>
        <Fact term={provenance.digest}>
          <code className="font-mono text-[0.75rem] break-all">{digest}</code>
          <span className="block text-ink-3">{provenance.digestHint}</span>
        </Fact>
        <Fact term={provenance.data}>
          <Link className="link" href={pagePath('/coverage', { asset })}>
            {provenance.coverage}
          </Link>
          {joins.clauses}
          <Link className="link" href={pagePath('/revisions', { asset })}>
            {provenance.revisions}
          </Link>
          {(entry.nature.kind === 'wrapped' || entry.nature.kind === 'pegged') && (
            <>
              {joins.clauses}
              <Link className="link" href={pagePath('/collateral', { asset })}>
                {pageNames.collateral}
              </Link>
            </>
          )}
        </Fact>
        <Fact term={pinnedLink.term}>
          <CopyPinned view={view} digest={digest} />
          <span className="block text-ink-3">{pinnedLink.hint}</span>
        </Fact>
        {cite !== undefined && (
          <Fact term={provenance.cite} className="print:hidden">
            {cite}
          </Fact>
        )}
        <Fact term={provenance.files}>
          <FormLinks path={viewPath(unpinned(view))} forms={formsOf(view)} />
          <span className="block text-ink-3">{provenance.filesHint}</span>
        </Fact>
        {!isTooLongFor(view, 'zip') && (
          <Fact term={provenance.exhibit}>
            <Link className="link" href={packPath([exhibitAddress(unpinned(view))])}>
              {packPage.title}
            </Link>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

interface FactProps {
  readonly term: string;
  readonly className?: string;
  readonly children: ReactNode;
}

const Fact = ({ term, className = '', children }: FactProps) => (
  <>
    <dt className={`text-ink-3 ${className}`}>{term}</dt>
    <dd className={`mb-2 sm:mb-0 ${className}`}>{children}</dd>
  </>
);
