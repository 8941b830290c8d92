import { createPrivateKey, createPublicKey, generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { givenSecretFile, SecretError, secretFile } from '../config/secrets';
import { Settings } from '../config/settings';
import { CertificateKey, keyId } from '../core';

const FILE = 'signing-key.pem';

/** The key with which this service signs. Injected by this class; its private half never leaves it. */
export class SigningKey {
  readonly publicKey: KeyObject;
  readonly id: string;

  private constructor(private readonly privateKey: KeyObject) {
    this.publicKey = createPublicKey(privateKey);
    this.id = keyId(this.publicKey);
  }

  /**
   * The key of SIGNING_KEY_FILE, or else that of the data folder, which is made once.
   * @throws SecretError where there can be none
   */
  static of({ signingKeyFile, dataDir }: Pick<Settings, 'signingKeyFile' | 'dataDir'>): SigningKey {
    if (signingKeyFile !== undefined) return SigningKey.read(givenSecretFile(signingKeyFile), signingKeyFile);
    return SigningKey.read(secretFile(dataDir, FILE, newKey), FILE);
  }

  private static read(pem: string, file: string): SigningKey {
    const key = privateKeyIn(pem);
    if (key?.asymmetricKeyType === 'ed25519') return new SigningKey(key);
    throw new SecretError(
      `签名密钥文件 ${file} 中没有 Ed25519 私钥（PEM）。请更正 SIGNING_KEY_FILE，或者移走该文件，由服务重新生成。`,
      `The file ${file} holds no Ed25519 private key in PEM. Correct SIGNING_KEY_FILE, or move the file away for the service to make a new key.`,
    );
  }

  /** As a certificate shows it. */
  describe(): CertificateKey {
    const publicKey = this.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    return { id: this.id, algorithm: 'Ed25519', publicKey };
  }

  /** In PEM, as it is published. */
  publicPem(): string {
    return this.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** Signs a text; base64. */
  sign(text: string): string {
    return sign(null, Buffer.from(text, 'utf8'), this.privateKey).toString('base64');
  }
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** What is wrong with a key must not be told by its words, which could quote it. */
function privateKeyIn(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
