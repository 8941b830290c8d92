import { pointer } from '../../problems/problem';
import { Expression } from '../rule-set.types';

/** One operation with its operands: `{ "ceil": x }` has one operand, `{ "add": [x, y] }` has two. */
export interface Operation {
  readonly name: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max' | 'ceil' | 'floor';
  readonly operands: readonly { readonly expression: Expression; readonly path: string }[];
}

/** Takes an operation apart; `path` is where it stands. */
export function operationOf(expression: Exclude<Expression, number | { fact: string }>, path: string): Operation {
  const [name, operand] = Object.entries(expression)[0] as [Operation['name'], Expression | readonly Expression[]];
  const at = pointer(path, name);
  const operands = isList(operand)
    ? operand.map((part, index) => ({ expression: part, path: pointer(at, index) }))
    : [{ expression: operand, path: at }];
  return { name, operands };
}

/** Every constant and every fact an expression is made of, with where it stands. */
export function leavesOfExpression(
  expression: Expression,
  path: string,
): readonly { readonly leaf: number | { readonly fact: string }; readonly path: string }[] {
  if (typeof expression === 'number' || 'fact' in expression) return [{ leaf: expression, path }];
  return operationOf(expression, path).operands.flatMap((part) => leavesOfExpression(part.expression, part.path));
}

// Array.isArray does not narrow readonly arrays.
function isList(value: Expression | readonly Expression[]): value is readonly Expression[] {
  return Array.isArray(value);
}
