import { MigrationInterface, QueryRunner } from 'typeorm';
import { canonicalJson } from '../src/core';

interface StoredEvent {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly correlation_id: string;
}

const PAGE = 500;

/**
 * Chains the audit events. The text of an event is what counts and what is hashed; its columns are taken from that text.
 * Each event becomes a link of the chain of its jurisdiction when its transaction commits: only then is the head of the
 * chain locked, so that chains have no gaps and no work waits for one. Links are written by the owner's function alone.
 */
export class ChainAuditEvents1763903000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE audit_event
        ADD COLUMN actor_name text,
        ADD COLUMN source_address text,
        ADD COLUMN rule_set jsonb,
        ADD COLUMN content text;
    `);
    await tellContents(queryRunner);
    await queryRunner.query(CHAIN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER audit_event_chained ON audit_event;
      DROP TRIGGER audit_event_columns ON audit_event;
      DROP TABLE audit_link;
      DROP TABLE audit_chain;
      DROP FUNCTION chain_audit_event();
      DROP FUNCTION append_audit_link(audit_event);
      DROP FUNCTION audit_jurisdiction(text, text);
      DROP FUNCTION fill_audit_columns();
      ALTER TABLE audit_event DROP COLUMN content, DROP COLUMN rule_set, DROP COLUMN source_address,
        DROP COLUMN actor_name;
    `);
  }
}

/** Gives the events that there are their texts. */
async function tellContents(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only');
  for (let after = 0; ;) {
    const events = (await queryRunner.query(
      `SELECT id, at, actor, action, entity, entity_id, before, after, correlation_id
         FROM audit_event WHERE id > $1 ORDER BY id LIMIT ${PAGE}`,
      [after],
    )) as readonly StoredEvent[];
    const last = events.at(-1);
    if (last === undefined) break;
    await queryRunner.query(
      `UPDATE audit_event e SET content = told.content, actor_name = told.content::jsonb #>> '{actor,name}'
         FROM unnest($1::bigint[], $2::text[]) AS told (id, content) WHERE told.id = e.id`,
      [events.map(({ id }) => id), events.map(contentOf)],
    );
    after = last.id;
  }
  await queryRunner.query('ALTER TABLE audit_event ENABLE TRIGGER audit_event_append_only');
}

function contentOf(event: StoredEvent): string {
  const [, kind, id] = /^(account|api_key):(.*)$/.exec(event.actor) ?? ['', 'system', event.actor];
  return canonicalJson({
    at: event.at.toISOString(),
    actor: { kind, id, name: id },
    sourceAddress: null,
    action: event.action,
    entity: event.entity,
    entityId: event.entity_id,
    before: event.before,
    after: event.after,
    ruleSet: null,
    correlationId: event.correlation_id,
  });
}

