import { peerStrength } from '@/lib/domain/peers';
import { needsPeers, type Reference } from '@/lib/domain/reference';
import { strengthWords } from '@/lib/words/cells';

interface Props {
  readonly peers: number;
  /** What the number is compared with: a peg and a chosen venue need no others, so that few of them are no weakness. */
  readonly reference?: Reference['kind'];
}

/** How many other venues a number rests on. Two are marked weak: with two, one bad price makes the others look wrong. */
export function PeerCount({ peers, reference = 'others' }: Props) {
  if (!needsPeers({ kind: reference })) return peers;
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
