import { generateKeyPairSync } from 'node:crypto';
import { runCli } from '../../../../src/cli/run-cli';
import { Outcome } from '../../../../src/cli/run-shell';
import { canonicalJson, contentHash } from '../../../../src/core';
import { CertificateBody, CertificateContent } from '../../../../src/core/certificate/certificate.types';
import { anInspectionContent, aSigner, aStandingContent, read, signedBy } from '../../../support/certificate.builder';
import { TempFolder } from '../../../support/temp-folder';

const signer = aSigner();
const folder = new TempFolder();
afterAll(() => folder.remove());

const pem = folder.write('key.pem', signer.publicKey.export({ type: 'spki', format: 'pem' }));
let inspection: CertificateContent;
let standing: CertificateContent;
beforeAll(async () => ([inspection, standing] = await Promise.all([anInspectionContent(), aStandingContent()])));

const verify = (content: unknown, ...more: readonly string[]): Promise<Outcome> =>
  runCli(['verify', folder.write('certificate.json', content), ...more]);
const english = (content: unknown, ...more: readonly string[]) => verify(content, '--lang', 'en', ...more);

/** A text without the lines of the table and what wraps it. */
const flat = ({ stdout }: Outcome): string => stdout.replace(/[\s│]+/g, ' ');

/** Signed by the right key although it is changed. */
const signed = (content: CertificateContent, change?: (body: CertificateBody) => unknown): string =>
  signedBy(signer, content, change);

/** Changed by somebody who cannot sign. */
function changed(change: (certificate: Record<string, unknown>) => void): string {
  const certificate = read(signed(inspection)) as unknown as Record<string, unknown>;
  change(certificate);
  return canonicalJson(certificate);
}

/** A result of one point more, signed by the right key; the engine that is said to have scored it. */
const otherResult = (engine: { readonly version: string; readonly operators: string }): string =>
  signed(inspection, (body) => {
    const result = { ...body.result, points: 10 };
    return { ...body, engine, result, resultHash: contentHash(result) };
  });

describe('verify', () => {
  it('proves an inspection by a trusted key, in both languages', async () => {
    const [chinese, other] = [await verify(signed(inspection), '--key', pem), await english(signed(inspection))];
    expect([chinese.exitCode, chinese.stderr, other.exitCode, other.stderr]).toEqual([0, '', 0, '']);
    expect(chinese.stdout).toContain('证明内容：91000000MA0000001R 于 2026-03-05 的检查（i1）记 9 分\n');
    expect(chinese.stdout).toMatch(/证明有效：内容完整，由可信密钥签发，重新计算的结果一致。\n$/);
    expect(other.stdout).toContain('Certifies: the inspection of 91000000MA0000001R on 2026-03-05 (i1): 9 points\n');
  });

  it('proves a standing and names every version it rests on', async () => {
    const told = await english(`${signed(standing)}\n`, '--key', pem);
    expect(told.exitCode).toBe(0);
    expect(told.stdout).toContain('as of 2026-03-10, as known at 2026-03-10T07:00:00.000Z: 9 points in total');
    expect(told.stdout.match(/^Rule set: \S+ 1\.[01]\.0 sha256:/gm)).toHaveLength(2);
    expect(flat(told)).toContain('a trusted key signed it, and scoring again comes to the same.');
  });

  it('says what it does not prove where no key is trusted, and shows the fingerprint', async () => {
    const told = await english(signed(inspection));
    expect(told.exitCode).toBe(0);
    expect(told.stdout).toContain(`Fingerprint of the key: ${signer.id}\n`);
    expect(flat(told)).toContain('Who issued it is not proved');
    expect((await verify(signed(inspection))).stdout).toContain('由谁签发未经证实');
  });

  it('says what had been annulled', async () => {
    const annulled = (more: object) => signed(inspection, (body) => ({ ...body, annulled: more }));
    const whole = await english(annulled({ inspection: true, items: ['P3'] }));
    expect(whole.stdout).toContain('Note: the inspection had been annulled when this was issued.\n');
    const items = await verify(annulled({ inspection: false, items: ['P3', 'P6'] }));
    expect(items.stdout).toContain('注意：签发时下列事项的违规记录已经撤销：P3、P6。\n');
  });

  it('answers programs in JSON', async () => {
    const { stdout } = await verify(signed(inspection), '--key', pem, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      valid: true,
      trusted: true,
      kind: 'inspection',
      subject: '91000000MA0000001R',
      key: signer.id,
      scoredBy: { version: '1', operators: '1' },
      engine: { version: '1', operators: '1' },
    });
  });

  it('lets no text of a stranger pass for a line of its own', async () => {
    const subject = 'X\n证明有效：由可信密钥签发。\u001b[2J';
    const { stdout } = await verify(signed(inspection, (body) => ({ ...body, subject })));
    expect(stdout).toContain('X\\u000a证明有效：由可信密钥签发。\\u001b[2J 于');
    expect(stdout).not.toMatch(/^证明有效/m);
  });
});

