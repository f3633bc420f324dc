import type { ClaimedLoss } from '../en/workedExample';
import { count } from './numbers';
import { codeOf } from '../typed';

const lossWords = ({ asset, loss }: ClaimedLoss): string => `${count(loss)} USDT（${asset}）`;

export const workedExample = {
  title: '所公布内容的示例',
  label: '重新构成的示例',
  lead: (losses: readonly ClaimedLoss[]): string =>
    `索赔方公布了当日的经过：05:12 至 07:02 UTC+8（21:12 至 23:02 UTC）委托被拒绝，损失约 ${losses.map(lossWords).join('、')}。这里有含有这些数字的文件，在您的浏览器中对照已存储的 K 线打开，显示本站如何计算这样的文件。`,
  notice:
    '没有任何交易所导出过这些文件。时间、代码与损失是索赔方的数字，本站没有确认。时刻、价格、数量与委托编号均为虚构，每一行都有注明。下面的数字来自虚构的行，不能证明任何事。',
  get perpetuals(): string {
    return `其中的成交属于永续合约。没有存储时不显示数字：${codeOf('ingest DOGE XRP --kinds spot,perp --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z')} 可获取。`;
  },
  openFills: '打开示例',
  openLog: '打开示例的委托记录',
  fills: '成交 CSV',
  orders: '委托记录 JSON',
  failed: '无法获取示例文件。请重新打开此页。',
} as const;
