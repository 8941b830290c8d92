import { Client } from 'pg';

/** Owns the database and migrates it. */
export const OWNER_ROLE = 'jifen_owner';
/** Serves: it may do what the migrations grant it. */
export const SERVICE_ROLE = 'jifen_service';

/** Any number, the same for all: whoever prepares a server does it alone. */
const PREPARING = 1_785_292_901;

/**
 * Creates the two roles, as far as missing. They have no password: they are let in because of where they come from.
 *
 * @param admin a session of a superuser
 */
export async function ensureRoles(admin: Client): Promise<void> {
  await alone(admin, async () => {
    for (const role of [OWNER_ROLE, SERVICE_ROLE]) {
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
      if (rowCount === 0) await admin.query(`create role ${role} login`);
    }
  });
}

/**
 * Creates a database of the owner role when it is missing, and lets only the two roles connect to it.
 *
 * @param admin a session of a superuser, with any database but the template
 * @param template the database to copy; nobody may be connected to it
 */
export async function ensureDatabase(admin: Client, name: string, template = 'template1'): Promise<void> {
  const [quotedName, quotedTemplate] = [name, template].map((text) => admin.escapeIdentifier(text));
  await alone(admin, async () => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await admin.query(`create database ${quotedName} owner ${OWNER_ROLE} template ${quotedTemplate}`);
    }
    await admin.query(`revoke all on database ${quotedName} from public`);
    await admin.query(`grant connect on database ${quotedName} to ${SERVICE_ROLE}`);
  });
}

async function alone(admin: Client, work: () => Promise<void>): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [PREPARING]);
  try {
    await work();
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [PREPARING]);
  }
}
