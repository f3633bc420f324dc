import type { AuditAnswer, AuditFill, AuditSum, SharedAudit } from '../../api/audit';
import type { Pseudonyms } from '../../claims/audit/pseudonyms';
import { DEFAULT_MIN_PEERS } from '../../domain/method';
import { stepOf } from '../../charts/curves/step';
import { curvesPng } from '../../evidence/pdf/curvesPng';
import { pageMark } from '../../evidence/pdf/frame';
import { statementPdf, type StatementSection } from '../../evidence/pdf/statementPdf';
import { curveEnd } from '../../words/auditCurve';
import { episodeName } from '../../words/auditEpisode';
import { besideLines, fileLine } from '../../words/auditLeftOut';
import {
  auditCurves,
  auditFile,
  auditLimits,
  auditHead,
  auditShare,
  auditTables,
  auditTotals,
  officialRule,
} from '../../words/auditPage';
import { sharedText } from '../../words/auditSharedText';
import { marketLabel } from '../../words/market';
import { count, formatRatio } from '../../words/numbers';
import { pictureTranslation } from '../../words/picture';
import { speech } from '../../words/spoken';
import { usd } from '../../words/usdText';
import { workedExample } from '../../words/workedExample';

/** Rows of a table on paper; every fill is in the CSV. */
const MOST_ROWS = 60;

type Names = Pick<Pseudonyms, 'accounts' | 'files'>;

/** An audit with amounts as a document, in the language spoken; it is its owner's. */
export function statementOfAudit(answer: AuditAnswer, names: Names): Promise<Buffer> {
  const nameOf = (file: string): string => names.files[Number(file) - 1]?.name ?? file;
  return documentOf(
    answer,
    auditHead.title,
    [auditHead.lead, auditTotals.rests],
    [
      {
        head: auditFile.title,
        facts: answer.files.map((one, i) => {
          const { file, format, zone, fills, rows } = one;
          const line = auditShare.file(file, within(auditFile.formats, format) ?? format, fills, rows);
          return [names.files[i]?.name ?? file, fileLine(one, `${line}${zone === null ? '' : `, ${zone}`}`, nameOf)];
        }),
        texts: besideLines(answer.ordersBesideTrades),
      },
      {
        head: auditTotals.title,
        facts: [
          [auditTotals.net, inUsd(answer.total.net)],
          [auditTotals.worse, inUsd(answer.total.worse)],
          [auditTotals.better, inUsd(answer.total.better)],
          ...Object.entries(answer.total.unmeasured).map(
            ([why, fills]) =>
              [auditTotals.unmeasured, `${within(auditTotals.reasons, why) ?? why} (${count(fills)})`] as const,
          ),
          ...Object.entries(answer.total.fees).map(
            ([currency, amount]) =>
              [auditTotals.fees, `${amount} ${currency === '' ? auditTotals.noCurrency : currency}`] as const,
          ),
          ...(answer.total.unreadFees === 0
            ? []
            : [[auditTotals.fees, auditTotals.unreadFees(answer.total.unreadFees)] as const]),
        ],
        texts: sentences(answer.total),
      },
      ...curveSections(answer),
      ...ruleSections(answer),
      parts(auditTables.assets, auditTables.asset, answer.assets, ({ asset }) => asset),
      ...(answer.episodes.length === 0
        ? []
        : [parts(auditTables.episodes, auditTables.episode, answer.episodes, episodeName)]),
      ...(answer.accounts.length < 2
        ? []
        : [parts(auditTables.accounts, auditTables.account, answer.accounts, ({ account }) => account)]),
      {
        head: auditTables.fills,
        texts: [auditTables.fillsLead],
        table: {
          head: [
            auditTables.time,
            auditTables.market,
            auditTables.quantity,
            auditTables.price,
            auditTables.deviation,
            auditTables.money,
          ].map(flat),
          rows: answer.fills
            .filter(({ money }) => money !== null)
            .slice(0, MOST_ROWS)
            .map(fillRow),
          more: undefined,
        },
      },
      limits(answer),
    ],
  );
}

/** The same without amounts: what the text says that others may see. */
export function sharedStatement(shared: SharedAudit): Promise<Buffer> {
  const [head = auditShare.title, ...texts] = sharedText({
    ...shared,
    simulated: false,
    reconstructed: false,
    days: [],
  })
    .split('\n')
    .filter((line) => line !== '');
  return documentOf(shared, head, [], [{ head: auditTotals.title, texts }, limits(shared)]);
}

/** A sum; a dash where nothing was added up. */
const sumText = (money: string | null): string => (money === null ? '–' : usd(money));
const inUsd = (money: string | null): string => (money === null ? '–' : `${usd(money)} USD`);

const within = <T>(texts: Readonly<Partial<Record<string, T>>>, key: string): T | undefined => texts[key];
/** Heads of columns break lines on a page. */
const flat = (head: string): string => head.replaceAll('\n', ' ');

