import { Locale, Text } from '../core';
import { ANALYSIS_LABELS } from './texts/analysis.labels';
import { AUDIT_LABELS } from './texts/audit.labels';
import { CERTIFICATE_LABELS } from './texts/certificate.labels';
import { COVERAGE_LABELS } from './texts/coverage.labels';
import { LABELS as COMMAND_LABELS } from './texts/labels';
import { REGIME_LABELS } from './texts/regime.labels';
import { STANDING_LABELS } from './texts/standing.labels';

const LABELS = {
  ...COMMAND_LABELS,
  ...STANDING_LABELS,
  ...REGIME_LABELS,
  ...AUDIT_LABELS,
  ...CERTIFICATE_LABELS,
  ...COVERAGE_LABELS,
  ...ANALYSIS_LABELS,
};

export type Particulars = Readonly<Record<string, string | number>>;
export type Label = keyof typeof LABELS;

/** Fills named particulars into a text; one that is not given stays as it is. */
export function fill(template: string, params: Particulars): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The words of the shell in one language. */
export class Words {
  constructor(readonly locale: Locale) {}

  /** A label with its particulars. */
  say(label: Label, params: Particulars = {}): string {
    return fill(LABELS[label][this.locale], params);
  }

  /** A text of a rule set. */
  text(text: Text | undefined): string {
    return text?.[this.locale] ?? '';
  }

  /** The name of a value from a closed list. */
  term<T extends string>(terms: Readonly<Record<T, Text>>, value: T): string {
    return terms[value][this.locale];
  }

  /** What is or is not there. */
  orDash(value: string | undefined): string {
    return value ?? '—';
  }

  list(values: readonly string[]): string {
    return values.length === 0 ? '—' : values.join(this.locale === 'en' ? ', ' : '、');
  }
}
