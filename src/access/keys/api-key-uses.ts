import { Injectable, Logger, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock';
import { noteUses } from './api-keys.store';

/** How often uses are written down: a request itself writes nothing. */
const INTERVAL_MS = 60_000;

/** Remembers when each key was last used, and writes it down now and then. What a crash loses is a minute of it. */
@Injectable()
export class ApiKeyUses implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('ApiKeys');
  private uses = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.write(), INTERVAL_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  note(id: string): void {
    this.uses.set(id, this.clock.now());
  }

  /** Writes down what was noted. It is no reason to fail if that cannot be done. */
  async write(): Promise<void> {
    const uses = this.uses;
    this.uses = new Map();
    try {
      await noteUses(this.dataSource.manager, uses);
    } catch (error) {
      this.log.warn(`the last uses of ${uses.size} keys were not written down: ${nameOf(error)}`);
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
