import { venueList } from './venues';

export const packHeads = {
  contents: '目录',
  index: '证物清单',
  missing: '没有证物的网址',
  whatThisIs: '这是什么',
  files: '文件',
  check: '如何核对',
  use: '如何使用',
} as const;

export const packTitle = (assets: readonly string[]): string => `证物：${assets.join('、')}`;

export const exhibitName = (number: number): string => `证物 ${String(number)}`;
export const exhibitPage = (number: number, page: number, of: number): string =>
  `${exhibitName(number)}，第 ${String(page)} 页，共 ${String(of)} 页`;
export const packPage = (page: number, of: number): string => `第 ${String(page)} 页，共 ${String(of)} 页`;

export const packLead = {
  measures: '每件证物都是对 1 分钟 K 线的测量：每家交易所的价格偏离基准多少。证物只说测量到什么，不说原因。',
  folders: '每件证物在本文件中有 2 页，另有一个文件夹，内有图片、数字、K 线，以及核对它们的程序。',
  missing: '以下网址也曾请求，但没有生成证物；原因列在各网址之后。',
  quoted: '更正和交易所的回应按作者所写引用。',
} as const;

export const exhibitTerms = {
  finding: '测量结果',
  asset: '资产',
  minute: '分钟',
  window: '时间范围',
  inZone: (zone: string): string => `${zone} 时间`,
  books: '交易所、市场与来源',
  basis: '测量方式',
  digestOfMinute: '该分钟的摘要值',
  picture: '图片的 SHA-256',
  manifest: '校验清单的 SHA-256',
  address: '网址',
  folder: '文件夹',
  key: '封印密钥',
  unsigned: '无：生成时此站点没有密钥',
  check: '如何核对',
} as const;

export const exhibitBasis = (currency: string): string =>
  `1 分钟 K 线。将交易所的最低价除以同一分钟的基准最低价，再减 1；最高价与收盘价亦同。价格以 ${currency} 计。没有成交的分钟留空，不沿用也不填补任何价格。`;

export const exhibitCheck = (folder: string, sums: string, script: string): string =>
  `在文件夹 ${folder} 中，\`${sums}\` 显示每个文件是否与生成时相同，\`${script}\` 由 K 线重新计算数字。其中的 \`README.txt\` 列出所有步骤，以及如何向各交易所查询同一分钟。`;

export const exhibitTables = {
  minute: '这一分钟的各交易所',
  window: '此时间范围的偏离时段，由大到小',
  more: (count: number, file: string): string => `其余 ${String(count)} 行在 ${file} 中。`,
} as const;

export const packFiles = {
  pack: '每件证物 2 页、目录、证明书',
  index: '证物清单，3 种格式',
  certification: '由人填写并签名的文字',
  exhibits: '每件证物 1 个文件夹，各有说明',
  manifest: '其他每个文件的 SHA-256',
  signature: '其签名，以及公钥的副本',
  stamps: '各时间机构于何时签名，或为何没有；每个时间戳有机构的回复及其中的证书',
} as const;

export const packChecks = {
  sums: (command: string, ofMac: string): string =>
    `解压后，在该文件夹打开终端。\`${command}\`（macOS：\`${ofMac}\`）对每个与生成时相同的文件打印 \`OK\`。`,
  signature: (keys: string, command: string): string =>
    `校验清单已签名。请从 ${keys} 获取此站点的公钥，不要用本文件夹内的：\`key.pem\` 只是副本，且必须相同。然后运行 \`${command}\`（OpenSSL 3）。`,
  unsigned: '校验清单未签名：生成时此站点没有密钥。',
  stamps: (names: readonly string[], list: string, command: string): string =>
    `曾请时间机构（${names.join('、')}）为校验清单加盖时间戳（RFC 3161），由另一方证明清单在该时间已存在。各机构于何时签名，或为何没有，见 ${list}。请从该机构的网站获取其根证书，保存为 \`root.pem\`，再对每个时间戳运行 \`${command}\`。`,
  script: (command: string): string =>
    `在每件证物的文件夹中，\`${command}\` 核对其文件，并由 K 线重新计算数字。不需要联网，也不需要我们的程序。`,
  address: '打开每件证物的网址。该页显示的摘要值应与此处相同。',
  exchange: '向交易所查询。分钟页为每家交易所列出同一根 K 线的网址与命令，以及应得到的行。',
} as const;

export const packKeysAt = (path: string): string => `此站点的网址 ${path}`;

export const packUse = {
  unchanged: '请勿更改任何文件。这样收到的人也能重新核对全部内容。',
  certification: '证明书请打印填写，或填写在本文件夹以外的副本上：本文件夹的任何更改都会在第 1 步显示出来。',
  counsel: '这不是法律意见。文件是否被接受、以何种形式接受，由当地规则与律师决定。',
} as const;

const BLANK = '______________________________';
const BOX = '[  ]';

export const certificationText = ({
  exhibits,
  method,
  origin,
  digests,
}: Readonly<{
  exhibits: number;
  method: number;
  origin: string | undefined;
  digests: readonly string[];
}>): readonly Readonly<{
  head: string;
  lines: readonly string[];
}>[] => [
  {
    head: '电子程序所生成记录的证明书',
    lines: ['由知悉所述内容的人填写并签名。不适用者请划去。本表格不是法律意见。'],
  },
  {
    head: '填写人',
    lines: [`姓名：${BLANK}`, `职务或所属单位：${BLANK}`, `地址或联系方式：${BLANK}`],
  },
  {
    head: '记录',
    lines: [
      `本证物包共有 ${String(exhibits)} 件证物，摘要值如下：`,
      ...digests.map((digest, i) => `${exhibitName(i + 1)}：${digest}`),
      `压缩文件名称：${BLANK}`,
      `\`manifest-sha256.txt\` 的 SHA-256：${BLANK}`,
    ],
  },
  {
    head: '取得方式',
    lines: [
      `${BOX} 本人亲自下载自：${origin ?? BLANK}`,
      `${BOX} 本人以程序的副本亲自生成，所用电脑：${BLANK}`,
      `${BOX} 交给本人的人：${BLANK}`,
      `日期、时间与时区：${BLANK}`,
    ],
  },
  {
    head: '生成方式',
    lines: [
      `这些记录由电子程序生成，没有任何数字由人写入或修改。Plumbline 程序存储各交易所公开接口与归档提供的 1 分钟 K 线，并记下每次响应的时间与 SHA-256。数字由这些 K 线按公开方法的第 ${String(method)} 版计算。相同的 K 线与参数会得到相同的数字与相同的摘要值。`,
      `本人如何得知：${BLANK}`,
    ],
  },
  {
    head: '本人核对的项目',
    lines: [
      `${BOX} 校验清单：证物包的每个文件都与清单相符。`,
      `${BOX} 清单的签名。获取公钥的日期：${BLANK} 来源：${BLANK}`,
      `${BOX} 每件证物的程序以“\`Everything fits.\`”结束。`,
      `${BOX} 每件证物的网址显示了上列的摘要值。`,
      `${BOX} 本人向交易所查询了该分钟。结果：${BLANK}`,
      `${BOX} 其他：${BLANK}`,
    ],
  },
  {
    head: '声明',
    lines: [
      '本人未更改证物包的任何文件。所附为本人所收内容的真实副本。就本人所知，此处所述属实。',
      `当地规则要求的其他文字：${BLANK}`,
      `地点与日期：${BLANK}`,
      `签名：${BLANK}`,
    ],
  },
];

export const exhibitPictureAlt = (sentence: string, venues: readonly string[]): string =>
  `各交易所价格与偏离的图表：${venueList(venues)}。${sentence}`;
