import { speech } from '@/lib/words/spoken';

/** Says in the reader's language that what follows is in English alone; nothing where that is the reader's. */
export function InEnglish({ note }: { readonly note: string }) {
  const { language } = speech();
  return language === 'en' ? null : (
    <p lang={language} role="note" className="text-sm text-ink-2">
      {note}
    </p>
  );
}
