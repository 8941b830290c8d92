/** The database belongs to a newer release: this one would not understand what it holds. For the operator's terminal. */
export class MigrationError extends Error {
  constructor(unknown: readonly string[]) {
    super(
      [
        '数据库由更新版本的服务升级过，本版本不能使用。请启动更新的版本，或者恢复升级前的备份。',
        'The database was migrated by a newer release. Start that release, or restore a backup from before the upgrade.',
        `  ${unknown.join(', ')}`,
      ].join('\n'),
    );
    this.name = 'MigrationError';
  }
}
