import Table from 'cli-table3';

const CJK = '\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6';
const WIDE = new RegExp(`[${CJK}\\u{1f300}-\\u{1faff}\\u{20000}-\\u{3fffd}]`, 'u');
/** Pieces between which a line may break: a wide character with the closing marks after it, a word, or spaces. */
const PIECES = new RegExp(`[“（《]?[${CJK}][，。；：、？！）》”]*|[^\\s${CJK}]+|\\s+`, 'gu');
/** Marks that could move the cursor, colour the screen or turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Columns a text takes on a terminal, where a Chinese character takes two. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/** A text from a file as it may be shown: what is not printable is written out. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Breaks a text into lines of at most so many columns: between words, between Chinese characters, else anywhere. */
export function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => {
      // Wide spaces at the start set a line in; what it breaks into stays set in.
      const setIn = /^\u3000*/.exec(line)?.[0] ?? '';
      const lines = wrapLine(line.slice(setIn.length), columns - displayWidth(setIn));
      return lines.map((part) => `${setIn}${part}`).join('\n');
    })
    .join('\n');
}

function wrapLine(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of (text.match(PIECES) ?? []).flatMap((one) => chop(one, columns))) {
    if (displayWidth(line + piece) > columns && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line];
}

function chop(piece: string, columns: number): readonly string[] {
  if (displayWidth(piece) <= columns) return [piece];
  const characters = [...piece];
  const parts = Math.ceil(characters.length / columns);
  return Array.from({ length: parts }, (_, part) => characters.slice(part * columns, (part + 1) * columns).join(''));
}

/** One column: its heading, and the columns of the terminal after which its cells break. */
export interface Column {
  readonly head: string;
  readonly most?: number;
  readonly align?: 'left' | 'right';
}

/** A table without colours, so that it is the same on a terminal and in a file. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const table = new Table({
    head: columns.map(({ head }) => head),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    table.push(row.map((cell, place) => wrap(printable(cell), columns[place]?.most ?? 40)));
  }
  return `${table.toString()}\n`;
}
