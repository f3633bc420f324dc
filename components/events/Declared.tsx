import { Link } from '@/components/frame/Link';
import type { EventAnswer } from '@/lib/api/events';
import type { Instant } from '@/lib/domain/instant';
import { PLACES, type Place } from '@/lib/domain/events/declared';
import { joins } from '@/lib/words/spelled';
import { declaredSentence, declaredWindow as words, deepestSentence, placeWords } from '@/lib/words/events';
import { publisherName } from '@/lib/words/eventFigures';
import { count, signedPercent } from '@/lib/words/numbers';
import { venueName } from '@/lib/words/venues';
import { Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { episodeMinutePath } from '../links';

/** As many as are named; the table of episodes has all. */
const NAMED = 12;

interface Props {
  readonly answer: EventAnswer;
  /** Links lead to the data as known then; undefined: as known now. */
  readonly asOf: Instant | undefined;
}

/** The hours a venue declared against the episodes measured: how many lie in them, and which outside. */
export function Declared({ answer: { declared, episodes }, asOf }: Props) {
  if (declared === null) return null;
  const outside = episodes.filter(({ place }) => place === 'outside');
  const [deepest] = episodes;
  return (
    <Section
      id="declared"
      title={words.title(declared)}
      lead={[words.lead(declared), words.source(publisherName(declared.publisher))].join(joins.sentences)}
    >
      {deepest === undefined ? (
        <p className="text-ink-2">{words.none}</p>
      ) : (
        <div className="grid gap-x-10 gap-y-4 md:grid-cols-[auto_1fr]">
          <dl className="flex gap-8">
            {PLACES.map((place: Place) => (
              <div key={place}>
                <dt className="label">{placeWords(place)}</dt>
                <dd className={`text-[40px] leading-none ${place === 'outside' ? 'font-semibold' : 'text-ink-2'}`}>
                  {count(declared.counts[place])}
                </dd>
              </div>
            ))}
          </dl>
          <div className="max-w-[68ch]">
            <p>{[declaredSentence(declared), deepestSentence(declared, deepest)].join(joins.sentences)}</p>
            {outside.length > 0 && (
              <>
                <h3 className="label mt-3">{words.outside}</h3>
                <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
                  {outside.slice(0, NAMED).map((episode) => (
                    <li key={`${episode.asset}/${episode.id}`} className="whitespace-nowrap">
                      <Link className="link" href={episodeMinutePath(episode, { kind: episode.reference }, asOf)}>
                        {[episode.name, venueName(episode.venue)].join(joins.items)}
                      </Link>{' '}
                      <Time iso={episode.peakMinute} form="named" />{' '}
                      <span className="text-ink-2">{signedPercent(episode.peak)}</span>
                    </li>
                  ))}
                  {outside.length > NAMED && <li className="text-ink-2">{words.more(outside.length - NAMED)}</li>}
                </ul>
              </>
            )}
          </div>
        </div>
      )}
    </Section>
  );
}
