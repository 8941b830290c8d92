import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { projectRoot } from '../../../src/config/project-root';
import { Setting } from '../../../src/config/setting.types';
import { SETTINGS } from '../../../src/config/settings-table';
import { MIGRATIONS_TABLE } from '../../../src/database/data-source';
import { OWNER_ROLE, SERVICE_ROLE } from '../../../src/database/embedded-postgres/prepare-database';

const page = readFileSync(join(__dirname, '../../../docs/operations.md'), 'utf8');

/** The row that the page has to show: name, default, values and meaning. */
function rowOf({ name, default: text, expected, description }: Setting): string {
  return `| \`${name}\` | ${showDefault(text)} | ${expected.en} | ${description.en} |`;
}

/** Paths of the product are shown from its folder. */
function showDefault(text: string | undefined): string {
  if (text === undefined) return 'none';
  return `\`${isAbsolute(text) ? relative(projectRoot(), text) : text}\``;
}

describe('the page on operations', () => {
  const rows = page.match(/^\| `[A-Z_]+` \|.*$/gm) ?? [];

  it('has a row for every setting, with its default, its values and its meaning, in their order', () => {
    expect(rows).toEqual(SETTINGS.map(rowOf));
  });

  it.each([OWNER_ROLE, SERVICE_ROLE, MIGRATIONS_TABLE])('names %s', (name) => expect(page).toContain(`\`${name}\``));
});
