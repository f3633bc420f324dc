import type { BrokenPermalink } from '../en/permalinks';
import { quoted, refusalWords } from './refusals';

export const earlierForm = (form: number, method: number): string =>
  `此網址採用第 ${String(form)} 版的形式：未指明基準時，價格與其他交易所的中位數比較。數字按計算方法第 ${String(method)} 版計算。`;

export function brokenPermalink(text: string, broken: BrokenPermalink): string {
  switch (broken.kind) {
    case 'not-an-address':
      return `${quoted(text)}不是網址；請給出如 /ATOM?v=3&m=2&from=…&to=… 的網址`;
    case 'broken-short-address':
      return `${quoted(text)}是不完整或在傳遞途中遭更改的短網址；請重新複製完整連結`;
    case 'no-asset':
      return `${quoted(text)}未指明資產；請給出如 /ATOM?v=3&m=2&from=…&to=… 的網址，或如 asset=ATOM&from=…&to=… 的查詢`;
    case 'two-assets':
      return `${quoted(text)}在路徑與查詢中各指明了一種資產；請刪去其中之一`;
    case 'no-window':
      return '網址未指明時間範圍；請加上 from=…&to=…，以 UTC 分鐘表示，如 2025-10-10T20:00Z';
    case 'given-twice':
      return refusalWords(broken);
  }
}
