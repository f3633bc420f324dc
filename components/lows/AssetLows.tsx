import { Link } from '@/components/frame/Link';
import type { AssetLowsAnswer, ExtremeAnswer, LowsAnswer, OutermostAnswer } from '@/lib/api/lows';
import type { Lows } from '@/lib/domain/lows';
import type { Asset } from '@/lib/domain/market';
import { viewPath } from '@/lib/permalink/view';
import { joins } from '@/lib/words/spelled';
import { assetLowsTable as words, gapUncertainty, nobodyOutermost, unrankedVenue } from '@/lib/words/lows';
import { formatPrice } from '@/lib/words/numbers';
import { venueName } from '@/lib/words/venues';
import { Deviation, Hole } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { minuteOfViewPath, windowView } from '../links';

interface Props {
  readonly answer: LowsAnswer;
  readonly asked: Lows;
}

/** A row an asset: the lowest and the highest venue, and the next of each. The asset opens the window, a minute its candles. */
export function AssetLows({ answer, asked }: Props) {
  return (
    <Section id="assets" title={words.title} lead={words.lead}>
      <Scroller label={words.label}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{words.asset}</Head>
              <Head>{words.lowest}</Head>
              <NumberHead>{words.low}</NumberHead>
              <Head isTime>{words.lowMinute}</Head>
              <Head>{words.secondLowest}</Head>
              <NumberHead>{words.gap}</NumberHead>
              <Head>{words.highest}</Head>
              <NumberHead>{words.high}</NumberHead>
              <Head isTime>{words.highMinute}</Head>
              <Head>{words.secondHighest}</Head>
              <NumberHead>{words.gap}</NumberHead>
              <Head>{words.unranked}</Head>
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
  const side = (outermost: OutermostAnswer | null, extremes: readonly ExtremeAnswer[]) => (
    <Side
      outermost={outermost}
      extremes={extremes}
      isRanked={asset.ranked}
      level={level}
      minutePath={(iso) => minuteOfViewPath(view, iso)}
    />
  );
  return (
    <tr>
      <th scope="row">
        <Link className="link" href={viewPath(view)} prefetch={false}>
          {asset.name}
        </Link>
      </th>
      {side(asset.lowest, asset.lows)}
      {side(asset.highest, asset.highs)}
      <td className="min-w-48 text-ink-2">{asset.unranked.map(unrankedVenue).join(joins.items)}</td>
    </tr>
  );
}

interface SideProps {
  readonly outermost: OutermostAnswer | null;
  readonly extremes: readonly ExtremeAnswer[];
  readonly isRanked: boolean;
  /** From this gap on it is coloured. */
  readonly level: number;
  readonly minutePath: (iso: string) => string;
}

function Side({ outermost, extremes: [first, second], isRanked, level, minutePath }: SideProps) {
  if (outermost === null || first === undefined || second === undefined)
    return (
      <td colSpan={5}>
        <Hole>{nobodyOutermost(isRanked)}</Hole>
      </td>
    );
  const unsure = gapUncertainty(outermost.uncertainty);
  return (
    <>
      <td className="whitespace-nowrap">{venueName(first.venue)}</td>
      <td className="num">{formatPrice(first.price)}</td>
      <td className="whitespace-nowrap">
        <Link className="link" href={minutePath(first.minute)} prefetch={false}>
          <Time iso={first.minute} form="clock-first" />
        </Link>
      </td>
      <td className="whitespace-nowrap text-ink-2">
        {venueName(second.venue)} <span className="text-ink-3">{formatPrice(second.price)}</span>
      </td>
      <td className="num whitespace-nowrap">
        <Deviation ratio={outermost.gap} missing="" level={level} strong={outermost.wide} />
        {unsure !== undefined && <span className="block text-xs text-ink-3">{unsure}</span>}
      </td>
    </>
  );
}
