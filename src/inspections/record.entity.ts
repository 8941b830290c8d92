import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { HistoryRecord } from '../core';
import { RecordContent } from './record-content';

/** One record of a subject's history under a rule set. Append-only. */
@Entity('record')
@Unique('record_subject_id_rule_set_id_number_key', ['subjectId', 'ruleSetId', 'number'])
@Unique('record_subject_id_rule_set_id_key_key', ['subjectId', 'ruleSetId', 'key'])
export class RecordRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Index('record_rule_set_id')
  @Column({ name: 'rule_set_id', type: 'text' })
  ruleSetId!: string;

  /** Its place in the history: the order in which records were taken. */
  @Column({ name: 'number', type: 'integer' })
  number!: number;

  /** Its name in the history, given by whoever sent it; its id where none was given. */
  @Column({ name: 'key', type: 'text' })
  key!: string;

  @Column({ name: 'type', type: 'text' })
  type!: HistoryRecord['type'];

  /** The day it happened or was decided. */
  @Column({ name: 'day', type: 'date' })
  day!: string;

  /** When it became known: the service's clock, or what an import of older records states. */
  @Column({ name: 'known_at', type: 'timestamptz', precision: 3 })
  knownAt!: Date;

  /** The service's own instant, whatever an import states. */
  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;

  /** The version that scored it, where it is an inspection. */
  @Index('record_version_id')
  @Column({ name: 'version_id', type: 'uuid', nullable: true })
  versionId!: string | null;

  @Column({ name: 'content', type: 'jsonb' })
  content!: RecordContent;
}
