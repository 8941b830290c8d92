import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { askTogether } from '../database/ask-together';
import { Validity } from '../subjects/office-tree';
import { normaliseCertificateNumber } from './certificate-number';
import { CertificateEntry, validityOf } from './certificate-validity';
import { ENTRIES_OF_I } from './inspector-store';

/** An inspector by the certificate, and the days on which it is valid. */
export interface Certificate {
  readonly certificateNumber: string;
  readonly name: string;
  /** Code of the office. */
  readonly office: string;
  readonly validity: readonly Validity[];
}

/** Certificates by the numbers they were asked for by, as these were written. */
export type Certificates = ReadonlyMap<string, Certificate>;

/** Answers other features about inspectors. */
@Injectable()
export class InspectorsReadModel {
  /**
   * The certificates with some numbers, which may be written as people type them. Those of every office: inspectors work
   * for another where they are sent, and certificates are made public.
   */
  async certificates(manager: EntityManager, numbers: readonly string[]): Promise<Certificates> {
    if (numbers.length === 0) return new Map();
    const found = await askTogether<(Omit<Certificate, 'validity'> & { readonly entries: CertificateEntry[] })[]>(
      manager,
      {
        sql: `SELECT coalesce(json_agg(json_build_object('certificateNumber', i.certificate_number, 'name', i.name,
                     'office', o.code, 'entries', ${ENTRIES_OF_I})), '[]')
              FROM inspector i JOIN office o ON o.id = i.office_id WHERE i.certificate_number = ANY($1)`,
        params: [[...new Set(numbers.map(normaliseCertificateNumber))]],
      },
    );
    const byNumber = new Map(
      found.map(({ entries, ...certificate }) => {
        return [certificate.certificateNumber, { ...certificate, validity: validityOf(entries) }] as const;
      }),
    );
    return new Map(
      numbers.flatMap((number) => {
        const certificate = byNumber.get(normaliseCertificateNumber(number));
        return certificate === undefined ? [] : [[number, certificate] as const];
      }),
    );
  }
}
