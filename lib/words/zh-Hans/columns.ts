import type { ColumnsFlaw } from '../../api/columns/bytes';

export function columnsFlaw(flaw: ColumnsFlaw): string {
  switch (flaw.kind) {
    case 'not-columns':
      return '收到的不是列数据';
    case 'version':
      return `列数据为第 ${String(flaw.version)} 版，本页面无法识别`;
    case 'length':
      return `列数据长度为 ${String(flaw.came)} 字节，但标注为 ${String(flaw.said)}`;
    case 'checksum':
      return '列数据在传输途中被更改：校验和不符';
    case 'content':
      return `列数据彼此不一致（${flaw.part}）`;
  }
}
