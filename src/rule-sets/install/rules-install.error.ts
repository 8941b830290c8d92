import { AnyProblem, wordsOf } from '../../common/errors/worded-problem';

/** What is wrong with one file of the rules folder. */
export interface FileFault {
  readonly file: string;
  readonly problem: AnyProblem;
}

/** Most faults that are told: a file of another kind has hundreds, and nobody reads them all. */
const MAX_TOLD = 20;

/** Rule sets with which the service does not start. The message is for the operator's terminal, in both languages. */
export class RulesInstallError extends Error {
  constructor(readonly faults: readonly FileFault[]) {
    const told = faults.slice(0, MAX_TOLD);
    const more = faults.length - told.length;
    super(
      [
        '规则集未能安装，服务未启动。The rule sets could not be installed; the service did not start.',
        ...told.flatMap(tell),
        ...(more > 0 ? [`  另有 ${more} 处。And ${more} more.`] : []),
      ].join('\n'),
    );
    this.name = 'RulesInstallError';
  }
}

function tell({ file, problem }: FileFault): string[] {
  const place = problem.path === '' ? file : `${file} ${problem.path}`;
  const [chinese, english] = [wordsOf(problem, 'zh-CN'), wordsOf(problem, 'en')];
  return [`  ${place}：${chinese.message}${chinese.mend}`, `  ${place}: ${english.message} ${english.mend}`];
}
