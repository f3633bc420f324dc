import { CHANGES, IN_FORCE, versionName } from '@/lib/words/en/method/versions';
import { Chapter, Prose } from '../Chapter';

/** The version in force, and what changed from one to the next. */
export const VersionsChapter = () => (
  <Chapter id="versions">
    <Prose of={IN_FORCE} />
    <dl className="method-terms">
      {CHANGES.map(({ version, what }) => (
        <div key={version}>
          <dt>{versionName(version)}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </Chapter>
);
