import * as english from './en/events';
import { spoken } from './spoken';

export const {
  declaredSentence,
  declaredWindow,
  deepestSentence,
  emptyEvent,
  episodesSentence,
  eventEpisodes,
  eventEyebrow,
  eventFinding,
  eventIsChanging,
  eventLead,
  eventLinks,
  eventName,
  eventNotes,
  eventsHead,
  gantt,
  noEvent,
  pathSentence,
  pathTable,
  placeWords,
  storedWords,
  windowWords,
} = spoken('events', english);
