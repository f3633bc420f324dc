import { peerStrength } from '@/lib/words/en/peers';

/** How many other venues stand behind a number. Two are marked weak: with two, one stray venue makes the others look astray. */
export function PeerCount({ peers }: { readonly peers: number }) {
  const strength = peerStrength(peers);
  return (
    <>
      {peers} <span className={strength === 'weak' ? 'font-semibold text-caution' : 'text-ink-3'}>{strength}</span>
    </>
  );
}
