import { readSettings } from '../../../src/config/read-settings';
import { SettingsError } from '../../../src/config/settings.error';
import { TempFolder } from '../../support/temp-folder';

const folder = new TempFolder();
afterAll(() => folder.remove());

const WHOLE = {
  OIDC_ISSUER: 'https://id.example.gov.cn/realms/hailing',
  OIDC_CLIENT_ID: 'jifen',
  OIDC_CLIENT_SECRET: 'a secret of theirs',
  PUBLIC_URL: 'https://jifen.example.gov.cn',
};

type Environment = Readonly<Record<string, string>>;

const { OIDC_CLIENT_SECRET: _, ...WITHOUT_SECRET } = WHOLE;
const inFile = (content: string): Environment => ({
  ...WITHOUT_SECRET,
  OIDC_CLIENT_SECRET_FILE: folder.write('secret', content),
});

function refused(environment: Environment): SettingsError {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('the settings were taken');
}

describe('the settings of an identity provider', () => {
  it('are taken together, the secret from its variable or its file', () => {
    expect(readSettings(WHOLE)).toMatchObject({
      oidcIssuer: WHOLE.OIDC_ISSUER,
      oidcClientSecret: 'a secret of theirs',
    });
    expect(readSettings(inFile('from a file\n'))).toMatchObject({ oidcClientSecret: 'from a file' });
    expect(readSettings({})).toMatchObject({ oidcIssuer: undefined, oidcClientSecret: undefined });
  });

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const)('need %s', (name) => {
    const { [name]: _absent, ...others } = WHOLE;
    expect(refused(others).faults.map((fault) => fault.name)).toEqual([name]);
  });

  it.each<readonly [string, () => Environment]>([
    ['beside the secret itself', () => ({ ...inFile('x'), OIDC_CLIENT_SECRET: 'x' })],
    ['that is empty', () => inFile('\n')],
    ['of two lines', () => inFile('one\ntwo\n')],
    ['that is too long', () => inFile('x'.repeat(501))],
    ['that is not there', () => ({ ...inFile('x'), OIDC_CLIENT_SECRET_FILE: '/no/such/file' })],
  ])('take no file %s', (_name, environment) => {
    const error = refused(environment());
    expect(error.faults.map(({ name }) => name)).toEqual(['OIDC_CLIENT_SECRET_FILE']);
    expect(error.message).not.toContain('xxx');
  });

  it.each(['http://127.0.0.1:4000', 'http://localhost:4000/a', 'http://[::1]:4000', 'https://id.example'])(
    'take the issuer %s',
    (OIDC_ISSUER) => expect(readSettings({ ...WHOLE, OIDC_ISSUER }).oidcIssuer).toBe(OIDC_ISSUER),
  );

  it.each([
    'http://id.example.gov.cn',
    'http://127.0.0.1.example.com',
    'http://localhost@example.com',
    'https://id.example/?a=b',
    'ftp://127.0.0.1',
    'id.example',
  ])('refuse the issuer %s', (OIDC_ISSUER) => {
    expect(refused({ ...WHOLE, OIDC_ISSUER }).faults.map(({ name }) => name)).toEqual(['OIDC_ISSUER']);
  });
});
