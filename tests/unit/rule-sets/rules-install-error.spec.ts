import { problemIn } from '../../../src/common/errors/worded-problem';
import { INSTALL_MESSAGES } from '../../../src/rule-sets/install/install.messages';
import { RulesInstallError } from '../../../src/rule-sets/install/rules-install.error';

const fault = (file: string) => ({ file, problem: problemIn(INSTALL_MESSAGES, 'in_force_missing') });

describe('the error that stops the start', () => {
  it('tells each fault in both languages, one line each', () => {
    expect(new RulesInstallError([fault('rules/a')]).message.split('\n')).toEqual([
      '规则集未能安装，服务未启动。The rule sets could not be installed; the service did not start.',
      '  rules/a：缺少 in-force.json。请在该文件中列明各版本的生效期。',
      '  rules/a: It has no in-force.json. Add one that lists the periods in force of its versions.',
    ]);
  });

  it('tells twenty and counts the rest', () => {
    const { message, faults } = new RulesInstallError(Array.from({ length: 23 }, (_, n) => fault(`f${n}`)));
    expect(message.split('\n')).toHaveLength(1 + 2 * 20 + 1);
    expect(message).toContain('另有 3 处。And 3 more.');
    expect(faults).toHaveLength(23);
  });
});
