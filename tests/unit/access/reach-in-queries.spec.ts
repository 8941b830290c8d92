import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

// Reads the source for queries over enterprises and what belongs to them. Each is asked within a reach, or stands here
// with the reason why it need not be. A query that is new and neither fails this test.

const ROOT = join(__dirname, '../../..');
const TABLES = ['subject', 'subject_entry', 'record', 'inspection', 'finding', 'measure', 'measure_event'];
const OVER_ENTERPRISES = new RegExp(`\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(?:${TABLES.join('|')})\\b`);
const WITHIN_REACH = /\$\{(?:this\.reach\.ofSubjects\(|inReach\b)/;
const ENTITIES = 'Subject|SubjectEntry|RecordRow|Inspection|Finding|Measure|MeasureEvent';
const BY_ENTITY = new RegExp(
  `\\b(?:find\\w*|count\\w*|exists\\w*|getRepository|createQueryBuilder)\\(\\s*(?:${ENTITIES})\\b`,
);

/** The files with queries without a reach, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'src/access/reach/reach.store.ts': 'an administrator, who reaches everything, says which enterprise an account is of',
  'src/audit/verification/verify-records.ts': 'the operator verifies the whole database, and is shown places only',
  'src/certificates/evidence.read-model.ts': 'of one subject, by the id of its row, which was found within reach',
  'src/demo/district-state.ts': 'the demonstration fills a database of its own',
  'src/demo/district-summary.ts': 'the demonstration tells on the console what it made',
  'src/impacts/population.reader.ts': 'the whole population, for those only who reach everything',
  'src/inspections/history.read-model.ts': 'of one subject, by the id of its row, which was found within reach',
  'src/inspections/kept-inspection.ts': 'the tables of a kept inspection, to which those who ask add the reach',
  'src/inspections/record-store.ts': 'adds to one subject, locked within reach',
  'src/jobs/daily-measures.service.ts': 'the service itself: what the calendar brings about for all',
  'src/measures/measures.store.ts': 'of one subject or measure, by the id of its row, which was found within reach',
  'src/subjects/reach-filter.ts': 'the filter itself',
  'src/subjects/register-store.ts': 'of subjects by the ids of their rows, found within reach; a new one',
};

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => relative(ROOT, join(folder, name)));
}

/** The texts of a file that are queries over enterprises, as they stand in the source. */
function queriesIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      const query = node.getText();
      if (OVER_ENTERPRISES.test(query)) found.push(query);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

const unrestricted = (text: string): number => queriesIn(text).filter((query) => !WITHIN_REACH.test(query)).length;

describe('the queries of the source over enterprises', () => {
  const files = sourceFiles(join(ROOT, 'src')).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const);

  it('are asked within a reach, or have a reason not to be', () => {
    const found = files.filter(([, text]) => unrestricted(text) > 0).map(([file]) => file);
    expect(found.sort()).toEqual(Object.keys(WITHOUT).sort());
  });

  it('are all in SQL, where they can be seen', () => {
    expect(files.filter(([, text]) => BY_ENTITY.test(text)).map(([file]) => file)).toEqual([]);
  });
});

describe('what the source is read by', () => {
  it.each([
    ["query('SELECT id FROM subject WHERE id = $1')", 1],
    ['query(`SELECT 1 FROM finding f JOIN record r ON true`)', 1],
    ['query(`SELECT 1 FROM subject s WHERE ${inReach(parameters)}`)', 0],
    ["query(`SELECT 1 FROM subject s WHERE ${this.reach.ofSubjects(reach, 's', parameters)}`)", 0],
    ["query(`SELECT 1 FROM measure WHERE ${where} AND ${'TRUE'}`)", 1],
    ["query('SELECT 1 FROM office')", 0],
    ['// a word FROM subject in a comment', 0],
  ])('sees in %s %i without a reach', (source, count) => expect(unrestricted(source)).toBe(count));

  it.each(['manager.findOneBy(Subject, { code })', 'dataSource.getRepository(Measure)'])('sees %s', (source) => {
    expect(BY_ENTITY.test(source)).toBe(true);
  });
});
