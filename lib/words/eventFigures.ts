import * as english from './en/eventFigures';
import { spoken } from './spoken';

export const {
  figureSubject,
  figuresSentence,
  figuresTable,
  measuredWords,
  publishedWords,
  publisherName,
  statementText,
  statementsList,
  verdictWords,
  writtenDigits,
} = spoken('eventFigures', english);
