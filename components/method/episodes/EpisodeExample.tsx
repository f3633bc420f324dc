import type { MethodExample, Walk } from '@/lib/api/method';
import { EPISODE_ID, episodeOf, factsOf } from '@/lib/words/en/method/episodes';
import { LINKS } from '@/lib/words/en/method/example';
import { Rich } from '../../frame/Rich';
import { Example } from '../Example';
import { Facts, Hash } from '../Figures';
import { minutePage, windowLinks } from '../links';
import { Steps } from './Steps';

interface Props {
  readonly example: MethodExample;
  readonly walk: Walk;
  readonly simulated: boolean;
  /** The one before it was too short to show how one lasts. */
  readonly isLonger: boolean;
}

/** One episode minute by minute, and what was computed for it. */
export function EpisodeExample({ example, walk, simulated, isLonger }: Props) {
  const { episode } = walk;
  return (
    <Example
      of={episodeOf(example.name, episode, isLonger)}
      simulated={simulated}
      links={[
        { href: minutePage(example, episode.peakMinute, episode.venue), label: LINKS.peak },
        ...windowLinks(example, episode.venue),
      ]}
    >
      <Steps walk={walk} enter={example.enter} />
      <Facts
        facts={[
          ...factsOf(episode, example).map(({ name, fact }) => ({ name, fact: <Rich text={fact} /> })),
          { name: EPISODE_ID, fact: <Hash>{episode.id}</Hash> },
        ]}
      />
    </Example>
  );
}
