import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import { productVersion } from '../config/product-version';
import {
  canonicalJson,
  CERTIFICATE_FORMAT,
  CertificateBody,
  CertificateContent,
  showInstant,
  signedText,
} from '../core';
import { SigningKey } from './signing-key';

/** Signs what is certified, in the name of this service. */
@Injectable()
export class Issuer {
  private readonly issuer = { product: 'jifen', version: productVersion() };

  constructor(
    private readonly clock: Clock,
    private readonly key: SigningKey,
  ) {}

  /** The text of the certificate: canonical JSON, to be handed out as it is. */
  issue(content: CertificateContent): string {
    const body: CertificateBody = {
      format: CERTIFICATE_FORMAT,
      formatVersion: 1,
      issuedAt: showInstant(this.clock.now()),
      issuer: this.issuer,
      key: this.key.describe(),
      ...content,
    };
    return canonicalJson({ ...body, signature: this.key.sign(signedText(body)) });
  }
}
