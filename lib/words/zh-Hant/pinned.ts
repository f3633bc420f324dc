import { count } from './numbers';

export const pinnedNotice = {
  label: '固定網址',
  waiting: '正在將資料與此網址中的摘要值比較。',
  same: '所示數字即此網址中摘要值所指的數字。',
  sameMinute: '這一分鐘的數字即此網址中摘要值所指的數字，但摘要值不涵蓋整個時間範圍。',
  changed: '此網址產生之後，其資料已變更。',
  changedText: '本頁顯示目前的數字。以下列出每一處差異，先前與目前並列。',
  parameters: '此處計算此網址所用的規則與其摘要值的規則不同。',
  parametersText: '摘要值中不同的各行列於下方。',
  notFound: '此處目前與先前儲存的資料，均得不出此網址中的摘要值。',
  notFoundText:
    '摘要值可能來自其他站台、本程式的其他版本或其他資產登記，或來自從未儲存於此處的資料。當時的圖片或資料包會列明其計算所依據的資料。',
  tooMany: '此處現存的資料與所比較的較早狀態，均不符合此網址中的摘要值。',
  looked: (states: number): string => `已比較的先前資料版本數，由最新起：${count(states)}。`,
  more: '另有已儲存而未比較的版本。',
  presentShown: '本頁顯示目前的數字。',
  asItWas: '顯示當時的內容',
  answer: '所有差異，JSON',
} as const;

export const pinnedRules = { name: '摘要值的行', was: '先前', now: '目前' } as const;

export const pinnedLink = {
  copy: '複製固定網址',
  copied: '已複製固定網址',
  term: '固定網址',
  hint: '含有這些數字的摘要值的網址。若其資料日後變更，其頁面會說明何處變更，並顯示當時的內容。',
} as const;
