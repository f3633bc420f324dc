import { INTERPRETATIONS, LEAD } from '@/lib/words/en/method/interpretations';
import { Chapter, Prose } from '../Chapter';

/** The places where the rules alone do not decide, and how they are decided. */
export const InterpretationsChapter = () => (
  <Chapter id="readings">
    <Prose of={[LEAD]} />
    <dl className="method-readings">
      {INTERPRETATIONS.map(({ question, answer, why }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
          <dd className="because">{why}</dd>
        </div>
      ))}
    </dl>
  </Chapter>
);
