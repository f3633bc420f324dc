import type { OtherLanguage } from '../languages';

/** Names, units of data and marks that every language writes as English does. */
const NAMES = new Set(
  `Binance Bitfinex Bitget Bithumb Bitstamp Bybit Coinbase Crypto com Gate Gemini HTX Kraken KuCoin Futures MEXC OKX Upbit USD COIN
  USDT USDC FDUSD KRW EUR BTC ETH SOL ATOM WBETH BNSOL USDE UTC SIMULATED Plumbline
  macOS OpenSSL PDF KST LULD FAQ JSON CSV UTF Excel PNG JPEG ZIP SVG SHA REST HTTP API URL Shift Enter Escape Esc Tab Ctrl Alt Home End RFC TradingView Wilder RSI MACD VWAP EMA SMA`.split(
    /\s+/,
  ),
);

const SCRIPTS: Readonly<Record<OtherLanguage, RegExp>> = {
  ko: /\p{Script=Hangul}/u,
  'zh-Hant': /\p{Script=Han}/u,
  'zh-Hans': /\p{Script=Han}/u,
};

/** Small words and units that no translation keeps. */
const SMALL = /(?<![\w/.'’-])(?:to|of|in|on|by|or|no|at|is|an|as|it|h|d|s)(?![\w/.'’-])/g;

/** What is typed: commands, words in quotation marks, `venue:V`, `from=…`. */
const TYPED = /npm run -s plumbline -- [^|]*|"[^"]*"|「[ \w:.-]*」|“[ \w:.-]*”|[\w/]*:[\w/:]+|\b\w+=(?:…|\w+)/g;

/** Every text among arguments that a sentence only passes on: a name, an address, a time, a sentence. */
function passedOn(given: unknown): readonly string[] {
  if (typeof given === 'string') return /[A-Z0-9/ ]/.test(given) ? [given] : [];
  return typeof given === 'object' && given !== null ? Object.values(given).flatMap(passedOn) : [];
}

