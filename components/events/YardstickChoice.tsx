import { Link } from '@/components/frame/Link';
import type { EventAnswer } from '@/lib/api/events';
import { YARDSTICKS, type Yardstick } from '@/lib/domain/events/yardsticks';
import { eventPath, type EventView } from '@/lib/permalink/events';
import { joins } from '@/lib/words/spelled';
import { gantt } from '@/lib/words/events';
import { beyondSentence, yardstickChoice as words, yardstickName, yardstickRule } from '@/lib/words/yardsticks';

interface Props {
  readonly answer: EventAnswer;
  readonly view: EventView;
}

/** A rulebook's level to hold depths against; the address carries it. */
export function YardstickChoice({ answer, view }: Props) {
  const choices: readonly (Yardstick | undefined)[] = [undefined, ...YARDSTICKS];
  return (
    <nav aria-label={words.label} className="border-y border-rule py-3">
      <p className="label mb-2">{words.label}</p>
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => {
          const isCurrent = choice === view.yardstick;
          return (
            <li key={choice ?? 'none'}>
              <Link
                className={`button ${isCurrent ? 'button-strong' : ''}`}
                aria-current={isCurrent ? 'true' : undefined}
                href={eventPath({ ...view, yardstick: choice })}
                scroll={false}
              >
                {choice === undefined ? words.none : yardstickName(choice)}
              </Link>
            </li>
          );
        })}
      </ul>
      {view.yardstick !== undefined && (
        <p className="mt-3 max-w-[90ch] text-sm text-ink-2" role="status">
          {answer.beyond !== null && (
            <strong className="font-semibold text-ink">{beyondSentence(answer.beyond, answer.episodes.length)}</strong>
          )}
          {answer.beyond !== null && joins.sentences}
          {[yardstickRule(view.yardstick), words.caveat, gantt.key].join(joins.sentences)}
        </p>
      )}
    </nav>
  );
}
