/** One change of a JSON document: the value at a pointer is set, inserted as a new last entry (`/-`), or removed. */
export interface Edit {
  readonly at: string;
  readonly to?: unknown;
}

/** A copy of a document with some changes. An edit without `to` removes. */
export function edited(document: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce(editOnce, structuredClone(document));
}

function editOnce(document: unknown, edit: Edit): unknown {
  const tokens = edit.at.split('/').slice(1);
  const last = tokens.pop();
  if (last === undefined) return edit.to;
  const parent = tokens.reduce((node, token) => (node as Record<string, unknown>)[token], document);
  if (Array.isArray(parent) && last === '-') parent.push(edit.to);
  else if ('to' in edit)
    Object.defineProperty(parent, last, { value: edit.to, enumerable: true, configurable: true, writable: true });
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent as object, last);
  return document;
}
