import { setTimeout as sleep } from 'node:timers/promises';
import { anInspection, furnaceFacts, RecordedInspection } from '../../support/furnace.builder';
import { aSubject, aTown, creditCode } from '../../support/register.builder';
import { created, send } from './http-client';
import { ServiceProcess } from './service-process';

/** An inspection that was answered 201, and what was answered. */
export interface Acknowledged {
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer: RecordedInspection;
}

const DAY = '2026-06-12';
const DAMAGE = [{}, { 'furnaces.withLeakAlarm': 1 }, { 'site.waterZones': 1 }, { 'training.archiveComplete': false }];

/** How long one inspection is tried for: longer than a start and a recovery take on a machine that does other work. */
const PATIENCE_MS = 600_000;

/** Several who record inspections one after the other, each for two enterprises, through whatever happens to the service. */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** Attempts that met a broken connection or a 503, and were sent again under their key. */
  failures = 0;
  /** Answers that no fault explains. */
  readonly unexpected: string[] = [];
  private stopping = false;
  private readonly workers: Promise<void>[] = [];

  constructor(
    private readonly service: ServiceProcess,
    private readonly workersCount: number,
  ) {}

  /** Enters the offices and enterprises. */
  async prepare(): Promise<void> {
    const { url } = this.service;
    const head = { validFrom: '2021-01-01' };
    await created(url, '/offices', { code: 'district', level: 'jurisdiction', name: '示例区', ...head });
    await created(url, '/offices', { code: 'bureau', level: 'bureau', parent: 'district', name: '示例局', ...head });
    await created(url, '/offices', aTown('town-a'));
    for (let n = 0; n <= this.workersCount; n += 1) await created(url, '/subjects', aSubject(n));
  }

  start(): void {
    for (let worker = 0; worker < this.workersCount; worker += 1) this.workers.push(this.work(worker));
  }

  /** Waits until so many more are acknowledged. */
  async until(more: number): Promise<void> {
    const goal = this.acknowledged.length + more;
    while (this.acknowledged.length < goal && !this.stopping) await sleep(5);
  }

  /** Lets everybody bring what they have begun to its answer. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.workers);
  }

  private async work(worker: number): Promise<void> {
    for (let n = 0; !this.stopping; n += 1) {
      const damage = DAMAGE[(worker + n) % DAMAGE.length];
      const code = creditCode((worker + (n % 2)) % (this.workersCount + 1));
      const body = anInspection(code, DAY, furnaceFacts(damage));
      const key = `load-${worker}-${n}`;
      const answer = await this.record(key, body);
      if (answer !== undefined) this.acknowledged.push({ key, body, answer });
    }
  }

  private async record(key: string, body: Acknowledged['body']): Promise<RecordedInspection | undefined> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(200)) {
      // The address is another one after a start.
      const answer = await send<RecordedInspection>(this.service.url, ['POST', '/inspections'], { key, body }).catch(
        () => undefined,
      );
      if (answer?.status === 201) return answer.body;
      this.failures += 1;
      if (answer !== undefined && (answer.status !== 503 || answer.retryAfter === null)) {
        this.unexpected.push(`${key}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return undefined;
      }
    }
    this.unexpected.push(`${key}: not answered within ${PATIENCE_MS} ms`);
    return undefined;
  }
}
