import { noEpisode, RULE, WHY } from '@/lib/words/en/method/episodes';
import { Chapter, Rule } from '../Chapter';
import { ChapterExample, NoExample, type ExampleProps, type StoredExample } from '../Example';
import { EpisodeExample } from './EpisodeExample';
import { EpisodesFormulas } from './EpisodesFormulas';

export const EpisodesChapter = (props: ExampleProps) => (
  <Chapter id="episodes">
    <Rule rule={RULE} why={WHY}>
      <EpisodesFormulas />
    </Rule>
    <ChapterExample {...props} by={Episodes} />
  </Chapter>
);

function Episodes({ example, simulated }: StoredExample) {
  if (example.walks.length === 0) return <NoExample>{noEpisode(example)}</NoExample>;
  return example.walks.map((walk, i) => (
    <EpisodeExample key={walk.episode.id} example={example} walk={walk} simulated={simulated} isLonger={i > 0} />
  ));
}
