'use client';

import { useState } from 'react';
import type { AuditAnswer, AuditFill } from '@/lib/api/audit';
import { auditTables, auditTotals } from '@/lib/words/auditPage';
import { certaintyWords } from '@/lib/words/certainty';
import { count, formatPrice } from '@/lib/words/numbers';
import { Deviation, Figure, Hole, VenueMarket } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { Amount } from './Amount';

/** Rows shown at first, and with each press. */
const FIRST_ROWS = 20;
const MORE_ROWS = 100;
/** Where all columns have room. */
const WIDE = 'max-lg:hidden';

/** The fills of the largest sums; on a phone time, market and money. */
export function FillTable({ fills, isHidden }: Pick<AuditAnswer, 'fills'> & { readonly isHidden: boolean }) {
  const [most, setMost] = useState(FIRST_ROWS);
  const several = new Set(fills.map(({ file }) => file)).size > 1;
  const left = fills.length - most;
  return (
    <Section id="fills" title={auditTables.fills} lead={auditTables.fillsLead}>
      <Scroller label={auditTables.fills}>
        <table className="sheet">
          <thead>
            <tr>
              <NumberHead className={WIDE}>{auditTables.line}</NumberHead>
              <Head isTime>{auditTables.time}</Head>
              <Head>{auditTables.market}</Head>
              <NumberHead className={WIDE}>{auditTables.quantity}</NumberHead>
              <NumberHead className={WIDE}>{auditTables.price}</NumberHead>
              <NumberHead className={WIDE}>{auditTables.candle}</NumberHead>
              <NumberHead className={WIDE}>{auditTables.reference}</NumberHead>
              <NumberHead className="max-sm:hidden">{auditTables.deviation}</NumberHead>
              <NumberHead>{auditTables.money}</NumberHead>
            </tr>
          </thead>
          <tbody>
            {fills.slice(0, most).map((fill) => (
              <Row key={`${fill.file} ${String(fill.line)}`} fill={fill} isHidden={isHidden} withFile={several} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {left > 0 && (
        <button
          type="button"
          className="button mt-3 print:hidden"
          onClick={() => {
            setMost(most + MORE_ROWS);
          }}
        >
          {auditTables.more(Math.min(left, MORE_ROWS))}
        </button>
      )}
    </Section>
  );
}

const reasonOf = (why: string | null): string => {
  const reasons: Readonly<Partial<Record<string, string>>> = auditTotals.reasons;
  return why === null ? certaintyWords('within-rate') : (reasons[why] ?? why);
};

interface RowProps {
  readonly fill: AuditFill;
  readonly isHidden: boolean;
  readonly withFile: boolean;
}

function Row({ fill, isHidden, withFile }: RowProps) {
  const { venue, market, kind } = fill;
  return (
    <tr>
      <td className={`num text-ink-3 ${WIDE}`}>
        {withFile && <span className="block max-w-32 text-xs wrap-anywhere">{fill.file}</span>}
        {count(fill.line)}
      </td>
      <th scope="row">
        <Time iso={`${fill.time.slice(0, 19)}Z`} withSeconds />
      </th>
      <td>
        {venue === null || market === null || kind === null ? (
          fill.symbol
        ) : (
          <VenueMarket venue={venue} market={market} kind={kind} />
        )}
        <span className="block text-ink-2">
          {auditTables.sides[fill.side]}
          {fill.flag !== null && <strong className="font-semibold"> · {auditTables.flags[fill.flag]}</strong>}
          {fill.order && <> · {auditTables.order}</>}
        </span>
      </td>
      <td className={`num ${WIDE}`}>{isHidden ? <Hole>{auditTables.hidden}</Hole> : fill.quantity}</td>
      <td className={`num ${WIDE}`}>{fill.price}</td>
      <td className={`num ${WIDE}`}>
        {fill.candleLow === null || fill.candleHigh === null ? (
          <Hole>–</Hole>
        ) : (
          `${formatPrice(fill.candleLow)} – ${formatPrice(fill.candleHigh)}`
        )}
        {fill.insideCandle === false && <span className="block font-semibold text-caution">{auditTables.outside}</span>}
      </td>
      <td className={`num ${WIDE}`}>
        <Figure value={fill.reference} format={formatPrice} missing="–" />
      </td>
      <td className="num max-sm:hidden">
        <Deviation ratio={fill.deviation} missing="–" />
        {fill.certainty === 'weak' && <span className="block text-caution">{certaintyWords('weak')}</span>}
      </td>
      <td className="num [&_.hole]:!whitespace-normal">
        {fill.money === null ? <Hole>{reasonOf(fill.missing)}</Hole> : <Amount text={fill.money} isHidden={isHidden} />}
      </td>
    </tr>
  );
}
