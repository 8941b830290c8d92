import { contentHash } from '../../../src/core';
import { RuleSetFiles } from '../../../src/rule-sets/install/check-folder';
import { Period, planInstall, StoredRuleSet } from '../../../src/rule-sets/install/install-plan';

const file = (version: string) => ({ id: 'r', version, file: `r/${version}.json`, document: { version } });
const files = (versions: readonly string[], periods: RuleSetFiles['periods']): RuleSetFiles => ({
  id: 'r',
  versions: versions.map(file),
  inForceFile: 'r/in-force.json',
  periods,
});
const stored = (versions: readonly string[], periods: readonly Period[]): StoredRuleSet => ({
  versions: versions.map((version) => ({ version, hash: contentHash({ version }) })),
  periods,
});
const OPEN: Period = { version: '1', from: '2025-10-01', to: null };

describe('the plan of an installation', () => {
  it('adds everything to an empty database', () => {
    const plan = planInstall(files(['1'], [{ version: '1', from: '2025-10-01' }]), stored([], []));
    expect(plan).toEqual({ add: [file('1')], end: [], begin: [OPEN], faults: [] });
  });

  it('is empty where everything is installed', () => {
    const plan = planInstall(files(['1'], [{ version: '1', from: '2025-10-01' }]), stored(['1'], [OPEN]));
    expect(plan).toEqual({ add: [], end: [], begin: [], faults: [] });
  });

  it('leaves alone a version that has no file any more', () => {
    expect(planInstall(files([], []), stored(['1'], [])).faults).toEqual([]);
  });

  it('ends an open period and begins the next', () => {
    const periods = [
      { version: '1', from: '2025-10-01', to: '2026-10-01' },
      { version: '2', from: '2026-10-01' },
    ];
    const plan = planInstall(files(['1', '2'], periods), stored(['1'], [OPEN]));
    expect(plan).toMatchObject({
      add: [file('2')],
      end: [periods[0]],
      begin: [{ ...periods[1], to: null }],
      faults: [],
    });
  });

  it.each<[string, RuleSetFiles['periods']]>([
    ['another beginning', [{ version: '1', from: '2025-09-01', to: '2026-10-01' }]],
    ['another end', [{ version: '1', from: '2025-10-01', to: '2026-09-01' }]],
    ['no end', [{ version: '1', from: '2025-10-01' }]],
    ['another version', [{ version: '2', from: '2025-10-01', to: '2026-10-01' }]],
  ])('finds fault with %s of a period that was ended', (_, periods) => {
    const { faults } = planInstall(files(['1', '2'], periods), stored(['1'], [{ ...OPEN, to: '2026-10-01' }]));
    expect(faults.map(({ file: name, problem }) => `${name} ${problem.code}`)).toEqual([
      'r/in-force.json period_changed',
    ]);
  });

  it('finds fault with every version whose content is another', () => {
    const { faults } = planInstall(files(['1', '2'], []), {
      versions: [
        { version: '1', hash: 'sha256:0' },
        { version: '2', hash: contentHash({ version: '2' }) },
      ],
      periods: [],
    });
    expect(faults).toEqual([
      {
        file: 'r/1.json',
        problem: expect.objectContaining({
          code: 'published_changed',
          params: { version: '1', installed: 'sha256:0', found: contentHash({ version: '1' }) },
        }) as unknown,
      },
    ]);
  });
});
