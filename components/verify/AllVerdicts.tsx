import { allVerdicts, verdictGroups, verdictWords } from '@/lib/words/verifyPage';
import { Section } from '../frame/Section';
import { Coded } from '../controls/Coded';
import { OTHERWISE, UNALTERED } from './verdictSays';

/** Every verdict that there is, for whoever wants to know before a file is given away to a page. */
export const AllVerdicts = () => (
  <Section id="verdicts" title={allVerdicts.title} lead={<Coded>{allVerdicts.lead}</Coded>}>
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      {(
        [
          [verdictGroups.unaltered, UNALTERED],
          [verdictGroups.otherwise, OTHERWISE],
        ] as const
      ).map(([title, verdicts]) => (
        <div key={title}>
          <h3 className="border-b border-ink pb-2 text-sm text-ink-2">{title}</h3>
          <dl>
            {verdicts.map((verdict) => (
              <div
                key={verdict}
                className="grid gap-x-6 gap-y-0.5 border-b border-rule py-3 text-sm sm:grid-cols-[10rem_1fr]"
              >
                <dt className="font-semibold">{verdictWords[verdict].name}</dt>
                <dd className="text-ink-2">{verdictWords[verdict].says}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  </Section>
);
