import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may call the service: accounts of people with their sessions, and keys of machines. Of passwords, session ids and
 * keys only hashes are stored. Accounts and keys are never deleted: the audit names them.
 */
export class CreateAccounts1763901000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
        display_name text NOT NULL,
        roles text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['rule_author', 'rule_approver',
          'district_officer', 'town_inspector', 'enterprise', 'auditor', 'system_administrator']),
        reach text NOT NULL CHECK (reach IN ('everything', 'offices', 'subject')),
        office_ids uuid[] NOT NULL,
        subject_code text REFERENCES subject (code),
        password_hash text,
        one_time_until timestamptz(3),
        password_changed_at timestamptz(3),
        oidc_issuer text,
        oidc_subject text,
        disabled_at timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT account_open_id UNIQUE (oidc_issuer, oidc_subject),
        CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL)),
        CHECK ((reach = 'offices') = (cardinality(office_ids) > 0)),
        CHECK ((reach = 'subject') = (subject_code IS NOT NULL)),
        CHECK (one_time_until IS NULL OR password_hash IS NOT NULL)
      );
      CREATE INDEX account_subject_code ON account (subject_code);

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        created_at timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3)
      );
      CREATE INDEX session_account_id ON session (account_id);
      CREATE INDEX session_expires_at ON session (expires_at);

      -- Every id that a session ever had: one that was replaced and comes again was copied.
      CREATE TABLE session_token (
        hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
        session_id uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        issued_at timestamptz(3) NOT NULL,
        replaced_at timestamptz(3)
      );
      CREATE INDEX session_token_session_id ON session_token (session_id);

      -- By the hash of the name that was entered, of an account or not: both are counted, and take, the same.
      CREATE TABLE sign_in_attempt (
        name_hash text PRIMARY KEY CHECK (name_hash ~ '^[0-9a-f]{64}$'),
        failures integer NOT NULL CHECK (failures > 0),
        forget_at timestamptz(3) NOT NULL
      );
      CREATE INDEX sign_in_attempt_forget_at ON sign_in_attempt (forget_at);

      CREATE TABLE api_key (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        start text NOT NULL,
        hash text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        reach text NOT NULL CHECK (reach IN ('everything', 'offices', 'subject')),
        office_ids uuid[] NOT NULL,
        subject_code text REFERENCES subject (code),
        created_by text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        last_used_at timestamptz(3),
        CHECK ((reach = 'offices') = (cardinality(office_ids) > 0)),
        CHECK ((reach = 'subject') = (subject_code IS NOT NULL))
      );
      CREATE INDEX api_key_subject_code ON api_key (subject_code);

      GRANT SELECT, INSERT ON account, session, session_token, sign_in_attempt, api_key TO jifen_service;
      GRANT UPDATE (display_name, roles, reach, office_ids, subject_code, password_hash, one_time_until,
                    password_changed_at, oidc_issuer, oidc_subject, disabled_at) ON account TO jifen_service;
      GRANT UPDATE (last_seen_at, ended_at) ON session TO jifen_service;
      GRANT UPDATE (replaced_at) ON session_token TO jifen_service;
      GRANT UPDATE ON sign_in_attempt TO jifen_service;
      GRANT UPDATE (revoked_at, last_used_at) ON api_key TO jifen_service;
      GRANT DELETE ON session, session_token, sign_in_attempt TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE api_key;
      DROP TABLE sign_in_attempt;
      DROP TABLE session_token;
      DROP TABLE session;
      DROP TABLE account;
    `);
  }
}
