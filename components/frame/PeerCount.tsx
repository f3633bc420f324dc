import { peerStrength } from '@/lib/domain/peers';
import { strengthWords } from '@/lib/words/cells';

/** How many other venues a number rests on. Two are marked weak: with two, one bad price makes the others look wrong. */
export function PeerCount({ peers }: { readonly peers: number }) {
  const strength = peerStrength(peers);
  return (
    <>
      {peers}{' '}
      <span className={strength === 'weak' ? 'font-semibold text-caution' : 'text-ink-3'}>
        {strengthWords(strength)}
      </span>
    </>
  );
}
