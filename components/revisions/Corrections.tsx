import type { ErrataAnswer, Erratum } from '@/lib/api/errata';
import { listOf, listPath } from '@/lib/permalink/lists';
import { corrections, erratumScope } from '@/lib/words/errata';
import { venueName } from '@/lib/words/venues';
import { Coded } from '../controls/Coded';
import { ErratumLines } from '../errata/Errata';
import { Link } from '../frame/Link';
import { Scroller, Section } from '../frame/Section';
import { OnClock } from '../zone/OnClock';
import { Time } from '../zone/Time';
import { ZonedHead } from '../zone/ZonedHead';
import { spanPath } from './minutePath';

/** Errata and venues' answers, wherever they stand, and what changed many addresses at once. */
export function Corrections({ answer }: { readonly answer: ErrataAnswer }) {
  const { errata, moves } = answer;
  return (
    <>
      <Section id="corrections" title={corrections.title} lead={corrections.lead}>
        {errata.length === 0 ? (
          <p className="text-ink-2">
            <Coded>{corrections.none}</Coded>
          </p>
        ) : (
          <ul className="space-y-4">
            {errata.map((one) => (
              <li key={one.id} className="space-y-1 border-l-4 border-rule pl-4 text-sm">
                <p className="text-ink-2">
                  <Scope one={one} />
                </p>
                <ErratumLines one={one} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="moves" title={corrections.moves} lead={corrections.movesLead}>
        {moves.length === 0 ? (
          <p className="text-ink-2">{corrections.noMoves}</p>
        ) : (
          <Scroller label={corrections.moves}>
            <table className="sheet">
              <thead>
                <tr>
                  <th scope="col">
                    <ZonedHead>{corrections.when}</ZonedHead>
                  </th>
                  <th scope="col">{corrections.what}</th>
                  <th scope="col" className="hidden sm:table-cell">
                    {corrections.which}
                  </th>
                </tr>
              </thead>
              <tbody>
                {moves.map((one) => (
                  <tr key={`${one.kind} ${one.venue} ${one.asset ?? ''}`}>
                    <th scope="row">
                      <Time iso={`${one.at.slice(0, 16)}Z`} />
                    </th>
                    <td>
                      {whatOf(one)}
                      <span className="label block sm:hidden">{whichOf(one)}</span>
                    </td>
                    <td className="hidden sm:table-cell">{whichOf(one)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        )}
      </Section>
    </>
  );
}

type Move = ErrataAnswer['moves'][number];

const whatOf = ({ venue, asset, minutes }: Move): string =>
  minutes === null || asset === null
    ? corrections.venueCame(venueName(venue))
    : corrections.revised(venueName(venue), asset, minutes);

function whichOf({ asset, assets, from, to }: Move): string {
  if (assets !== null) return corrections.ofVenue(assets);
  return asset === null || from === null || to === null
    ? ''
    : corrections.ofRevisions(asset, from.slice(0, 10), to.slice(0, 10));
}

/** What an entry concerns, with the way there where one page or one span of minutes has it. */
function Scope({ one }: { readonly one: Erratum }) {
  const { asset, from, to, address } = one;
  const list = address === null ? undefined : listOf(address);
  const said = <OnClock>{erratumScope(one)}</OnClock>;
  if (list !== undefined)
    return (
      <Link className="link break-all" href={listPath(list)}>
        {listPath(list)}
      </Link>
    );
  return asset === null || from === null || to === null ? (
    said
  ) : (
    <Link className="link" href={spanPath(asset, from, to, null)}>
      {said}
    </Link>
  );
}
