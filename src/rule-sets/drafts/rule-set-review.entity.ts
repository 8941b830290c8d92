import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What one person decided on exactly one content, and on the impact report that lay beside it. Append-only. */
@Entity('rule_set_review')
@Unique('rule_set_review_draft_id_round_reviewer_verdict_key', ['draftId', 'round', 'reviewer', 'verdict'])
export class RuleSetReview {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'draft_id', type: 'uuid' })
  draftId!: string;

  @Column({ name: 'round', type: 'integer' })
  round!: number;

  @Column({ name: 'hash', type: 'text' })
  hash!: string;

  @Column({ name: 'verdict', type: 'text' })
  verdict!: 'approved' | 'rejected';

  @Column({ name: 'reviewer', type: 'text' })
  reviewer!: string;

  @Column({ name: 'comment', type: 'text', nullable: true })
  comment!: string | null;

  @Column({ name: 'report_hash', type: 'text', nullable: true })
  reportHash!: string | null;

  @Column({ name: 'reviewed_at', type: 'timestamptz', precision: 3 })
  reviewedAt!: Date;
}
