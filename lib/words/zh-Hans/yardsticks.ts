import type { Yardstick } from '../../domain/events/yardsticks';
import { count } from './numbers';

const NAMES: Readonly<Record<Yardstick, string>> = {
  'index-median': '指数：偏离中位数 5 %',
  'index-clamp': '指数限幅：3 %（BTC、ETH 为 1 %）',
  'luld-5': '涨跌停机制（LULD）：5 %',
  'luld-10': '涨跌停机制（LULD）：10 %',
  'clearly-erroneous': '明显错误成交：10、5、3 %',
};
export const yardstickName = (yardstick: Yardstick): string => NAMES[yardstick];

const RULES: Readonly<Record<Yardstick, string>> = {
  'index-median':
    '某来源的价格偏离所有来源的中位数超过 5 % 时，其在 Binance 合约价格指数中的权重为 0；若有多个来源如此，则采用中位数。来源：Binance，合约价格指数常见问题。',
  'index-clamp':
    '某来源偏离中位数超过 3 %（BTC 与 ETH：1 %）时，在 Binance 的指数中按其恰在该距离计算。来源：Binance，价格保护常见问题。',
  'luld-5': '第一级美股不得在参考价格上下 5 % 的区间之外成交。来源：美股涨跌停机制（LULD）计划。',
  'luld-10': '第二级美股不得在参考价格上下 10 % 的区间之外成交。来源：美股涨跌停机制（LULD）计划。',
  'clearly-erroneous':
    '若成交价偏离参考价格超过下列幅度，美国各交易所可撤销该笔成交：25 USD 以下为 10 %，50 USD 以下为 5 %，更高者为 3 %。来源：美国各交易所的明显错误成交规则。',
};
export const yardstickRule = (yardstick: Yardstick): string => RULES[yardstick];

export const yardstickChoice = {
  label: '以某一规则衡量深度',
  none: '无',
  caveat: '其他市场的衡量标准，并非此市场的规则。',
} as const;

export const beyondSentence = (beyond: number, all: number): string =>
  `${count(all)} 个偏离时段中，${count(beyond)} 个超出此标准。`;
