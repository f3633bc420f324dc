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
      return `${quoted(ignored.name)}不是此页的参数。`;
    case 'repeated':
      return `${quoted(ignored.name)}重复给出；以第一个为准。`;
    case 'unknown-version':
      return `网址的版本${quoted(ignored.text)}未知；按第 ${String(ignored.readAs)} 版读取。`;
    case 'unknown-method':
      return `计算方法的版本${quoted(ignored.text)}不可用；数字按第 ${String(ignored.readAs)} 版计算。`;
    case 'minute-outside-window':
      return '该分钟在网址的时间范围之外；改为显示其前后各半小时。';
    case 'venues-without-data':
      return `没有 ${venueList(ignored.venues)} 的 ${ignored.asset} 数据。`;
    case 'markets-without-data':
      return han`没有${ignored.markets.map((choice) => marketChosen(ignored.asset, choice)).join('、')}的数据。`;
    case 'reference-venue-without-data':
      return `${venueName(ignored.venue)} 不能作为基准交易所：没有其 ${ignored.asset} 现货市场的数据。`;
    case 'bloc-without-data':
      return `没有任何 ${ignored.asset}/${ignored.quote} 现货市场的数据，因此比较所有计价货币的交易所。`;
    case 'highlight-without-data':
      return `无法突出显示 ${venueName(ignored.venue)}：没有其 ${ignored.asset} 数据。`;
    case 'lines-without-data':
      return `因缺少 ${ignored.asset} 数据而未画为线：${venueList(ignored.venues)}。`;
  }
}
