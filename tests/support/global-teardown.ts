import { cleanServer, TEST_SERVER, TestServer } from './test-server';

export default async function tearDown(): Promise<void> {
  const told = process.env[TEST_SERVER];
  if (told !== undefined) await cleanServer(JSON.parse(told) as TestServer);
  await globalThis.testRun?.stop();
}
