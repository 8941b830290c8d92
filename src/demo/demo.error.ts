/** The demonstration cannot be made. The message is for the person at the terminal, in both languages. */
export class DemoError extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`);
    this.name = 'DemoError';
  }
}
