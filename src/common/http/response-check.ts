import { StreamableFile } from '@nestjs/common';
import { RouteDefinition, usualStatus } from './route.types';
import { compileSchema, SchemaCheck } from './schema-validator';

/** Throws when an answer is not what its route declares for the status. A fault of ours, never of the caller. */
export type ResponseCheck = (status: number, answer: unknown) => void;

/** The schemas are compiled when first needed: the service in use does not check its own answers, tests do. */
export function compileResponseChecks(definition: RouteDefinition): ResponseCheck {
  const { responses, texts } = definition;
  const checks = new Map<number, SchemaCheck>();
  return (status, answer) => {
    const schema = responses[status];
    if (schema === undefined) throw new Error(`the status ${status} is not declared`);
    if (schema === null) {
      if (answer !== undefined) throw new Error(`an answer with status ${status} must be empty`);
      return;
    }
    // Events come one after the other: whoever reads the stream looks at each.
    if (answer instanceof StreamableFile && schema['contentMediaType'] !== undefined) return;
    if (texts !== undefined && status === usualStatus(definition) && typeof answer === 'string') return;
    const check = checks.get(status) ?? compileSchema(schema);
    checks.set(status, check);
    // As it goes over the wire: without undefined, with dates as texts.
    const [error] = check(answer === undefined ? undefined : JSON.parse(JSON.stringify(answer)));
    if (error !== undefined) {
      throw new Error(`the answer at ${error.instancePath || '/'} ${error.message}: ${JSON.stringify(error.params)}`);
    }
  };
}
