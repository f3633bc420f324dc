'use client';

import Link from 'next/link';
import { useParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { Section } from '../frame/Section';
import { assetEntry } from '@/lib/domain/asset';
import type { Asset } from '@/lib/domain/market';
import { referenceOf, type WrittenReference } from '@/lib/domain/reference';
import { referenceRule } from '@/lib/words/en/reference';

interface Props {
  readonly method: number;
  readonly digest: string;
  readonly reference: WrittenReference;
  readonly minPeers: number;
}

/** What names the numbers for good. */
export function Provenance({ method, digest, reference, minPeers }: Props) {
  const { asset } = useParams<{ asset: string }>();
  return (
    <Section id="provenance" title="What these numbers rest on">
      <dl className="grid gap-x-10 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
        <Fact term="Reference">{referenceRule(referenceOf(reference), assetEntry(asset as Asset), minPeers)}</Fact>
        <Fact term="Method">version {method}</Fact>
        <Fact term="Digest">
          <code className="font-mono text-[0.8rem] break-all">{digest}</code>
          <span className="block text-ink-3">
            The same observations and parameters give this digest on every machine.
          </span>
        </Fact>
        <Fact term="How it was kept">
          <Link className="link" href={`/coverage?asset=${asset}`} prefetch={false}>
            what was asked and answered, day by day
          </Link>
          ;{' '}
          <Link className="link" href={`/revisions?asset=${asset}`} prefetch={false}>
            what was said differently
          </Link>
        </Fact>
      </dl>
    </Section>
  );
}

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-ink-3">{term}</dt>
    <dd className="mb-2 sm:mb-0">{children}</dd>
  </>
);
