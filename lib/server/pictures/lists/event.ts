import type { EventAnswer } from '../../../api/events';
import { ganttPlot } from '../../../evidence/ganttSvg';
import type { ListDrawing } from '../../../evidence/listPicture';
import { figuresSentence, figuresTable } from '../../../words/eventFigures';
import { declaredSentence, episodesSentence, eventFinding, eventName, gantt, windowWords } from '../../../words/events';
import { joins } from '../../../words/spelled';
import { chartOf } from '../../events/charts';

/** An event: its deepest episodes by venue below the paths of its assets. */
export function eventDrawing(answer: EventAnswer): ListDrawing {
  const { declared, episodes, figures, simulated } = answer;
  const sentences = [
    episodesSentence(answer),
    ...(declared === null || episodes.length === 0 ? [] : [declaredSentence(declared)]),
  ].filter((sentence) => sentence !== undefined);
  return {
    title: eventName(answer.event),
    subtitle: `${windowWords(answer)} UTC`,
    sentence: eventFinding(answer),
    plot: (room) => ganttPlot({ ...chartOf(answer), simulated: false }, room),
    facts: [
      ...(sentences.length === 0 ? [] : [{ term: gantt.rows, text: sentences.join(joins.sentences) }]),
      { term: figuresTable.title, text: figuresSentence(figures, simulated) },
    ],
  };
}
