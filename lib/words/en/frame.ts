/** What every page has around it. */
export const header = {
  navigation: 'Main',
  menu: 'Menu',
  theme: 'Switch between light and dark',
} as const;

/** The pages beside those of assets. */
export const pageNames = {
  events: 'Events',
  scan: 'Scan',
  lows: 'Lows',
  venues: 'Venues',
  compare: 'Compare',
  method: 'Method',
  coverage: 'Coverage',
  revisions: 'Revisions',
  verify: 'Verify',
  league: 'Day by day',
  pack: 'Exhibits',
  audit: 'Fills',
  contagion: 'Who fell first',
  orderlog: 'Order log',
  collateral: 'Collateral',
} as const;

export const footer = {
  definition:
    'A deviation is a venue’s price divided by the median price of the other venues in the same minute, minus 1. A venue never counts toward its own reference, and missing minutes are never filled in. Times are UTC unless another zone is named, and addresses are always UTC; a minute is named by its opening time.',
  api: 'API',
} as const;

/** The foot of a printed page; its address follows. */
export const printed = { from: 'Printed from' } as const;

export const simulatedBanner = {
  label: 'Simulated prices',
  text: 'No exchange published these prices.',
} as const;

export const notices = {
  ignored: 'Part of this address was ignored; the rest is shown.',
  notes: 'Notes',
  backToStart: 'See available assets',
} as const;

/** The notice over a page that shows an earlier state of the data. */
export const asOfNotice = {
  label: 'As known at',
  /** `at`: "2026-01-31 08:15 UTC" */
  title: (at: string): string => `As known at ${at}.`,
  text: 'Data received or corrected later is left out of every number here.',
  now: 'Show current data',
} as const;

export const copyLink = {
  copy: { whole: 'Copy link', short: 'Copy short link' },
  copied: { whole: 'Link copied', short: 'Short link copied' },
  refused: 'This browser does not allow copying. Copy the address from the address bar.',
} as const;

/** Opens, on a phone, what is set beside a chart. */
export const settingsSheet = { open: 'Settings', label: 'Settings', close: 'Show the chart' } as const;

/** A file of the view that is shown. */
export const files = { picture: 'PNG', answer: 'JSON' } as const;

/** Beside a file that takes more than a moment. */
export const downloads = {
  making: 'Making the file…',
  coming: 'Downloading…',
  progress: 'Progress of the download',
  stop: 'Stop',
  done: 'Downloaded',
} as const;

/** The frames a picture is drawn in, and their themes. */
export const pictures = {
  label: 'Other frames',
  sizes: {
    wide: 'Wide, 16:9',
    square: 'Square',
    card: 'Card for a link',
    page: 'Page, A4',
    sheet: 'Sheet, everything',
  },
  themes: { light: 'light', dark: 'dark' },
} as const;

export const assetNavigation = { label: 'Assets', all: 'All assets' } as const;

export const pageLinks = { chart: 'Chart', coverage: 'Coverage by day', revisions: 'Revisions and sources' } as const;

/** The button before a row that opens it. `row`: the row's name. */
export const openingTable = { more: (row: string): string => `More about ${row}` } as const;

/** The choice of what pages are read in, and what stands on those that are a translation. */
export const languageChoice = {
  label: 'Language',
  prevails: 'This page is a translation. Where it and the English text differ, the English text prevails.',
  method: 'The text of the method is published in English only.',
  reference: 'This reference is published in English only.',
} as const;

/** A table for those who hear the page. */
export const tableLabel = (name: string): string => `Table: ${name}`;