function documentOf(
  { simulated, reconstructed, days }: Pick<AuditAnswer, 'simulated' | 'reconstructed' | 'days'>,
  heading: string,
  lead: readonly string[],
  sections: readonly StatementSection[],
): Promise<Buffer> {
  const { language } = speech();
  const marked = { isSimulated: simulated, isReconstructed: reconstructed };
  const mark = pageMark(marked);
  const last = days
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return statementPdf({
    title: [...(mark === undefined ? [] : [mark.stamp]), heading].join(' · '),
    heading,
    language,
    // The day of what it is about, not of whoever makes it.
    at: new Date(last === undefined ? 0 : Date.parse(last)),
    ...marked,
    lead: [
      ...(reconstructed ? [workedExample.notice] : []),
      ...lead,
      ...(language === 'en' ? [] : [pictureTranslation.note]),
    ],
    sections,
  });
}

const sentences = (sum: AuditSum): readonly string[] => [
  auditTotals.measured(sum.measured, sum.fills),
  ...(sum.weak > 0 ? [auditTotals.weak(sum.weak, inUsd(sum.onWeakRates))] : []),
  ...(sum.withinRate > 0 ? [auditTotals.within(sum.withinRate)] : []),
  ...(sum.outsideCandle > 0 ? [auditTotals.outside(sum.outsideCandle)] : []),
  ...(sum.liquidations + sum.adl > 0 ? [auditTotals.flags(sum.liquidations, sum.adl)] : []),
];

function curveSections({ curves, simulated, reconstructed }: AuditAnswer): readonly StatementSection[] {
  const described = curveEnd(auditCurves.together, curves.together);
  if (described === undefined) return [];
  const png = curvesPng({
    steps: curves.together.map(stepOf),
    stepMinutes: curves.stepMinutes,
    simulated,
    reconstructed,
    isHidden: false,
    names: auditCurves,
  });
  const steps = curves.stepMinutes === 1 ? [] : [auditCurves.step(curves.stepMinutes)];
  return [
    { head: auditCurves.title, texts: [auditCurves.lead, ...steps, described], picture: { png, alt: described } },
  ];
}

function ruleSections({ total, officialRule: rule }: AuditAnswer): readonly StatementSection[] {
  if (total.liquidations === 0) return [];
  const all = rule.paid + rule.outside + rule.unknown;
  return [
    {
      head: officialRule.title,
      texts: [officialRule.says, ...(rule.unknown > 0 ? [officialRule.unknown(rule.unknown)] : [])],
      facts: [
        [officialRule.paid, `${inUsd(rule.money)} · ${officialRule.fills(rule.paid)}`],
        [
          officialRule.outside,
          [
            inUsd(rule.outsideMoney),
            officialRule.fills(rule.outside),
            ...(rule.outside === 0 ? [] : [auditTotals.measured(rule.outsideMeasured, rule.outside)]),
          ].join(' · '),
        ],
      ],
      table: {
        head: [auditTables.time, auditTables.market, auditTables.price, officialRule.byRule, officialRule.byAudit].map(
          flat,
        ),
        rows: rule.fills
          .slice(0, MOST_ROWS)
          .map((fill) => [clock(fill), marketOf(fill), fill.price, ruled(fill.officialRule), sumText(fill.money)]),
        more: all > MOST_ROWS ? officialRule.first(MOST_ROWS, all) : undefined,
      },
    },
  ];
}

const ruled = (by: string | null): string =>
  by === null || by === 'unknown' ? officialRule.notStored : by === 'outside' ? officialRule.outsideHours : usd(by);

const clock = ({ time }: AuditFill): string => time.slice(0, 19).replace('T', ' ');
const marketOf = ({ venue, market, kind, symbol, side }: AuditFill): string =>
  `${venue === null || market === null || kind === null ? symbol : marketLabel({ venue, market, kind })}, ${auditTables.sides[side]}`;

const fillRow = (fill: AuditFill): readonly string[] => [
  clock(fill),
  marketOf(fill),
  fill.quantity,
  fill.price,
  fill.deviation === null ? '–' : formatRatio(fill.deviation),
  sumText(fill.money),
];

const parts = <Part extends AuditSum>(
  head: string,
  name: string,
  list: readonly Part[],
  nameOf: (part: Part) => string,
): StatementSection => ({
  head,
  table: {
    head: [name, auditTables.count, auditTables.worse, auditTables.better, auditTables.net].map(flat),
    rows: list
      .slice(0, MOST_ROWS)
      .map((part) => [nameOf(part), count(part.fills), ...[part.worse, part.better, part.net].map(sumText)]),
    more: undefined,
  },
});

/** What it rests on, and what it does not say; the digests of the minutes compared. */
const limits = ({ days }: Pick<AuditAnswer, 'days'>): StatementSection => ({
  head: auditLimits.title,
  texts: [
    auditLimits.peers(DEFAULT_MIN_PEERS),
    auditLimits.orders,
    auditLimits.midnight,
    auditLimits.cause,
    auditLimits.digests,
  ],
  facts: days.map(({ book, day, digest }) => [`${book} ${day}`, digest] as const),
});
