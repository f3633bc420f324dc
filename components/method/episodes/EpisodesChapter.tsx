import { noEpisode, RULE, WHY } from '@/lib/words/en/method/episodes';
import * as certainty from '@/lib/words/en/method/certainty';
import { Chapter, Part, Rule } from '../Chapter';
import { ChapterExample, NoExample, type ExampleProps, type StoredExample } from '../Example';
import { CertaintyFormulas } from './CertaintyFormulas';
import { Doubt } from './Doubt';
import { EpisodeExample } from './EpisodeExample';
import { EpisodesFormulas } from './EpisodesFormulas';

export const EpisodesChapter = (props: ExampleProps) => (
  <Chapter id="episodes">
    <Rule rule={RULE} why={WHY}>
      <EpisodesFormulas />
    </Rule>
    <ChapterExample {...props} by={Episodes} />
    <Part heading={certainty.HEADING} rule={certainty.RULE} why={certainty.WHY} id="certainty">
      <CertaintyFormulas />
    </Part>
    <ChapterExample {...props} by={Doubt} />
  </Chapter>
);

function Episodes({ example, simulated }: StoredExample) {
  if (example.walks.length === 0) return <NoExample>{noEpisode(example)}</NoExample>;
  return example.walks.map((walk, i) => (
    <EpisodeExample key={walk.episode.id} example={example} walk={walk} simulated={simulated} isLonger={i > 0} />
  ));
}
