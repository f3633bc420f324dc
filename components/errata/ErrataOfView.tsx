'use client';

import type { Erratum } from '@/lib/api/errata';
import { still } from '../later/Still';

interface Props {
  readonly errata: readonly Erratum[];
}

const Errata = still<Props>(async () => (await import('./Errata')).Errata, 'space-y-5');

/** What was said later of a view; most have nothing of the kind, and load none of its words. */
export const ErrataOfView = ({ errata }: Props) => (errata.length === 0 ? null : <Errata errata={errata} />);
