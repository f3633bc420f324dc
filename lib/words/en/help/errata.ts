export const ERRATA = {
  summary: 'list errata and venues’ answers to published figures; `add` enters one, `withdraw ID` withdraws one',
  address:
    'what it concerns, as the address of an asset, a minute, or a page of many assets; a pinned address keeps its digest',
  asset: 'instead of an address: every statement about this asset; in a list, those of this asset alone',
  venue: 'only statements with this venue; with --statement, the venue that answers',
  from: 'instead of an address: minutes from this one on, like 2025-10-10T20:00Z',
  to: 'and before this one; without it, all that follow',
  reason: 'why; of a venue’s answer, what it answers to',
  statement: 'what the venue says, in its own words',
  by: 'who says it (default: whoever runs this instance)',
  link: 'where to read more',
  more: `An erratum appears above every page that says something about its minutes, in the notes of their pictures, in their other forms and in \`verify\`,
with its date. Nothing is ever changed or deleted: a withdrawal is an entry too.`,
} as const;
