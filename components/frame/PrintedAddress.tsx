'use client';

import { useSyncExternalStore } from 'react';
import { printed } from '@/lib/words/frame';

/** At the foot of a printed page: where it came from. */
export function PrintedAddress() {
  const address = useSyncExternalStore(
    subscribe,
    () => window.location.href,
    () => '',
  );
  return (
    <p className="hidden text-sm break-all print:block">
      {printed.from} <span className="font-mono">{address}</span>
    </p>
  );
}

/** An address that a control wrote is told by no event; it is read again when the page is about to be printed. */
function subscribe(told: () => void): () => void {
  const media = window.matchMedia('print');
  window.addEventListener('beforeprint', told);
  media.addEventListener('change', told);
  return () => {
    window.removeEventListener('beforeprint', told);
    media.removeEventListener('change', told);
  };
}
