import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CivilDate, CompiledRuleSet, compileRuleSet } from '../core';
import { askTogether } from '../database/ask-together';
import { PublishedLife } from './life/version-state';

/** A published version, ready to score with. */
export interface PublishedVersion {
  /** Id of its row. */
  readonly id: string;
  readonly rules: CompiledRuleSet;
}

/** A version in a list: what names it, and its life since it was published. */
export interface VersionSummary extends PublishedLife {
  readonly version: string;
  readonly hash: string;
  readonly shipped: boolean;
  readonly publishedAt: Date;
}

/** The newest version of a rule set and the days on which each is in force, half-open. */
interface Calendar {
  readonly newest: string | null;
  readonly periods: readonly { readonly versionId: string; readonly from: CivilDate; readonly to: CivilDate | null }[];
}

/** Answers which versions there are and which is in force. Contents never change, so compiled ones are kept for good. */
@Injectable()
export class RuleSetsReadModel {
  private readonly compiled = new Map<string, CompiledRuleSet>();
  private readonly calendars = new WeakMap<EntityManager, Map<string, Promise<Calendar>>>();

  /** The version of a rule set in force on a day; undefined where there is none. */
  async inForceOn(manager: EntityManager, ruleSetId: string, day: CivilDate): Promise<PublishedVersion | undefined> {
    const { periods } = await this.calendar(manager, ruleSetId);
    const period = periods.find(({ from, to }) => from <= day && (to === null || day < to));
    return period === undefined ? undefined : this.version(manager, period.versionId);
  }

  /** Every version in force on a day or on any later one, in the order of their first such day. */
  async inForceSince(manager: EntityManager, day: CivilDate): Promise<readonly PublishedVersion[]> {
    const rows = await manager.query<{ version_id: string }[]>(
      `SELECT version_id FROM rule_set_period WHERE days && daterange($1::date, NULL)
        GROUP BY version_id, rule_set_id ORDER BY rule_set_id, min(lower(days))`,
      [day],
    );
    const versions: PublishedVersion[] = [];
    for (const { version_id } of rows) versions.push(await this.version(manager, version_id));
    return versions;
  }

  /** A published version by its number; undefined where there is none. */
  async byVersion(manager: EntityManager, ruleSetId: string, version: string): Promise<PublishedVersion | undefined> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM rule_set_version WHERE rule_set_id = $1 AND version = $2`,
      [ruleSetId, version],
    );
    return rows[0] === undefined ? undefined : this.version(manager, rows[0].id);
  }

  /** A published version by the id of its row, which must exist. */
  async version(manager: EntityManager, id: string): Promise<PublishedVersion> {
    const known = this.compiled.get(id);
    if (known !== undefined) return { id, rules: known };
    const rows = await manager.query<{ canonical: string }[]>('SELECT canonical FROM rule_set_version WHERE id = $1', [
      id,
    ]);
    if (rows[0] === undefined) throw new Error(`no version of a rule set with the id ${id}`);
    const rules = compileRuleSet(JSON.parse(rows[0].canonical));
    this.compiled.set(id, rules);
    return { id, rules };
  }

  /** The time zone in which the days of a rule set are meant: that of its newest version; undefined where it is unknown. */
  async timeZone(manager: EntityManager, ruleSetId: string): Promise<string | undefined> {
    const { newest } = await this.calendar(manager, ruleSetId);
    return newest === null ? undefined : (await this.version(manager, newest)).rules.ruleSet.timeZone;
  }

  /** Which version is in force when. Asked of the database once a transaction, which several questions of one share. */
  private calendar(manager: EntityManager, ruleSetId: string): Promise<Calendar> {
    const inTransaction = manager.queryRunner?.isTransactionActive === true;
    if (!inTransaction) return this.readCalendar(manager, ruleSetId);
    const known = this.calendars.get(manager) ?? new Map<string, Promise<Calendar>>();
    this.calendars.set(manager, known);
    const calendar = known.get(ruleSetId) ?? this.readCalendar(manager, ruleSetId);
    known.set(ruleSetId, calendar);
    return calendar;
  }

  private readCalendar(manager: EntityManager, ruleSetId: string): Promise<Calendar> {
    return askTogether<Calendar>(manager, {
      sql: `SELECT json_build_object(
              'newest', (SELECT id FROM rule_set_version WHERE rule_set_id = $1 ORDER BY published_at DESC, id LIMIT 1),
              'periods', (SELECT coalesce(json_agg(json_build_object('versionId', version_id, 'from', lower(days), 'to', upper(days))), '[]')
                            FROM rule_set_period WHERE rule_set_id = $1 AND NOT isempty(days)))`,
      params: [ruleSetId],
    });
  }

  async exists(manager: EntityManager, ruleSetId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>('SELECT 1 FROM rule_set WHERE id = $1', [ruleSetId]);
    return rows.length > 0;
  }

  /** The ids of all rule sets, sorted. */
  async ids(manager: EntityManager): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>('SELECT id FROM rule_set ORDER BY id');
    return rows.map(({ id }) => id);
  }

  /** The published versions of a rule set, the first published first. */
  async versions(manager: EntityManager, ruleSetId: string): Promise<readonly VersionSummary[]> {
    const rows = await manager.query<
      (Omit<VersionSummary, 'inForce'> & { inForce: VersionSummary['inForce'] | null })[]
    >(
      `SELECT v.version, v.hash, v.shipped, v.published_at AS "publishedAt",
              (SELECT json_agg(json_build_object('from', lower(p.days), 'to', upper(p.days)) ORDER BY p.days)
                 FROM rule_set_period p WHERE p.version_id = v.id AND NOT isempty(p.days)) AS "inForce",
              EXISTS (SELECT FROM rule_set_life_event e WHERE e.version_id = v.id AND e.type = 'withdrawn') AS withdrawn,
              EXISTS (SELECT FROM rule_set_life_event e WHERE e.version_id = v.id AND e.type = 'retired') AS retired
         FROM rule_set_version v
        WHERE v.rule_set_id = $1
        ORDER BY v.published_at, string_to_array(v.version, '.')::int[]`,
      [ruleSetId],
    );
    return rows.map((row) => ({ ...row, inForce: row.inForce ?? [] }));
  }
}
