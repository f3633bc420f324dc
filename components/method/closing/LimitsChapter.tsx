import { limits } from '@/lib/words/en/method/limits';
import { Rich } from '../../frame/Rich';
import { Chapter } from '../Chapter';

/** What no number of this product shows, however exact it is. */
export const LimitsChapter = () => (
  <Chapter id="limits">
    <dl className="method-terms">
      {limits({ revisions: '/revisions', coverage: '/coverage' }).map(({ what, limit }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <Rich text={limit} />
          </dd>
        </div>
      ))}
    </dl>
  </Chapter>
);
