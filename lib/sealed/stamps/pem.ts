import { Certificate } from 'pkijs';

export function certificatePem(certificate: Certificate): string {
  let binary = '';
  for (const byte of new Uint8Array(certificate.toSchema().toBER())) binary += String.fromCodePoint(byte);
  const lines = btoa(binary).match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** Throws on what is no certificate as PEM. */
export function certificateOfPem(pem: string): Certificate {
  const binary = atob(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''));
  return Certificate.fromBER(Uint8Array.from(binary, (sign) => sign.codePointAt(0) as number));
}
