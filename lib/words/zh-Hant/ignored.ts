import type { Ignored } from '../../domain/ignored';
import type { MarketChoice } from '../../domain/question';
import { han } from '../han';
import { pairWords } from './market';
import { quoted, refusalWords } from './refusals';
import { venueList, venueName } from './venues';

const marketChosen = (asset: string, { venue, quote, kind }: MarketChoice): string =>
  `${venueName(venue)} ${pairWords({ market: `${asset}/${quote}`, kind })}`;

export function ignoredWords(ignored: Ignored): string {
  switch (ignored.kind) {
    case 'refused':
      return `${refusalWords(ignored.refusal)}。`;
    case 'unknown-name':
      return `${quoted(ignored.name)}不是此頁的參數。`;
    case 'repeated':
      return `${quoted(ignored.name)}重複給出；以第一個為準。`;
    case 'unknown-version':
      return `網址的版本${quoted(ignored.text)}未知；按第 ${String(ignored.readAs)} 版讀取。`;
    case 'unknown-method':
      return `計算方法的版本${quoted(ignored.text)}不可用；數字按第 ${String(ignored.readAs)} 版計算。`;
    case 'minute-outside-window':
      return '該分鐘在網址的時間範圍之外；改為顯示其前後各半小時。';
    case 'venues-without-data':
      return `沒有 ${venueList(ignored.venues)} 的 ${ignored.asset} 資料。`;
    case 'markets-without-data':
      return han`沒有${ignored.markets.map((choice) => marketChosen(ignored.asset, choice)).join('、')}的資料。`;
    case 'reference-venue-without-data':
      return `${venueName(ignored.venue)} 不能作為基準交易所：沒有其 ${ignored.asset} 現貨市場的資料。`;
    case 'bloc-without-data':
      return `沒有任何 ${ignored.asset}/${ignored.quote} 現貨市場的資料，因此比較所有計價貨幣的交易所。`;
    case 'highlight-without-data':
      return `無法突顯 ${venueName(ignored.venue)}：沒有其 ${ignored.asset} 資料。`;
    case 'lines-without-data':
      return `因缺少 ${ignored.asset} 資料而未畫成線：${venueList(ignored.venues)}。`;
  }
}
