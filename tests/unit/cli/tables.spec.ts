import { displayWidth, printable, renderTable, wrap } from '../../../src/cli/tables';

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['中文', 4],
    ['，。', 4],
    ['F03 记分', 8],
    ['', 0],
  ])('takes %j as %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('wrap', () => {
  it.each([
    ['words at spaces', 9, 'words at\nspaces'],
    ['整改期限届满', 8, '整改期限\n届满'],
    ['整改期限，届满', 8, '整改期\n限，届满'],
    ['a/very/long/path', 6, 'a/very\n/long/\npath'],
    ['kept\nlines', 20, 'kept\nlines'],
    ['　set in here', 8, '　set in\n　here'],
    ['', 5, ''],
  ])('breaks %j after %i columns', (text, columns, expected) => {
    expect(wrap(text, columns)).toBe(expected);
  });
});

describe('renderTable', () => {
  it('aligns Chinese and Latin text', () => {
    const table = renderTable(
      [{ head: '项目' }, { head: '分值', align: 'right' }],
      [
        ['F03 培训', '2'],
        ['F14', '12'],
      ],
    );
    const widths = table.trimEnd().split('\n').map(displayWidth);
    expect(new Set(widths).size).toBe(1);
    expect(table).toContain('│ F14      │   12 │');
  });

  it('writes out what could move the cursor or turn the text', () => {
    expect(printable('a\u001b[2Jb\u202ec')).toBe('a\\u001b[2Jb\\u202ec');
    expect(renderTable([{ head: 'x' }], [['\u001b[31mred']])).not.toContain('\u001b');
  });
});
