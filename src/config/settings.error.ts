import { Text } from '../core';

/** What is wrong with one setting. Names it, never its value. */
export interface SettingFault {
  readonly name: string;
  readonly message: Text;
  readonly mend: Text;
}

/** Settings with which the service does not start. The message is for the operator's terminal, in both languages. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly SettingFault[]) {
    super(
      [
        '设置有误，服务未启动。The settings are wrong; the service did not start.',
        ...faults.flatMap(({ name, message, mend }) => [
          `  ${name}：${message['zh-CN']}${mend['zh-CN']}`,
          `  ${name}: ${message.en} ${mend.en}`,
        ]),
      ].join('\n'),
    );
    this.name = 'SettingsError';
  }
}
