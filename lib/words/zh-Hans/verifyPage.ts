import { codeOf } from '../typed';
import { count, utc } from './numbers';

export const verifyHead = {
  title: '验证图片或数据包',
  lead: '请选择由 Plumbline 生成的图片（PNG 或 JPEG）或数据包（ZIP）。本页检查其封印，并将内容与此处存储的数据比较。',
  kept: '文件留在您的设备上。浏览器自行读取文件并计算哈希值，只将文件中的网址发送给本站。',
} as const;

export const filePicker = {
  label: '要验证的文件',
  drop: '将文件拖放到这里，或',
  dropNow: '放开即开始验证',
  choose: '选择文件',
  another: '验证另一个文件',
  limit: (mostMb: number): string => `PNG、JPEG 或 ZIP，最大 ${String(mostMb)} MB`,
  get noScript(): string {
    return `本页需要脚本，浏览器才能读取文件。若无法使用，请运行 ${codeOf('verify FILE')}。`;
  },
} as const;

export const verifyStages = {
  reading: (file: string): string => `正在读取 ${file}…`,
  comparing: '正在与存储的数据比较…',
  progress: '比较进度',
} as const;

export const unreadableFile = {
  empty: '文件是空的。请选择图片（PNG 或 JPEG）或数据包（ZIP）。',
  'file-too-large': '文件比 Plumbline 的任何图片或数据包都大。请选择导出时的原文件。',
  neither: '文件不是 PNG、JPEG 或 ZIP。请将图片保存为 PNG 或 JPEG，再重新选择。',
  damaged: '文件已损坏或不完整。请向发送者重新获取。',
  'too-large': '图片的像素超过本页可读取的数量。请保存为较小的图片，再重新选择。',
  pack: '这个 ZIP 是证物包。请解开后选择其中一个证物的 `picture.png`。`README.txt` 写明整体如何核对。',
  'unpacks-large': 'ZIP 解开后比 Plumbline 的任何数据包都大。请向发送者重新获取。',
  names: 'ZIP 内有 Plumbline 数据包不会有的文件名。请向发送者重新获取。',
  'packed-otherwise': 'ZIP 的压缩方式与 Plumbline 的数据包不同。请获取导出时的原文件。',
  get here(): string {
    return `这个浏览器无法读取该文件。请使用较新的版本，或在命令行运行 ${codeOf('verify FILE')}。`;
  },
} as const;

export const verdictWords = {
  identical: {
    name: '相同',
    says: '同一网址现在给出相同的数据与相同的像素。',
    next: '打开该网址，可查看每一分钟、其来源，以及如何向交易所查询同一分钟。',
  },
  'same-data': {
    name: '数据相同',
    says: '同一网址现在给出相同的数据，但本站画出的像素不同：版本或附注不同。',
    next: '打开该网址，可查看现在如何画出同样的数据。文件的像素由封印保证。',
  },
  changed: {
    name: '现在的数据不同',
    says: '此处存储的 K 线与制作该文件时的 K 线不同。',
    next: '若此处仍存有制作该文件时的数据，请在下方与现在存储的数据比较。',
  },
  parameters: {
    name: '参数不同',
    says: '本站以不同的参数计算该网址：计算方法的版本、资产列表或别名列表不同。',
    next: '请比较下列参数，并打开该网址查看以现行参数计算的结果。',
  },
  'not-compared': {
    name: '未能比较',
    says: '无法与存储的数据比较。',
    next: '请在文件所示网址的网站验证。',
  },
  'unknown-signer': {
    name: '未知的签名者',
    says: '封印与文件相符，但其密钥不是本站的。',
    next: '请从文件所示网址的网站，而不是从发送者，获取密钥列表，并在其中查找此密钥。',
  },
  altered: {
    name: '已更改',
    says: '文件与封印时不同。',
    next: '请获取导出时的原文件。不同之处列于下方；由谁更改、为何更改，无从得知。',
  },
  unsealed: {
    name: '没有封印',
    says: '文件具有 Plumbline 图片的内容，但没有封印。',
    next: '此文件没有任何保证。请打开该网址查看数据的内容。',
  },
  copy: {
    name: '没有封印的副本',
    says: '图片中的 QR 码含有页面的网址。聊天程序与屏幕截图会生成这样的副本。副本的像素无法比较。',
    next: '请打开该网址，将图片与页面比较，或获取导出时的原文件。',
  },
  'not-ours': {
    name: '无法识别',
    says: '文件中没有图片的内容、没有封印，也没有页面的 QR 码。',
    next: '若图片曾被裁切或缩得很小，请获取导出时的原文件。',
  },
} as const;