const CHAIN = `
  ALTER TABLE audit_event ALTER COLUMN content SET NOT NULL, ALTER COLUMN actor_name SET NOT NULL;

  CREATE FUNCTION fill_audit_columns() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    event jsonb := NEW.content::jsonb;
    kind text := event #>> '{actor,kind}';
  BEGIN
    NEW.at := event ->> 'at';
    NEW.actor := CASE kind WHEN 'system' THEN '' ELSE kind || ':' END || (event #>> '{actor,id}');
    NEW.actor_name := event #>> '{actor,name}';
    NEW.source_address := event ->> 'sourceAddress';
    NEW.action := event ->> 'action';
    NEW.entity := event ->> 'entity';
    NEW.entity_id := event ->> 'entityId';
    NEW.before := nullif(event -> 'before', 'null');
    NEW.after := nullif(event -> 'after', 'null');
    NEW.rule_set := nullif(event -> 'ruleSet', 'null');
    NEW.correlation_id := event ->> 'correlationId';
    RETURN NEW;
  END $$;
  CREATE TRIGGER audit_event_columns BEFORE INSERT ON audit_event
    FOR EACH ROW EXECUTE FUNCTION fill_audit_columns();

  -- The head of each chain: the lock that its writers queue for, and where the chain was as the last of them committed.
  CREATE TABLE audit_chain (
    jurisdiction text PRIMARY KEY,
    number bigint NOT NULL CHECK (number >= 0),
    hash text CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
    CHECK ((number = 0) = (hash IS NULL))
  );
  -- Without foreign keys: only the function below writes it, of what it has in hand, and each would cost two more looks.
  CREATE TABLE audit_link (
    jurisdiction text NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    event_id bigint NOT NULL UNIQUE,
    hash text NOT NULL CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
    PRIMARY KEY (jurisdiction, number)
  );

  -- The code of the office at the top of the tree that an entity belongs to; '*' for what belongs to none.
  CREATE FUNCTION audit_jurisdiction(entity text, entity_id text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    whose uuid;
    office uuid;
    above uuid;
    code text := '*';
  BEGIN
    CASE entity
      WHEN 'record' THEN SELECT r.subject_id INTO whose FROM record r WHERE r.id = entity_id::uuid;
      WHEN 'measure' THEN SELECT m.subject_id INTO whose FROM measure m WHERE m.id = entity_id::uuid;
      WHEN 'subject' THEN SELECT s.id INTO whose FROM subject s WHERE s.code = entity_id;
      WHEN 'office' THEN SELECT o.id INTO above FROM office o WHERE o.code = entity_id;
      WHEN 'inspector' THEN SELECT i.office_id INTO above FROM inspector i WHERE i.certificate_number = entity_id;
      ELSE RETURN code;
    END CASE;
    IF whose IS NOT NULL THEN
      SELECT e.office_id INTO above FROM subject_entry e
       WHERE e.subject_id = whose AND e.office_id IS NOT NULL ORDER BY e.valid_from DESC, e.number DESC LIMIT 1;
    END IF;
    WHILE above IS NOT NULL LOOP
      office := above;
      SELECT o.code, o.parent_id INTO code, above FROM office o WHERE o.id = office;
    END LOOP;
    RETURN code;
  END $$;

  -- The hash is that of the canonical JSON of {event, jurisdiction, number, previous}. To move the head on is to lock it.
  CREATE FUNCTION append_audit_link(event audit_event) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    chain text := audit_jurisdiction(event.entity, event.entity_id);
  BEGIN
    WITH head AS (
      UPDATE audit_chain c
         SET number = c.number + 1,
             hash = 'sha256:' || encode(sha256(convert_to(
               '{"event":' || event.content || ',"jurisdiction":' || to_json(c.jurisdiction) || ',"number":' || c.number + 1
                 || ',"previous":' || coalesce(to_json(c.hash)::text, 'null') || '}', 'UTF8')), 'hex')
       WHERE c.jurisdiction = chain
      RETURNING c.jurisdiction, c.number, c.hash
    )
    INSERT INTO audit_link (jurisdiction, number, event_id, hash)
    SELECT jurisdiction, number, event.id, hash FROM head;
    IF NOT FOUND THEN
      INSERT INTO audit_chain (jurisdiction, number) VALUES (chain, 0) ON CONFLICT DO NOTHING;
      PERFORM append_audit_link(event);
    END IF;
  END $$;

  -- Runs as the owner, for the serving role may only look at chains.
  CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM append_audit_link(NEW);
    RETURN NULL;
  END $$;

  DO $$
  DECLARE
    event audit_event;
  BEGIN
    FOR event IN SELECT * FROM audit_event ORDER BY id LOOP
      PERFORM append_audit_link(event);
    END LOOP;
  END $$;

  CREATE CONSTRAINT TRIGGER audit_event_chained AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
  CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE ON audit_link
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_link_never_emptied BEFORE TRUNCATE ON audit_link EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_chain_never_ended BEFORE DELETE ON audit_chain
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_chain_never_emptied BEFORE TRUNCATE ON audit_chain EXECUTE FUNCTION refuse_change();

  GRANT SELECT ON audit_chain, audit_link TO jifen_service;
`;
