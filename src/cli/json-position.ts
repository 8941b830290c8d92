/** Where a text stops being JSON; both count from 1, in characters as an editor shows them. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * The place where a text that JSON.parse refused stops being JSON. The messages of JSON.parse differ between versions of
 * Node, and some name no place. Keeps its own stack, so that no depth of nesting overflows the engine's.
 */
export function findJsonBreak(text: string): TextPosition {
  const before = text.slice(0, new Scanner(text).breakAt());
  const line = before.split('\n').length;
  return { line, column: [...before.slice(before.lastIndexOf('\n') + 1)].length + 1 };
}

class Scanner {
  private at = 0;
  private readonly open: string[] = [];

  constructor(private readonly text: string) {}

  breakAt(): number {
    while (this.value() && this.afterValue());
    return Math.min(this.at, this.text.length);
  }

  /** Reads up to the end of a scalar, or into a container up to its first value; false where the text breaks. */
  private value(): boolean {
    for (;;) {
      this.skip(SPACE);
      const next = this.text[this.at] ?? '';
      if (next !== '{' && next !== '[') return next === '"' ? this.string() : this.skip(SCALAR);
      this.at++;
      this.skip(SPACE);
      if (this.text[this.at] === CLOSES[next]) {
        this.at++;
        return true;
      }
      this.open.push(next);
      if (next === '{' && !this.name()) return false;
    }
  }

  /** Reads what may follow a value up to where the next one starts; false where there is none or the text breaks. */
  private afterValue(): boolean {
    for (;;) {
      this.skip(SPACE);
      const container = this.open.at(-1);
      const next = this.text[this.at];
      if (container === undefined || next === undefined) return false;
      if (next === ',') {
        this.at++;
        return container === '[' || this.name();
      }
      if (next !== CLOSES[container]) return false;
      this.at++;
      this.open.pop();
    }
  }

  private name(): boolean {
    this.skip(SPACE);
    if (this.text[this.at] !== '"' || !this.string()) return false;
    this.skip(SPACE);
    if (this.text[this.at] !== ':') return false;
    this.at++;
    return true;
  }

  private string(): boolean {
    for (this.at++; this.at < this.text.length; this.at++) {
      const next = this.text[this.at] ?? '';
      if (next === '"') {
        this.at++;
        return true;
      }
      if (next < ' ') return false;
      if (next !== '\\') continue;
      if (!this.skip(ESCAPE)) return false;
      this.at--;
    }
    return false;
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}
