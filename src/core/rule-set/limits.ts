import { pointer, Problem } from '../problems/problem';

/** The largest document that is looked at at all. Counted before anything else reads it. */
export interface LimitCaps {
  /** Nesting of objects and arrays; the document itself is at depth 1. */
  readonly depth: number;
  /** Values in all, keys not counted. */
  readonly nodes: number;
  /** Characters (UTF-16 code units) of one text or one key. */
  readonly textLength: number;
  /** Entries of one array. */
  readonly listLength: number;
}

export const RULE_SET_CAPS: LimitCaps = { depth: 40, nodes: 300_000, textLength: 10_000, listLength: 2_000 };

/** Enough to see what is wrong; a hostile document must not buy a long answer. */
const MAX_PROBLEMS = 20;

/** Keys that reach the prototype of an object once somebody merges or assigns what was read. */
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A lone surrogate or U+0000 is JSON, but neither UTF-8 nor PostgreSQL can hold it. */
const UNSTORABLE = /[\p{Surrogate}\u0000]/u;

interface Frame {
  readonly value: unknown;
  readonly depth: number;
  readonly token: string | number;
  readonly parent: Frame | undefined;
}

/**
 * Checks an untrusted parsed JSON value against caps. Everything that walks a document recursively, ajv included, may
 * do so only after this found nothing: this walk keeps its own stack and so cannot overflow the engine's. A cyclic
 * value ends at the depth cap, one that shares its parts at the node cap.
 */
export function checkLimits(document: unknown, caps: LimitCaps): Problem[] {
  const problems: Problem[] = [];
  const stack: Frame[] = [{ value: document, depth: 0, token: '', parent: undefined }];
  let nodes = 0;
  for (let frame = stack.pop(); frame !== undefined && problems.length < MAX_PROBLEMS; frame = stack.pop()) {
    if (++nodes > caps.nodes) return [...problems, { code: 'limit_nodes', path: '', params: { limit: caps.nodes } }];
    const { value } = frame;
    if (typeof value === 'string') {
      problems.push(...checkText(value, frame, caps));
    } else if (typeof value === 'object' && value !== null) {
      problems.push(...openContainer(value, frame, caps, stack));
    } else if (!isJsonScalar(value)) {
      problems.push({ code: 'value_not_json', path: pathOf(frame), value: String(value) });
    }
  }
  return problems;
}

function openContainer(value: object, frame: Frame, caps: LimitCaps, stack: Frame[]): Problem[] {
  const depth = frame.depth + 1;
  if (depth > caps.depth) return [{ code: 'limit_depth', path: pathOf(frame), params: { limit: caps.depth } }];
  const push = (child: unknown, token: string | number): void => {
    stack.push({ value: child, depth, token, parent: frame });
  };
  if (Array.isArray(value)) {
    if (value.length > caps.listLength) {
      return [
        { code: 'limit_list_length', path: pathOf(frame), value: value.length, params: { limit: caps.listLength } },
      ];
    }
    for (let index = value.length - 1; index >= 0; index--) push(value[index], index);
    return [];
  }
  if (!isPlainObject(value)) {
    return [{ code: 'value_not_json', path: pathOf(frame), value: Object.prototype.toString.call(value) }];
  }
  const entries = Object.entries(value).reverse();
  for (const [key, child] of entries) push(child, key);
  return entries.flatMap(([key]) => checkKey(key, frame, caps)).slice(0, MAX_PROBLEMS);
}

function checkKey(key: string, frame: Frame, caps: LimitCaps): Problem[] {
  const at: Frame = { value: undefined, depth: frame.depth + 1, token: key.slice(0, 100), parent: frame };
  if (REFUSED_KEYS.has(key)) return [{ code: 'key_refused', path: pathOf(at), params: { property: key } }];
  return checkText(key, at, caps);
}

function checkText(text: string, at: Frame, caps: LimitCaps): Problem[] {
  if (text.length > caps.textLength) {
    return [{ code: 'limit_text_length', path: pathOf(at), value: text.length, params: { limit: caps.textLength } }];
  }
  return UNSTORABLE.test(text) ? [{ code: 'text_not_storable', path: pathOf(at), value: text }] : [];
}

function isJsonScalar(value: unknown): boolean {
  return value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

/** Made by JSON.parse or as a literal, in whatever realm: no prototype, or one that has none itself. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function pathOf(frame: Frame): string {
  const tokens: (string | number)[] = [];
  for (let at = frame; at.parent !== undefined; at = at.parent) tokens.unshift(at.token);
  return pointer('', ...tokens);
}
