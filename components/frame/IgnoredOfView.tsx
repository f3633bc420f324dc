'use client';

import type { Ignored } from '@/lib/domain/ignored';
import { still } from '../later/Still';

interface Props {
  readonly ignored: readonly Ignored[];
}

const Lines = still<Props>(async () => (await import('./IgnoredLines')).IgnoredLines);

/** What of a view's address could not be used; most have nothing of the kind, and load none of its words. */
export const IgnoredOfView = ({ ignored }: Props) => (ignored.length === 0 ? null : <Lines ignored={ignored} />);
