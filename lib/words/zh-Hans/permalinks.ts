import type { BrokenPermalink } from '../en/permalinks';
import { quoted, refusalWords } from './refusals';

export const earlierForm = (form: number, method: number): string =>
  `此网址采用第 ${String(form)} 版的形式：未指明基准时，价格与其他交易所的中位数比较。数字按计算方法第 ${String(method)} 版计算。`;

export function brokenPermalink(text: string, broken: BrokenPermalink): string {
  switch (broken.kind) {
    case 'not-an-address':
      return `${quoted(text)}不是网址；请给出如 /ATOM?v=3&m=2&from=…&to=… 的网址`;
    case 'broken-short-address':
      return `${quoted(text)}是不完整或在传递途中被更改的短网址；请重新复制完整链接`;
    case 'no-asset':
      return `${quoted(text)}未指明资产；请给出如 /ATOM?v=3&m=2&from=…&to=… 的网址，或如 asset=ATOM&from=…&to=… 的查询`;
    case 'two-assets':
      return `${quoted(text)}在路径与查询中各指明了一种资产；请删去其中之一`;
    case 'no-window':
      return '网址未指明时间范围；请加上 from=…&to=…，以 UTC 分钟表示，如 2025-10-10T20:00Z';
    case 'given-twice':
      return refusalWords(broken);
  }
}
