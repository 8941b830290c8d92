/** The smallest parts of the rule-set format, shared by the simple form and the regime. */

export type Locale = 'zh-CN' | 'en';
export type Text = Readonly<Record<Locale, string>>;

export interface NamedCode {
  readonly code: string;
  readonly text: Text;
}

export type Rounding = 'half_up' | 'half_even' | 'up' | 'down' | 'ceiling' | 'floor';

export type Scalar = boolean | number | string;
export type Operator =
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain';

export interface Leaf {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[] | { readonly fact: string };
}

export type FactValue = Scalar | readonly string[];
