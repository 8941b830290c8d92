import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Clock } from '../../common/clock';
import { Settings } from '../../config/settings';
import { hashOf } from '../secret-text';

export interface Attempt {
  /** Too many failed before: the password is not even to count. */
  readonly isLocked: boolean;
  /** The one that, if it fails, locks the name. */
  readonly isLast: boolean;
}

/**
 * Counts the failures to sign in by name. A try is counted before the password is looked at, so that many at once are
 * no way around, and whether there is such an account or not, so that nothing tells the one from the other.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async begin(name: string): Promise<Attempt> {
    const { signInAttempts: most, signInLock } = this.settings;
    const now = this.clock.now();
    const parameters = [keyOf(name), new Date(now), new Date(now + signInLock), most];
    const [row] = await this.dataSource.query<{ failures: number }[]>(
      `INSERT INTO sign_in_attempt AS kept (name_hash, failures, forget_at) VALUES ($1, 1, $3)
       ON CONFLICT (name_hash) DO UPDATE
         SET failures = CASE WHEN kept.forget_at <= $2 THEN 1 ELSE least(kept.failures + 1, $4 + 1) END,
             forget_at = CASE WHEN kept.forget_at > $2 AND kept.failures >= $4 THEN kept.forget_at ELSE $3 END
       RETURNING failures`,
      parameters,
    );
    const failures = row?.failures ?? 0;
    return { isLocked: failures > most, isLast: failures === most };
  }

  /** What was counted is forgotten: somebody knew the password, or was given another one. */
  async forget(manager: EntityManager, name: string): Promise<void> {
    await manager.query('DELETE FROM sign_in_attempt WHERE name_hash = $1 OR forget_at <= $2', [
      keyOf(name),
      new Date(this.clock.now()),
    ]);
  }
}

/** Not the name itself: people type passwords where names belong. */
export function keyOf(name: string): string {
  return hashOf(name);
}
