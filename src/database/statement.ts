/** A statement with its parameters, not yet sent. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * Makes one list of parameters for several statements that are sent as parts of one.
 * @returns the text of each, its `$n` renumbered
 */
export function joinParameters(statements: readonly Statement[]): {
  readonly texts: readonly string[];
  readonly params: readonly unknown[];
} {
  const params: unknown[] = [];
  const texts = statements.map((statement) => {
    const before = params.length;
    params.push(...statement.params);
    return statement.sql.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + before}`);
  });
  return { texts, params };
}
