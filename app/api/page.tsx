import type { Metadata } from 'next';
import { connection } from 'next/server';
import { InEnglish } from '@/components/frame/InEnglish';
import { AddressSection, Contents } from '@/components/reference/Addresses';
import { addressIn } from '@/lib/api/client/address';
import { openapi } from '@/lib/api/client/operations';
import { reference } from '@/lib/server/openapi/reference';
import { footer, languageChoice } from '@/lib/words/frame';

export const generateMetadata = (): Metadata => ({ title: footer.api });

/** Every address of the API, made of the same as the description that programs read. */
export default async function ReferencePage() {
  await connection();
  const { title, rules, words, operations } = reference();
  return (
    <div className="space-y-8" lang="en">
      <header className="space-y-4">
        <InEnglish note={languageChoice.reference} />
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
          <h1 className="finding">{title}</h1>
          <a className="link" href={addressIn(openapi, {})}>
            {words.machine}
          </a>
        </div>
        <p className="lead">{words.lead}</p>
        <ul className="max-w-[78ch] list-disc space-y-1 pl-5 text-sm">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </header>
      <Contents of={operations} words={words} />
      {operations.map((operation) => (
        <AddressSection key={operation.id} of={operation} words={words} />
      ))}
    </div>
  );
}
