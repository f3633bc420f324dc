import { codeOf } from '../typed';
import { count, utc } from './numbers';

export const orderLogHead = {
  title: '您的委托记录中的拒绝',
  lead: '请选择交易程序写下的记录（CSV、JSON 或文字）。拒绝按分钟、按代码、按类计数：没有送达的请求，以及交易所拒绝的委托。',
  kept: '文件留在您的设备上。浏览器自行读取文件，不向本站发送任何内容。',
} as const;

export const logPicker = {
  label: '您的委托记录文件',
  drop: '将文件拖放到这里，或',
  dropNow: '放开即开始读取',
  choose: '选择文件',
  another: '选择其他文件',
  formats: '含时间的记录：CSV、JSON（每行一个对象）或文字',
  get noScript(): string {
    return `本页需要脚本，浏览器才能读取文件。若无法使用，请运行 ${codeOf('orderlog FILE')}。`;
  },
} as const;

export const logProblems = {
  noTime: '各行开头没有时间。',
  get unreadable(): string {
    return `这个浏览器无法读取文件。请使用较新的版本，或在命令行运行 ${codeOf('orderlog FILE')}。`;
  },
  reading: '正在读取文件…',
  progress: '读取进度',
} as const;

export const logFileWords = {
  title: '文件的读取方式',
  guessed: '以下按前几行推测，请检查。',
  asks: '请选择文件没有说明的内容：',
  format: '格式',
  formats: { json: 'JSON', csv: 'CSV', text: '文字' },
  zone: '文件的时区',
  choose: '请选择',
  ownZone: '每个时间都注明时区',
  ofHead: '按列名称',
  noCheck: '时区选错时，价格看不出来。请与您记得的一笔比较。',
  year: '年',
  time: '时间',
  code: '代码',
  none: '无',
  firstLines: '前几行',
} as const;

export const logTotals = {
  title: '合计',
  rejected: '拒绝',
  rate: '拒绝比例',
  noRate: '未知',
  noRateWhy: '记录中没有成功：可能只写下错误，因此尝试次数未知。',
  reduceOnly: '拒绝，只减仓',
  attempts: (rejected: number, attempts: number): string => `${count(attempts)} 次尝试中的 ${count(rejected)} 次。`,
  longest: '没有成功的最长一段',
  run: (attempts: number): string => `${count(attempts)} 次尝试`,
  openRun: '这一段到记录的开始或结束为止。',
  withoutCode: (entries: number, errors: number): string =>
    `${count(entries)} 笔既没有代码也没有成功，其中 ${count(errors)} 笔提到错误。`,
  beyond: (attempts: number): string => `其余分钟的 ${count(attempts)} 次尝试只在合计中。`,
  cause: '这些是次数，不说明原因，也不说明是谁造成的。',
  twice: '同一委托若写成多笔，每笔都会计入。',
  sameAs: (file: string, other: string): string => `文件 ${file} 与 ${other} 的内容完全相同，不再计入。`,
  unended: (file: string, line: number): string =>
    `文件 ${file} 第 ${count(line)} 行之后没有换行：该行可能不完整，按读到的计算。`,
  saveCsv: '保存各分钟（CSV）',
  saveMarkdown: '保存结果（文字）',
  saveJson: '保存结果（JSON）',
} as const;

export const logLayers = {
  title: '按代码',
  lead: '传输：请求或回复没有送达。规则：交易所按其规则或风险控制拒绝委托。未知：本表没有此代码。',
  transport: '传输',
  business: '规则',
  unknown: '未知',
  code: '代码',
  layer: '类',
  count: '拒绝',
  says: '发布者的名称',
  sources: '来源',
} as const;

export const logMinutes = {
  title: '按分钟',
  lead: '有拒绝的分钟。',
  time: '时间，UTC',
  accepted: '成功',
  codes: '代码',
  more: (more: number): string => `再显示 ${count(more)} 笔`,
} as const;

export const logLines = {
  title: '无法读取的行',
  lead: (flawed: number, lines: number): string => `${count(lines)} 行中的 ${count(flawed)} 行。这些行不计入次数。`,
  file: '文件',
  line: '行',
  what: '问题',
  text: '文件中的内容',
  flaws: {
    'too-long': '行太长',
    encoding: '不是 UTF-8，请将文件保存为 UTF-8',
    quotes: '引号没有结束',
    cells: '单元格缺少或太多',
    'not-json': '不是 JSON',
    'no-time': '没有时间',
    time: '不是时间',
    year: '没有年',
    zone: '没有时区',
  },
} as const;

export const logStrip = {
  title: '您的委托记录：每分钟的拒绝',
  own: '来自您的文件，只在这个标签页中，不在任何网址中，也不在 Plumbline 的任何图片、文件或数据包中。',
  show: '显示在这个标签页的图表下方',
  shown: '已显示在这个标签页的图表下方。',
  open: '打开事件',
  remove: '移除',
  below: '线下：只减仓',
  inWindow: '这段时间',
  inLog: '整个记录',
  none: '这段时间没有拒绝。',
  venue: '偏离时段所属交易所',
  minute: (iso: string, rejected: number, reduceOnly: number, accepted: number): string =>
    `${utc(iso)} UTC：拒绝 ${count(rejected)} 次（只减仓 ${count(reduceOnly)} 次），成功 ${count(accepted)} 次`,
  together: (both: number, rejected: number, episode: number): string =>
    `有拒绝的 ${count(rejected)} 分钟中，有 ${count(both)} 分钟在这些偏离时段的 ${count(episode)} 分钟之内。`,
  lead: (minutes: number): string =>
    minutes === 0
      ? '第一次拒绝与第一个偏离时段在同一分钟开始。'
      : minutes > 0
        ? `第一次拒绝比第一个偏离时段早 ${count(minutes)} 分钟。`
        : `第一次拒绝比第一个偏离时段开始晚 ${count(-minutes)} 分钟。`,
  lag: (minutes: number): string =>
    minutes === 0
      ? '最后一次拒绝在最后一个偏离时段的最后一分钟。'
      : minutes > 0
        ? `最后一次拒绝比最后一个偏离时段的最后一分钟早 ${count(minutes)} 分钟。`
        : `最后一次拒绝比最后一个偏离时段的最后一分钟晚 ${count(-minutes)} 分钟。`,
  cause: '这是时间的先后，不是原因。',
} as const;
