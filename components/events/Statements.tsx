import type { EventAnswer } from '@/lib/api/events';
import { publisherName, statementsList as words, statementText } from '@/lib/words/eventFigures';
import { Section } from '../frame/Section';

/** What was published and candles cannot show, each with who stated it. */
export function Statements({ statements }: Pick<EventAnswer, 'statements'>) {
  return (
    <Section id="statements" title={words.title} lead={words.lead}>
      <ul className="max-w-[78ch] divide-y divide-rule border-y border-rule">
        {statements.map(({ id, publisher }) => (
          <li key={id} className="py-3">
            <p>{statementText(id)}</p>
            <p className="mt-1 text-sm text-ink-3">{publisherName(publisher)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
