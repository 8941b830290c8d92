import { Locale } from '../rule-set/rule-set.types';

/** Message and mend of a problem, in both languages. */
export type MessageCatalogue = Readonly<
  Record<string, Readonly<Record<Locale, { readonly message: string; readonly mend: string }>>>
>;
