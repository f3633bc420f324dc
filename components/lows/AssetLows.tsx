import { Link } from '@/components/frame/Link';
import type { AssetLowsAnswer, ExtremeAnswer, LowsAnswer, OutermostAnswer } from '@/lib/api/lows';
import type { Lows } from '@/lib/domain/lows';
import type { Asset } from '@/lib/domain/market';
import { viewPath } from '@/lib/permalink/view';
import { joins } from '@/lib/words/spelled';
import { assetLowsTable as words, gapUncertainty, nobodyOutermost, unrankedVenue } from '@/lib/words/lows';
import { finePercent, formatPrice } from '@/lib/words/numbers';
import { venueName } from '@/lib/words/venues';
import { Deviation, Hole } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { ZonedHead } from '../zone/ZonedHead';
import { minuteOfViewPath, windowView } from '../links';

interface Props {
  readonly answer: LowsAnswer;
  readonly asked: Lows;
}

/** Where the columns of both sides have room. */
const WIDE = 'max-xl:hidden';

/** A row an asset: the lowest and the highest venue, and the next of each. The asset opens the window, a minute its candles. */
export function AssetLows({ answer, asked }: Props) {
  return (
    <Section id="assets" title={words.title} lead={words.lead}>
      <Scroller label={words.label}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{words.asset}</Head>
              <StackedHead minute={words.lowMinute}>{words.lowest}</StackedHead>
              <StackedHead minute={words.highMinute}>{words.highest}</StackedHead>
              <Head className={WIDE}>{words.lowest}</Head>
              <NumberHead className={WIDE}>{words.low}</NumberHead>
              <Head className={WIDE} isTime>
                {words.lowMinute}
              </Head>
              <Head className={WIDE}>{words.secondLowest}</Head>
              <NumberHead className={WIDE}>{words.gap}</NumberHead>
              <Head className={WIDE}>{words.highest}</Head>
              <NumberHead className={WIDE}>{words.high}</NumberHead>
              <Head className={WIDE} isTime>
                {words.highMinute}
              </Head>
              <Head className={WIDE}>{words.secondHighest}</Head>
              <NumberHead className={WIDE}>{words.gap}</NumberHead>
              <Head className={WIDE}>{words.unranked}</Head>
            </tr>
          </thead>
          <tbody>
            {answer.assets.map((asset) => (
              <Row key={asset.asset} asset={asset} asked={asked} level={answer.gap} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

function Row({
  asset,
  asked,
  level,
}: {
  readonly asset: AssetLowsAnswer;
  readonly asked: Lows;
  readonly level: number;
}) {
  const view = windowView(asset.asset as Asset, asked);
  const side = (outermost: OutermostAnswer | null, extremes: readonly ExtremeAnswer[], secondWords: string) => ({
    outermost,
    extremes,
    secondWords,
    isRanked: asset.ranked,
    level,
    minutePath: (iso: string) => minuteOfViewPath(view, iso),
  });
  const lowest = side(asset.lowest, asset.lows, words.secondLowest);
  const highest = side(asset.highest, asset.highs, words.secondHighest);
  const unranked = asset.unranked.map(unrankedVenue).join(joins.items);
  return (
    <>
      <tr className={unranked === '' ? undefined : 'max-xl:[&>*]:border-b-0'}>
        <th scope="row">
          <Link className="link" href={viewPath(view)}>
            {asset.name}
          </Link>
        </th>
        <StackedSide {...lowest} />
        <StackedSide {...highest} />
        <Side {...lowest} />
        <Side {...highest} />
        <td className={`min-w-36 text-ink-2 ${WIDE}`}>{unranked}</td>
      </tr>
      {unranked !== '' && (
        <tr className="xl:hidden">
          <td colSpan={3} className="text-ink-2">
            <span className="label block">{words.unranked}</span>
            {unranked}
          </td>
        </tr>
      )}
    </>
  );
}

interface SideProps {
  readonly outermost: OutermostAnswer | null;
  readonly extremes: readonly ExtremeAnswer[];
  readonly isRanked: boolean;
  /** From this gap on it is coloured. */
  readonly level: number;
  /** What the second venue of this side is called. */
  readonly secondWords: string;
  readonly minutePath: (iso: string) => string;
}

function Side({ outermost, extremes: [first, second], isRanked, level, minutePath }: SideProps) {
  if (outermost === null || first === undefined || second === undefined)
    return (
      <td colSpan={5} className={WIDE}>
        <Hole>{nobodyOutermost(isRanked)}</Hole>
      </td>
    );
  return (
    <>
      <td className={`whitespace-nowrap ${WIDE}`}>{venueName(first.venue)}</td>
      <td className={`num ${WIDE}`}>{formatPrice(first.price)}</td>
      <td className={WIDE}>
        <MinuteLink href={minutePath(first.minute)} iso={first.minute} form="clock-over-day" />
      </td>
      <td className={`text-ink-2 ${WIDE}`}>
        <Second {...second} />
      </td>
      <td className={`num ${WIDE}`}>
        <Gap of={outermost} level={level} />
      </td>
    </>
  );
}

/** The same in one cell, where five columns a side have no room. */
function StackedSide({ outermost, extremes: [first, second], isRanked, level, secondWords, minutePath }: SideProps) {
  if (outermost === null || first === undefined || second === undefined)
    return (
      <td className="xl:hidden [&_.hole]:!whitespace-normal">
        <Hole>{nobodyOutermost(isRanked)}</Hole>
      </td>
    );
  return (
    <td className="xl:hidden">
      <span className="block">
        {venueName(first.venue)} <strong className="font-semibold">{formatPrice(first.price)}</strong>
      </span>
      <span className="block">
        <MinuteLink href={minutePath(first.minute)} iso={first.minute} />
      </span>
      <span className="label mt-1 block">{secondWords}</span>
      <span className="block text-ink-2">
        <Second {...second} />
      </span>
      <span className="label mt-1 block">{words.gap}</span>
      <Gap of={outermost} level={level} />
    </td>
  );
}

const StackedHead = ({ minute, children }: { readonly minute: string; readonly children: string }) => (
  <th scope="col" className="xl:hidden">
    {children}
    <span className="block font-normal">
      <ZonedHead>{minute}</ZonedHead>
    </span>
  </th>
);

const MinuteLink = ({
  href,
  iso,
  form = 'clock-first',
}: {
  readonly href: string;
  readonly iso: string;
  readonly form?: 'clock-first' | 'clock-over-day';
}) => (
  <Link className="link" href={href}>
    <Time iso={iso} form={form} />
  </Link>
);

const Second = ({ venue, price }: ExtremeAnswer) => (
  <>
    {venueName(venue)} <span className="text-ink-3">{formatPrice(price)}</span>
  </>
);

function Gap({ of: { gap, uncertainty, wide }, level }: { readonly of: OutermostAnswer; readonly level: number }) {
  const unsure = gapUncertainty(uncertainty);
  return (
    <>
      <Deviation ratio={gap} missing="" level={level} strong={wide} format={finePercent} />
      {unsure !== undefined && <span className="block text-xs whitespace-normal text-ink-3">{unsure}</span>}
    </>
  );
}
