import type { Yardstick } from '../../domain/events/yardsticks';
import { count } from './numbers';

const NAMES: Readonly<Record<Yardstick, string>> = {
  'index-median': '指數：偏離中位數 5 %',
  'index-clamp': '指數限幅：3 %（BTC、ETH 為 1 %）',
  'luld-5': '漲跌停機制（LULD）：5 %',
  'luld-10': '漲跌停機制（LULD）：10 %',
  'clearly-erroneous': '明顯錯誤成交：10、5、3 %',
};
export const yardstickName = (yardstick: Yardstick): string => NAMES[yardstick];

const RULES: Readonly<Record<Yardstick, string>> = {
  'index-median':
    '某來源的價格偏離所有來源的中位數超過 5 % 時，其在 Binance 合約價格指數中的權重為 0；若有多個來源如此，則採用中位數。來源：Binance，合約價格指數常見問題。',
  'index-clamp':
    '某來源偏離中位數超過 3 %（BTC 與 ETH：1 %）時，在 Binance 的指數中按其恰在該距離計算。來源：Binance，價格保護常見問題。',
  'luld-5': '第一級美股不得在參考價格上下 5 % 的區間之外成交。來源：美股漲跌停機制（LULD）計畫。',
  'luld-10': '第二級美股不得在參考價格上下 10 % 的區間之外成交。來源：美股漲跌停機制（LULD）計畫。',
  'clearly-erroneous':
    '若成交價偏離參考價格超過下列幅度，美國各交易所可撤銷該筆成交：25 USD 以下為 10 %，50 USD 以下為 5 %，更高者為 3 %。來源：美國各交易所的明顯錯誤成交規則。',
};
export const yardstickRule = (yardstick: Yardstick): string => RULES[yardstick];

export const yardstickChoice = {
  label: '以某一規則衡量深度',
  none: '無',
  caveat: '其他市場的衡量標準，並非此市場的規則。',
} as const;

export const beyondSentence = (beyond: number, all: number): string =>
  `${count(all)} 個偏離時段中，${count(beyond)} 個超出此標準。`;
