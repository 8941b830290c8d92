const SHAPE = /^\S{1,64}$/;

/** Brings the number of a certificate as people type it to its one form: trimmed and half-width. Case is kept. */
export function normaliseCertificateNumber(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Whether a normalised number can be kept: its one form may be longer than what was typed, or come apart. */
export function isCertificateNumber(number: string): boolean {
  return SHAPE.test(number);
}