/** The words of English in a text, but for names, code and what was passed on. */
export function englishIn(text: string, given: unknown): readonly string[] {
  const passed = [...passedOn(given)].sort((a, b) => b.length - a.length);
  const own = passed
    .reduce((left, one) => left.replaceAll(one, ' '), text.replace(/`[^`]*`/g, ' '))
    .replace(/\bvenue\b[^"\w]{0,4}"\w+"/g, ' ')
    .replace(TYPED, ' ')
    .replace(/\/[\w/?&=.:-]+|\b\w+\.json\b/g, ' ');
  const long = (own.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !NAMES.has(word));
  return [...long, ...(own.match(SMALL) ?? [])];
}

/** Frequent characters that one of the two ways of writing Chinese alone has; each stands in both lists at the same place. */
const TRADITIONAL =
  '個這來為對時間們說會過還沒樣開關頭問見現發經動長東車話學國當點從兩進實電氣與應無種業總條將體機結論記計設許該認識訊議調請證評詞試詳語誤課誰諾變讓財貨責買費貼資賣質購輸轉較輯軟載邊遠連運達違遲選遺郵鄰釋鎖錄錨錯鍵鏈鐘門閉閱閾陣陳陸階際隨險雖雙離難靜響頁項順須預領頻題額顏類顯風飛馬驗驟髒黃齊齡億價優儲內劑劇勢勞勵單區協參員啟喚嗎圍圖團圓場塊壓壞處備態慣憑懸戰據損換揚擁擇擊擔擱擴擷攜敗敘數斷暫曆書棄極構標檔檢櫃欄權歷歸殘毀決測溫滾滿漲濾滯漸潛爭獨獲獎環產畫異疊盡監盤確碼禮稱稅穩積窮竊筆節簡簽約級納純紙紅細終組絕給統絲綠維網緊線締編緩練縮織繞繪繼續纜聯聲聽職聖脫臨舉舊藝蓋藍虛號蟲術衝補裝視覽覺觀觸訂訓萬幣兌詢訪讀寫專僅傳側償減則剛創別況淨湊務堅夾審寬導尋嘗層屬歲帶幫廣庫廢張彈強徑徹執掃護報擬擺雜樹匯淺瀏熱狀狹礎競篩紀縱絡綜慮規討講譯談負賬趨軸適邏銷隱戶佔';
const SIMPLIFIED =
  '个这来为对时间们说会过还没样开关头问见现发经动长东车话学国当点从两进实电气与应无种业总条将体机结论记计设许该认识讯议调请证评词试详语误课谁诺变让财货责买费贴资卖质购输转较辑软载边远连运达违迟选遗邮邻释锁录锚错键链钟门闭阅阈阵陈陆阶际随险虽双离难静响页项顺须预领频题额颜类显风飞马验骤脏黄齐龄亿价优储内剂剧势劳励单区协参员启唤吗围图团圆场块压坏处备态惯凭悬战据损换扬拥择击担搁扩撷携败叙数断暂历书弃极构标档检柜栏权历归残毁决测温滚满涨滤滞渐潜争独获奖环产画异叠尽监盘确码礼称税稳积穷窃笔节简签约级纳纯纸红细终组绝给统丝绿维网紧线缔编缓练缩织绕绘继续缆联声听职圣脱临举旧艺盖蓝虚号虫术冲补装视览觉观触订训万币兑询访读写专仅传侧偿减则刚创别况净凑务坚夹审宽导寻尝层属岁带帮广库废张弹强径彻执扫护报拟摆杂树汇浅浏热状狭础竞筛纪纵络综虑规讨讲译谈负账趋轴适逻销隐户占';
/** Traditional characters whose simplified form traditional Chinese writes too, in other words. */
const TRADITIONAL_TOO = '後裡製鬆於準餘麼範築籤複託劃幾並';
const FOREIGN: Readonly<Record<OtherLanguage, ReadonlySet<string>>> = {
  ko: new Set(),
  'zh-Hant': new Set(Array.from(SIMPLIFIED)),
  'zh-Hans': new Set(Array.from(`${TRADITIONAL}${TRADITIONAL_TOO}`)),
};

/** What a translation may say in figures and marks alone. */
const IN_FIGURES = /^(?:and|or|to|at|on|in|of|by|as|zero|one|two|three|four|five|six|seven|eight|nine|ten)$/;

/** Digits that are read with a consonant at their end (영, 일, 삼, 육, 칠, 팔), and of these the ones after which 로 stands as after a vowel (일, 칠, 팔). */
const WITH_CONSONANT = /(?<=[013678])(?:는|가|를|와)(?!\p{Script=Hangul})|(?<=[036])로(?!\p{Script=Hangul})/u;
const WITH_VOWEL = /(?<=[2459])(?:은|이|을|과|으로)(?!\p{Script=Hangul})|(?<=[178])으로/u;
/** A space that no Latin letter or figure asks for, and a mark of Latin behind a character. */
const TORN = /[\p{Script=Han}，。、；：（）「」] [\p{Script=Han}，。、；：（）「」]|[\p{Script=Han}）」][,;:](?= |$)/u;
/** A character that meets a letter or a figure without the space that Chinese is printed with here. */
const JAMMED = /\p{Script=Han}[A-Za-z0-9+−±]|[A-Za-z0-9%]\p{Script=Han}/u;

/** What of a translation is spelled in a way its readers trip over: a particle that does not fit its figure, a space amid characters. */
export const spellingFault = (language: OtherLanguage, other: string): string | undefined =>
  (language === 'ko' ? [WITH_CONSONANT, WITH_VOWEL] : [TORN, JAMMED])
    .flatMap((fault) => fault.exec(other) ?? [])
    .map((found) => `misspelled: ${found}`)[0];

/** What of a translation is not in its language, `given`: the arguments of both, `code`: words that are names in it; undefined: nothing. */
export function scriptFault(
  language: OtherLanguage,
  english: string,
  other: string,
  given: unknown,
  code: readonly string[] = [],
): string | undefined {
  if (other === '' || english === '')
    return other === english ? undefined : other === '' ? 'empty' : 'said, where English is silent';
  if (englishIn(english, given).some((word) => !IN_FIGURES.test(word))) {
    if (other === english) return 'still English';
    if (!SCRIPTS[language].test(other)) return 'in no word of its own';
  }
  const left = englishIn(other, given).filter((word) => !code.includes(word));
  if (left.length > 0) return `English: ${left.join(' ')}`;
  const foreign = Array.from(other).filter((character) => FOREIGN[language].has(character));
  if (foreign.length > 0) return `of the other Chinese: ${foreign.join('')}`;
  return language !== 'ko' && SCRIPTS.ko.test(other) ? 'Hangul' : undefined;
}
