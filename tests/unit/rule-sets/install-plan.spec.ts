import { contentHash } from '../../../src/core';
import { RuleSetFiles } from '../../../src/rule-sets/install/check-folder';
import { planInstall, StoredRuleSet } from '../../../src/rule-sets/install/install-plan';

const file = (version: string) => ({ id: 'r', version, file: `r/${version}.json`, document: { version } });
const files = (...versions: readonly string[]): RuleSetFiles => ({
  id: 'r',
  versions: versions.map(file),
  inForceFile: 'r/in-force.json',
  periods: [{ version: '1', from: '2025-10-01' }],
});
const hashOf = (version: string): string => contentHash({ version });
const stored = (...versions: readonly string[]): StoredRuleSet => ({
  versions: versions.map((version) => ({ version, hash: hashOf(version), shipped: true })),
  drafted: [],
});

describe('the plan of an installation', () => {
  it('publishes everything with its periods on an empty database', () => {
    expect(planInstall(files('1'), stored(), true)).toEqual({
      add: [file('1')],
      begin: [{ version: '1', from: '2025-10-01', to: null }],
      draft: [],
      faults: [],
    });
  });

  it('is empty where everything is installed, and where a version has no file any more', () => {
    const nothing = { add: [], begin: [], draft: [], faults: [] };
    expect(planInstall(files('1'), stored('1'), false)).toEqual(nothing);
    expect(planInstall(files(), stored('1'), false)).toEqual(nothing);
  });

  it('takes what is new as a draft, of a new rule set too', () => {
    expect(planInstall(files('1', '2'), stored('1'), false)).toMatchObject({ add: [], begin: [], draft: [file('2')] });
    expect(planInstall(files('1'), stored(), false)).toMatchObject({ add: [], begin: [], draft: [file('1')] });
  });

  it('takes the same file as a draft once, and another content under its name anew', () => {
    const drafted = (hash: string) => planInstall(files('1', '2'), { ...stored('1'), drafted: [hash] }, false).draft;
    expect(drafted(hashOf('2'))).toEqual([]);
    expect(drafted(hashOf('3'))).toEqual([file('2')]);
  });

  it('finds fault with a shipped version whose content is another', () => {
    const other = { version: '1', hash: 'sha256:0', shipped: true };
    const { faults } = planInstall(files('1', '2'), { versions: [other], drafted: [] }, false);
    expect(faults).toEqual([
      {
        file: 'r/1.json',
        problem: expect.objectContaining({
          code: 'published_changed',
          params: { version: '1', installed: 'sha256:0', found: hashOf('1') },
        }) as unknown,
      },
    ]);
  });

  it('leaves alone a version that was amended as a draft before it was published', () => {
    const amended = { version: '1', hash: 'sha256:0', shipped: false };
    expect(planInstall(files('1'), { versions: [amended], drafted: [] }, false)).toMatchObject({
      draft: [],
      faults: [],
    });
  });
});