export const verdictGroups = {
  unaltered: '封印出自已知的密钥，此后文件没有任何更改。',
  otherwise: '其他情形',
} as const;

export const verdictReasons = {
  address: '本版本无法读取其网址。',
  'not-stored': '此处没有存储该网址的数据，或缺少其中某些交易所。',
  failed: '无法计算其网址。',
  'no-digest-text': '文件不含摘要值的原文，因此无法指出有哪些变更。',
  'later-seal': '其封印属于较新的版本。',
  'other-prices': '图片与本站，一方是模拟价格，另一方是真实价格。',
  'older-digest': '文件不含摘要值的原文，而摘要值可能属于较早的版本，因此无法指出数据有无变更。',
  'beside-rows': '文件所列的各行相同；变更的是其他数字，文件中只有其哈希值。',
} as const;

export const verdictFacts = {
  label: '验证所得',
  next: '接下来',
  file: '文件',
  readAs: { picture: '按图片读取', bundle: '按数据包读取' },
  address: '网址',
  open: '打开页面',
  now: '页面现在显示',
  key: '密钥',
  keyInUse: (created: string): string => `自 ${utc(created)} UTC 起使用`,
  keyRetired: (created: string, retired: string): string => `使用期间 ${utc(created)} 至 ${utc(retired)} UTC`,
  keys: '本站的密钥',
  digest: '摘要值',
  digestThen: '文件中的摘要值',
  digestNow: '现在的摘要值',
} as const;

export const alteredWords = {
  title: '与封印时不同之处',
  seal: '封印的内容与其签名不相符。',
  pixels: '像素与封印时不同。',
  name: '字段或文件',
  sealed: '封印时',
  found: '文件中',
  nothing: '无',
} as const;

export const parameterWords = {
  title: '不同的参数',
  name: '参数',
  was: '图片',
  now: '本站',
} as const;

export const changeWords = {
  title: '有哪些变更',
  field: '数值',
  was: '当时',
  now: '现在',
  none: '无',
  row: '行',
  moreRows: (rows: number): string => `再显示 ${count(rows)} 行`,
  rowAdded: '文件中没有，现在列于此处。',
  rowGone: '文件中有，现在未列于此处。',
} as const;

export const stampWords = {
  title: '时间戳',
  lead: '时间机构以其时钟签名，说明该时刻已有某个哈希值（RFC 3161）。它不说明文件由谁制作，也不说明价格是否正确。',
  stamped: (time: string, authority: string): string => `${time} UTC，由 ${authority} 签名。`,
  covers: {
    seal: '所签的正是本图片的封印，机构的签名有效。',
    manifest: '所签的正是本数据包的清单，机构的签名有效。',
  },
  trusted: '本站认可的证书为该机构作保。',
  unknown: '该机构的证书不在本站认可的证书之中。这并不表示该机构有问题：请从该机构的网站获取其根证书。',
  certificates: {
    valid: '其证书在该时刻有效，现在仍有效。',
    expired: '其证书在该时刻有效，其后已过期。',
    'not-then': '其证书在该时刻无效。',
    'other-use': '其证书不是用于时间戳的证书。',
  },
  faults: {
    unreadable: '这不是 RFC 3161 的时间戳。',
    refused: '该机构拒绝签名。',
    'other-bytes': '所签的是其他字节。',
    'other-request': '它回应的是另一个请求。',
    'no-certificate': '时间戳中没有签名所用的证书。',
    signature: '时间戳的签名不符。',
    get unchecked(): string {
      return `所签的正是这些字节。未加密的连接无法检查其签名，请使用 ${codeOf('verify FILE')}。`;
    },
  },
} as const;

export const allVerdicts = {
  title: '各种结果的意思',
  get lead(): string {
    return `每个文件都会得到其中一种结果。命令行的 ${codeOf('verify')} 给出相同的结果。`;
  },
} as const;
