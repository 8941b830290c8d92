import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The serving role and what it may do everywhere: use the schema and see which migrations ran. What it may do with a
 * table is granted by the migration that creates the table, and no more than its feature needs.
 *
 * Roles belong to the whole server: one that is there already is taken, and none is dropped on the way down.
 */
export class CreateRolesAndExtensions1763900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      DO $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jifen_service') THEN
          CREATE ROLE jifen_service NOLOGIN;
        END IF;
      EXCEPTION
        -- Another database of the server is being migrated at the same moment.
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'the role jifen_service is missing and % may not create it', current_user
            USING HINT = format('As a superuser: CREATE ROLE jifen_service NOLOGIN; GRANT jifen_service TO %I;', current_user);
      END $$;

      -- So that a service without a login of its own can switch from the owner to the role. Where the role has a login
      -- nobody needs to switch, and an owner who may not grant it need not.
      DO $$
      BEGIN
        IF NOT pg_has_role(current_user, 'jifen_service', 'MEMBER') THEN
          EXECUTE format('GRANT jifen_service TO %I', current_user);
        END IF;
      EXCEPTION
        WHEN insufficient_privilege THEN
          RAISE NOTICE '% may not become jifen_service: give the service a login by DATABASE_SERVICE_URL', current_user;
      END $$;

      GRANT USAGE ON SCHEMA public TO jifen_service;
      GRANT SELECT ON schema_migrations TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE SELECT ON schema_migrations FROM jifen_service;
      REVOKE USAGE ON SCHEMA public FROM jifen_service;
      DROP EXTENSION btree_gist;
    `);
  }
}
