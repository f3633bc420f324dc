import { binaryOf, type Answer, type Ask } from '../profile';
import type { ContractMarket, SimulatedMarket } from '../scenario';
import { fileKey, kept, noSuchKey } from './files';
import { EAST_ASIA, hasEnded, spanOf } from './span';
import { contractsOf, tradesOfFile } from './tradeFile';
import { zipOf } from './zip';

const PATH =
  /^\/cdn\/okex\/traderecords\/trades\/(?:daily\/(?<day>\d{8})|monthly\/(?<month>\d{6}))\/(?<file>(?<instrument>[A-Z0-9]+-[A-Z0-9]+(?:-SWAP)?)-trades-(?<date>[\d-]+))\.zip$/;
const HEADER = 'instrument_name,trade_id,side,price,size,created_time\n';

interface Traded {
  readonly market: SimulatedMarket;
  readonly contract: ContractMarket['contract'] | undefined;
}

function tradedUnder(ask: Ask, instrument: string): Traded | undefined {
  const named = ({ venue, base, quote }: SimulatedMarket): boolean =>
    venue === 'okx' && `${base}-${quote}` === instrument.replace(/-SWAP$/, '');
  if (!instrument.endsWith('-SWAP')) {
    const market = ask.markets.find(named);
    return market === undefined ? undefined : { market, contract: undefined };
  }
  const market = ask.contracts.find((one) => one.kind === 'perp' && named(one));
  return market === undefined ? undefined : { market, contract: market.contract };
}

/**
 * `static.okx.com`: a zip of every trade of an instrument and a day or month of UTC+8, once that is over. A header line; ids count up by
 * one; milliseconds; size in base on spot, in contracts of the base on swaps.
 */
export function okxRecords(ask: Ask): Answer {
  const { day, month, file, instrument, date } = PATH.exec(ask.path)?.groups ?? {};
  const traded = instrument === undefined ? undefined : tradedUnder(ask, instrument);
  const span = date === undefined ? undefined : spanOf(date, EAST_ASIA);
  if (traded === undefined || span === undefined || file === undefined || !hasEnded(span, ask.nowMs))
    return noSuchKey(ask.path);
  if (date?.replaceAll('-', '') !== (day ?? month)) return noSuchKey(ask.path);
  const { market, contract } = traded;
  const zip = kept(ask, fileKey(ask, `okx ${file}`), () => {
    const lines = tradesOfFile(ask, market, span, ({ row, price }) => {
      const size = contract === undefined ? row.amountText : contractsOf(row.amount, contract.size);
      return `${instrument ?? ''},${String(row.index + 1)},${row.buyerTakes ? 'buy' : 'sell'},${price},${size},${String(Math.floor(row.timeUs / 1_000))}\n`;
    });
    return lines === undefined ? undefined : zipOf(`${file}.csv`, Buffer.concat([Buffer.from(HEADER), lines]));
  });
  return zip === undefined ? noSuchKey(ask.path) : binaryOf(zip, 'application/zip');
}
