import { count } from './numbers';
import { codeOf } from '../typed';

/** In USDT. */
export interface ClaimedLoss {
  readonly asset: string;
  readonly loss: number;
}

const lossWords = ({ asset, loss }: ClaimedLoss): string => `${count(loss)} USDT (${asset})`;

/** The published account as a worked example. Claims are their publisher's; what is invented is said to be so. */
export const workedExample = {
  title: 'A worked example of the published account',
  label: 'Reconstructed example',
  /** On the page of the event. */
  lead: (losses: readonly ClaimedLoss[]): string =>
    `Claimants published an account of this day: orders refused from 05:12 to 07:02 UTC+8 (21:12 to 23:02 UTC), and losses of about ${losses.map(lossWords).join(' and ')}. Here are files with these figures, opened in your browser over the stored candles, to show what this site computes from such files.`,
  /** Over its figures. */
  notice:
    'No exchange exported these files. The hours, codes and losses are the claimants’; nothing here confirms them. Times, prices, quantities and order numbers are invented, and every row says so. The figures below come from invented rows and are evidence of nothing.',
  get perpetuals(): string {
    return `Its fills are of perpetuals. Where these are not stored, no figure is shown: ${codeOf('ingest DOGE XRP --kinds spot,perp --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z')} brings them in.`;
  },
  openFills: 'Open the worked example',
  openLog: 'Open its order log',
  fills: 'Fills as CSV',
  orders: 'Order log as JSON',
  failed: 'The file of the example could not be fetched. Load this page again.',
} as const;