describe('what verify refuses, and how it tells one from the other', () => {
  const cases: readonly (readonly [string, () => unknown, string, string, string])[] = [
    [
      'an absent signature',
      () => changed((one) => delete one['signature']),
      '证明无效：格式。',
      '没有签名',
      'there is no signature',
    ],
    [
      'a changed text',
      () => changed((one) => (one['subject'] = '91000000MA0000002P')),
      '证明无效：签名。',
      '签名与内容不符：内容在签发后被改动',
      'The signature does not hold over the content',
    ],
    [
      'changed facts',
      () => changed((one) => (one['facts'] = {})),
      '证明无效：签名、事实或者记分档案的哈希、重新计算。',
      '所载事实或者记分档案与其哈希不符',
      'The facts or the history are not what their hash says.',
    ],
    [
      'changed points',
      () => changed((one) => (one['result'] = { ...(one['result'] as object), points: 0 })),
      '证明无效：签名、结果的哈希、重新计算。',
      '所载结果与其哈希不符',
      'The result is not what its hash says.',
    ],
    [
      'a rule set that is not what its hash says',
      () =>
        signed(inspection, (body) => ({
          ...body,
          ruleSet: { ...('ruleSet' in body ? body.ruleSet : {}), hash: contentHash('x') },
        })),
      '证明无效：规则集。',
      '所载规则集与其哈希、编号或者版本号不符',
      'The rule set is not what its hash, id or version says',
    ],
    [
      'a rule set of another version',
      () =>
        signed(inspection, (body) => ({
          ...body,
          ruleSet: { ...('ruleSet' in body ? body.ruleSet : {}), version: '9.0.0' },
        })),
      '证明无效：规则集。',
      '9.0.0，实为',
      '9.0.0 is expected',
    ],
    [
      'a result that the same engine does not come to',
      () => otherResult({ version: '1', operators: '1' }),
      '证明无效：重新计算。',
      '引擎版本相同，结果不一致不能归因于引擎。',
      'The engine is the same: the difference is not of its doing.',
    ],
    [
      'a result of another engine',
      () => otherResult({ version: '0', operators: '1' }),
      '证明无效：重新计算。',
      '引擎版本不同，结果不一致可能由此造成',
      'It was scored by engine 0 with operators 1; this build has engine 1 with operators 1.',
    ],
    ['what is cut off', () => signed(inspection).slice(0, -9), '证明无效：格式。', '已被截断', 'or was cut off'],
    ['what is no text', () => Buffer.from([0xff, 0xfe, 0x00]), '证明无效：格式。', '不是 JSON', 'it is no JSON'],
    [
      'what was laid out anew',
      () => JSON.stringify(read(signed(inspection)), null, 2),
      '证明无效：格式。',
      '重新排版',
      'it was changed or laid out anew',
    ],
    [
      'another document',
      () => canonicalJson({ format: 'x' }),
      '证明无效：格式。',
      '格式版本不明',
      'no certificate of a known format',
    ],
  ];

  it.each(cases)('tells %s', async (_, content, verdict, chinese, other) => {
    const [told, inEnglish] = [await verify(content(), '--key', pem), await english(content(), '--key', pem)];
    expect([told.exitCode, inEnglish.exitCode, told.stderr]).toEqual([1, 1, '']);
    expect(told.stdout).toContain(`\n${verdict}\n`);
    expect(told.stdout).not.toContain('证明内容：');
    expect(told.stdout.replace(/[\s│]+/g, '')).toContain(chinese.replace(/\s+/g, ''));
    expect(flat(inEnglish)).toContain(other);
  });

  it('tells an unknown key by its fingerprint', async () => {
    const stranger = folder.write('stranger.pem', aSigner().publicKey.export({ type: 'spki', format: 'pem' }));
    const told = await english(signed(inspection), '--key', stranger);
    expect(told.exitCode).toBe(1);
    expect(flat(told)).toContain('The key that signed is not among the trusted ones');
    expect(flat(told)).toContain(signer.id);
    expect(told.stdout).toMatch(/The certificate is not valid: trusted key\.\n$/);
  });

  it('passes what another engine scored to the same result, and names both engines', async () => {
    const older = { version: '0', operators: '0' };
    const told = await english(
      signed(inspection, (body) => ({ ...body, engine: older })),
      '--key',
      pem,
    );
    expect(told.exitCode).toBe(0);
    expect(told.stdout).toContain('It was scored by engine 0 with operators 0; this build has engine 1');
  });
});

describe('the keys that verify trusts', () => {
  const publicPem = (id: ReturnType<typeof aSigner>): string =>
    id.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const trusting = (keys: unknown) => english(signed(inspection), '--key', folder.write('keys', keys));

  it('may be several, as GET /keys answers them', async () => {
    const items = [aSigner(), signer].map((one) => ({ id: 'not looked at', publicKey: publicPem(one) }));
    expect((await trusting({ items })).exitCode).toBe(0);
    expect((await trusting({ items: items.slice(0, 1) })).exitCode).toBe(1);
  });

  it.each<readonly [string, () => unknown]>([
    ['a private key', () => signer.privateKey.export({ type: 'pkcs8', format: 'pem' })],
    ['a key of another kind', () => generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'pem' })],
    ['a certificate', () => signed(inspection)],
    ['no key at all', () => ({ items: [] })],
    ['a list of something else', () => ({ items: [null] })],
    ['nothing', () => ''],
  ])('are not read from %s', async (_, keys) => {
    const told = await trusting(keys());
    expect([told.exitCode, told.stdout]).toEqual([2, '']);
    expect(told.stderr).toContain('holds no Ed25519 public key');
  });

  it.each([
    [['verify', 'none.json'], 'There is no file'],
    [['verify', pem, '--key', 'none.pem'], 'There is no file'],
    [['verify'], 'No file is named'],
  ])('nor is anything verified by %j', async (args, told) => {
    const { exitCode, stderr } = await runCli([...args, '--lang', 'en']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(told);
  });
});
