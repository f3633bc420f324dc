import { pictureSimulated, pictureTerms, pictureTranslation } from '../../words/picture';
import { joins } from '../../words/spelled';
import { speech } from '../../words/spoken';
import type { PictureFooter } from '../pictureSvg';
import { wrappedList } from '../wrap';
import type { Fact } from './blocks';
import type { FramedContent } from './frames';

/** `sha256:` and so many digits tell two states of one view apart; the whole of it is in the file. */
export const SHORT_DIGEST = 'sha256:'.length + 16;

/** What a footer says, as the facts of a picture in a frame. */
export function footerFacts(
  footer: PictureFooter,
  simulated: boolean,
): Pick<FramedContent, 'facts' | 'essential' | 'origin'> {
  const asOf = footer.asOf === undefined ? [] : [{ term: pictureTerms.asOf, text: footer.asOf }];
  const method: Fact = { term: pictureTerms.method, text: footer.method };
  const reference: Fact = { term: pictureTerms.reference, text: footer.reference };
  return {
    facts: [
      ...(simulated ? [{ term: pictureTerms.simulated, text: pictureSimulated.footer }] : []),
      { term: pictureTerms.window, text: footer.window },
      reference,
      { term: pictureTerms.peers, text: footer.peers },
      { term: pictureTerms.threshold, text: footer.threshold },
      { term: pictureTerms.rates, text: footer.rates },
      { term: pictureTerms.venues, text: footer.venuesLine, wrap: wrappedList },
      ...(footer.rateNotes.length === 0
        ? []
        : [{ term: pictureTerms.notes, text: footer.rateNotes.join(joins.sentences) }]),
      ...asOf,
      ...(speech().language === 'en' ? [] : [{ term: pictureTranslation.term, text: pictureTranslation.note }]),
    ],
    essential: [
      reference,
      {
        term: pictureTerms.peers,
        text: [
          footer.peers,
          `${pictureTerms.method} ${footer.method}`,
          ...asOf.map(({ term, text }) => `${term} ${text}`),
          `${pictureTerms.digest} ${footer.digest.slice(0, SHORT_DIGEST)}…`,
        ].join(' · '),
      },
    ],
    origin: [
      method,
      { term: pictureTerms.digest, text: footer.digest, face: 'mono' },
      ...(footer.key === undefined ? [] : [{ term: pictureTerms.key, text: footer.key, face: 'mono' } as const]),
      { term: pictureTerms.address, text: footer.permalink, face: 'mono' },
    ],
  };
}
