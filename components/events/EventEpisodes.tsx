import { Link } from '@/components/frame/Link';
import type { EventAnswer, EventEpisode } from '@/lib/api/events';
import type { Instant } from '@/lib/domain/instant';
import type { Reference } from '@/lib/domain/question';
import { joins } from '@/lib/words/spelled';
import { eventEpisodes as words, placeWords } from '@/lib/words/events';
import { formatDuration } from '@/lib/words/numbers';
import { Deviation, VenueKind } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { episodeMinutePath, episodeWindowPath } from '../links';

/** As many rows as a page bears; the JSON has the rest. */
const SHOWN = 200;

interface Props {
  readonly answer: EventAnswer;
  readonly asOf: Instant | undefined;
}

/** The chart as a table, deepest first: the asset opens the window, the minute the candles of every venue. */
export function EventEpisodes({ answer, asOf }: Props) {
  const { episodes, found, declared, yardstick } = answer;
  if (answer.markets === 0) return null;
  if (episodes.length === 0) return <p className="text-ink-2">{words.none}</p>;
  const shown = episodes.slice(0, SHOWN);
  return (
    <Section id="episodes" title={words.title} lead={words.lead}>
      <Scroller label={words.label}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{words.asset}</Head>
              <Head className="hidden sm:table-cell">{words.venue}</Head>
              <NumberHead>{words.peak}</NumberHead>
              <Head isTime>{words.minute}</Head>
              <Head isTime className="hidden md:table-cell">
                {words.began}
              </Head>
              <NumberHead className="hidden sm:table-cell">{words.duration}</NumberHead>
              {declared !== null && <Head className="hidden pl-6 md:table-cell">{words.place}</Head>}
              {yardstick !== null && <Head className="hidden pl-6 md:table-cell">{words.beyond}</Head>}
            </tr>
          </thead>
          <tbody>
            {shown.map((episode) => (
              <Row key={`${episode.asset}/${episode.id}`} episode={episode} asOf={asOf} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {shown.length < found && <p className="mt-2 text-sm text-ink-2">{words.more(shown.length, found)}</p>}
    </Section>
  );
}

function Row({ episode, asOf }: { readonly episode: EventEpisode; readonly asOf: Instant | undefined }) {
  const reference: Reference = { kind: episode.reference };
  const { place, level, beyond } = episode;
  return (
    <tr>
      <th scope="row">
        <Link className="link" href={episodeWindowPath(episode, reference, asOf)}>
          {episode.name}
        </Link>
        <span className="block font-normal text-ink-2 sm:hidden">
          <VenueKind venue={episode.venue} kind={episode.kind} />
        </span>
      </th>
      <td className="hidden whitespace-nowrap sm:table-cell">
        <VenueKind venue={episode.venue} kind={episode.kind} />
      </td>
      <td className="num text-base">
        <Deviation ratio={episode.peak} missing="" strong={beyond !== false} />
      </td>
      <td className="sm:whitespace-nowrap">
        <Link className="link" href={episodeMinutePath(episode, reference, asOf)}>
          <Time iso={episode.peakMinute} form="clock-first" />
        </Link>
        <span className="block text-ink-2 md:hidden">
          {[
            place === null ? undefined : placeWords(place),
            level === null ? undefined : words.against(beyond === true, level),
          ]
            .filter((part) => part !== undefined)
            .join(joins.items)}
        </span>
      </td>
      <td className="hidden text-ink-2 md:table-cell">
        <Time iso={episode.start} />
      </td>
      <td className="num hidden sm:table-cell">{formatDuration(episode.spanMinutes)}</td>
      {place !== null && <td className="hidden pl-6 whitespace-nowrap md:table-cell">{placeWords(place)}</td>}
      {level !== null && (
        <td
          className={`hidden pl-6 whitespace-nowrap md:table-cell ${beyond === true ? 'font-semibold' : 'text-ink-2'}`}
        >
          {words.against(beyond === true, level)}
        </td>
      )}
    </tr>
  );
}
