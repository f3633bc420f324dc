import type { ColumnsFlaw } from '../../api/columns/bytes';

export function columnsFlaw(flaw: ColumnsFlaw): string {
  switch (flaw.kind) {
    case 'not-columns':
      return '收到的不是欄位資料';
    case 'version':
      return `欄位資料為第 ${String(flaw.version)} 版，本頁面無法辨識`;
    case 'length':
      return `欄位資料長 ${String(flaw.came)} 位元組，但標示為 ${String(flaw.said)}`;
    case 'checksum':
      return '欄位資料在傳輸途中遭更動：校驗和不符';
    case 'content':
      return `欄位資料彼此不一致（${flaw.part}）`;
  }
}
