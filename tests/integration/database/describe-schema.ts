import { DataSource } from 'typeorm';

/** What is in a database, but for the table of migrations: one line for each thing, sorted. */
export async function describeSchema(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ line: string }[]>(`
    SELECT format('column %s.%s %s %s %s %s', table_name, column_name, data_type, is_nullable, column_default, is_identity) AS line
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
    UNION ALL
    SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> to_regclass('schema_migrations')
    UNION ALL
    SELECT format('index %s', indexdef) FROM pg_indexes
      WHERE schemaname = 'public' AND tablename <> 'schema_migrations'
    UNION ALL
    SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT format('function %s', pg_get_functiondef(p.oid)) FROM pg_proc p
      WHERE pronamespace = 'public'::regnamespace AND prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('grant %s %s %s', grantee, privilege_type, table_name) FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND grantee = 'jifen_service' AND table_name <> 'schema_migrations'
    UNION ALL
    SELECT format('grant %s %s %s.%s', grantee, privilege_type, table_name, column_name)
      FROM information_schema.role_column_grants
      WHERE table_schema = 'public' AND grantee = 'jifen_service' AND table_name <> 'schema_migrations'
    UNION ALL
    SELECT format('extension %s', extname) FROM pg_extension WHERE extname <> 'plpgsql'
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}
