import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often signing in under a name failed of late, whether there is such an account or not. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn({ name: 'name_hash', type: 'text' })
  nameHash!: string;

  @Column({ name: 'failures', type: 'integer' })
  failures!: number;

  @Index('sign_in_attempt_forget_at')
  @Column({ name: 'forget_at', type: 'timestamptz', precision: 3 })
  forgetAt!: Date;
}
