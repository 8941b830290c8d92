import { DataSource } from 'typeorm';
import { MIGRATIONS_TABLE } from './data-source';

/** The service would run with rights it must not have, or without those it needs. For the operator's terminal. */
export class ServingRoleError extends Error {
  constructor(role: string) {
    super(
      [
        `数据库角色 ${role} 不能作为服务角色：须能读取 ${MIGRATIONS_TABLE}，且不得为所有者或者超级用户。请核对 DATABASE_SERVICE_URL。`,
        `The database role ${role} cannot serve: it must be able to read ${MIGRATIONS_TABLE} and be neither owner nor superuser. Check DATABASE_SERVICE_URL.`,
      ].join('\n'),
    );
    this.name = 'ServingRoleError';
  }
}

/**
 * Makes sure that requests are not served by the owner, whom the append-only tables do not bind.
 * @throws ServingRoleError
 */
export async function assertServingRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<{ name: string; reads: boolean; writes: boolean }[]>(
    `SELECT current_user AS name, has_table_privilege($1, 'SELECT') AS reads, has_table_privilege($1, 'INSERT') AS writes`,
    [MIGRATIONS_TABLE],
  );
  if (role === undefined || !role.reads || role.writes) throw new ServingRoleError(role?.name ?? '?');
}
