export const COMPARISON_FORMATS = ['json', 'text', 'markdown'] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

/** The media types of the answers that are texts. */
export const TEXT_MEDIA_TYPES = { text: 'text/plain', markdown: 'text/markdown' } as const;

/** The form that an Accept header asks for first; JSON unless it names one of the others before. */
export function formatOf(accept: string | undefined): ComparisonFormat {
  const named = (accept ?? '').split(',').map((range) => range.split(';')[0]?.trim().toLowerCase() ?? '');
  for (const range of named) {
    if (range === TEXT_MEDIA_TYPES.text) return 'text';
    if (range === TEXT_MEDIA_TYPES.markdown) return 'markdown';
    if (range === 'application/json' || range === '*/*') return 'json';
  }
  return 'json';
}
