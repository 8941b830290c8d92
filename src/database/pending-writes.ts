/** Statements that are on their way to the database and whose answers nobody needs before the commit. */
export class PendingWrites {
  private readonly writes: Promise<unknown>[] = [];

  add(write: Promise<unknown>): void {
    // It fails in `done`; until then nobody may be listening, which would end the process.
    write.catch(() => undefined);
    this.writes.push(write);
  }

  /** @throws whatever the first of them failed with */
  async done(): Promise<void> {
    await Promise.all(this.writes.splice(0));
  }
}
