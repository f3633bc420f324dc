import type { Language } from './languages';

/** Words that say whose fault something is, or why it was done, by their beginnings; no text of a pack has one, but for what it quotes. */
const ACCUSING: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:manipulat|fault|cheat|fraud|liab|illegal|unlawful|blam|victim|scam|negligen|abus|crim(?:e|inal)|guilt|wrong|misconduct|malic|collu|st[eo]l[ae]n?\b|theft|rigg|suspicio|mislead|wil{1,2}ful|intentional|culprit|perpetrat|accus|violat|dishonest|predat|deceiv|decept|damages|caus)/giu,
  ko: /조작|과실|사기|불법|위법|책임|피해|비난|잘못|고의|범죄|속임|속였|기만|악의|유죄|절도|가해|태만|배상|혐의|위반|부정행위|때문/gu,
  'zh-Hant':
    /操縱|過失|過錯|欺|詐|舞弊|違法|非法|違規|責任|受害|歸咎|指責|罪|疏忽|惡意|蓄意|故意|作弊|騙|賠償|嫌疑|侵害|導致/gu,
  'zh-Hans':
    /操纵|过失|过错|欺|诈|舞弊|违法|非法|违规|责任|受害|归咎|指责|罪|疏忽|恶意|蓄意|故意|作弊|骗|赔偿|嫌疑|侵害|导致/gu,
};

/** The accusing words of a text, each once, in any of the languages: a text in one may quote another. */
export const accusingIn = (text: string): readonly string[] => [
  ...new Set(Object.values(ACCUSING).flatMap((words) => text.match(words) ?? [])),
];
