'use client';

import { useState } from 'react';
import type { Erratum } from '@/lib/api/errata';
import type { MinuteAnswer } from '@/lib/api/minute';
import { joins } from '@/lib/words/spelled';
import { citedWith } from '../errata/Errata';
import { CITATION_FORM_NAMES, CITATION_FORMS, citationIn, type CitationForm } from '@/lib/words/citationForms';
import { copyLink } from '@/lib/words/frame';
import { citation, minuteHead } from '@/lib/words/minutePage';
import { utc } from '@/lib/words/numbers';
import type { View } from '@/lib/permalink/view';
import { copied, type CopyOutcome } from '../frame/CopyLink';
import { pinnedLinkOf } from '../pinned/CopyPinned';

const nameOf = (form: CitationForm): string => (form === 'text' ? minuteHead.plainText : CITATION_FORM_NAMES[form]);

const citedOf = (answer: MinuteAnswer, errata: readonly Erratum[], address: string) => ({
  said: [citation(answer, '').trim(), citedWith(errata)].join(joins.sentences).trim(),
  address,
  title: `${answer.name} ${utc(answer.minute)} UTC`,
  key: `plumbline-${answer.asset}-${answer.minute.replaceAll(/[-:]/g, '')}`,
});

interface Props {
  readonly view: View;
  readonly answer: MinuteAnswer;
  /** Of the minute. */
  readonly errata: readonly Erratum[];
}

/** By its pinned address: what is cited are these figures. Puts the finding on the clipboard in the form of whatever it is pasted into. */
export function CitationForms({ view, answer, errata }: Props) {
  const [done, setDone] = useState<{ readonly form: CitationForm; readonly outcome: CopyOutcome } | undefined>();
  const copy = async (form: CitationForm): Promise<void> => {
    setDone({
      form,
      outcome: await copied(citationIn(form, citedOf(answer, errata, pinnedLinkOf(view, answer.digest)))),
    });
  };
  return (
    <span className="flex flex-wrap items-center gap-2">
      {CITATION_FORMS.map((form) => (
        <button key={form} type="button" className="button" onClick={() => void copy(form)}>
          {nameOf(form)}
        </button>
      ))}
      <span role="status" className={done?.outcome === 'refused' ? 'text-caution' : 'text-ink-3'}>
        {done === undefined
          ? ''
          : done.outcome === 'refused'
            ? copyLink.refused
            : minuteHead.citedAs(nameOf(done.form))}
      </span>
    </span>
  );
}
