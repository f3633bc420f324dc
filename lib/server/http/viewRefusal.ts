import type { IgnoredAsWritten } from '../../domain/ignored';
import { METHOD_VERSION } from '../../domain/method';
import type { Refusal } from '../../domain/refusal';
import { VIEW_VERSION } from '../../permalink/version';
import { VIEW_NAMES } from '../../permalink/view';

/** What a page leaves out of its address, as an API refuses it: a form shows nothing in its place. */
export function viewRefusal(ignored: IgnoredAsWritten): Refusal {
  switch (ignored.kind) {
    case 'refused':
      return ignored.refusal;
    case 'unknown-name':
      return { kind: 'unknown-name', name: ignored.name, known: VIEW_NAMES };
    case 'repeated':
      return { kind: 'given-twice', name: ignored.name };
    case 'unknown-version': {
      const known = Array.from({ length: VIEW_VERSION }, (_, i) => String(i + 1));
      return { kind: 'not-one-of', name: 'v', text: ignored.text, known };
    }
    case 'unknown-method':
      return { kind: 'not-one-of', name: 'm', text: ignored.text, known: [String(METHOD_VERSION)] };
    case 'minute-outside-window':
      return ignored;
  }
}
