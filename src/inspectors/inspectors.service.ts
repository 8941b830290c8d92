import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { ConflictError } from '../common/errors/conflict.error';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { Settings } from '../config/settings';
import { CivilDate } from '../core';
import { inTransaction } from '../database/transaction';
import { Validity } from '../subjects/office-tree';
import { OfficesService } from '../subjects/offices.service';
import { ReachFilter } from '../subjects/reach-filter';
import { isCertificateNumber, normaliseCertificateNumber } from './certificate-number';
import { CertificateEntry, isValidSince, validityOf } from './certificate-validity';
import {
  appendCertificateEntry,
  findInspector,
  insertInspector,
  InspectorCondition,
  InspectorFilter,
  listInspectors,
  lockInspector,
  StoredInspector,
} from './inspector-store';
import { INSPECTORS_MESSAGES } from './inspectors.messages';
import { showPeriods } from './show-periods';

/** The days for which a certificate is issued or renewed; without `validTo` they are open. */
export interface CertificateDays {
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate | undefined;
}

export interface NewInspector extends CertificateDays {
  readonly certificateNumber: string;
  readonly name: string;
  /** Code of the office that had the certificate issued. */
  readonly office: string;
}

/** An inspector as shown: everything that was entered, and what it comes to. */
export interface InspectorView extends Omit<StoredInspector, 'id'> {
  readonly validity: readonly Validity[];
}

/** Keeps the register of inspectors. Nothing that was entered is ever changed: certificates are renewed and revoked. */
@Injectable()
export class InspectorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly offices: OfficesService,
    private readonly reach: ReachFilter,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Inspectors of offices in reach, by certificate number. @throws UnprocessableError where there is no such office */
  async list(
    reach: Reach,
    { office, ...filter }: Omit<InspectorFilter, 'officeIds'> & { readonly office?: string | undefined },
  ): Promise<readonly InspectorView[]> {
    const { manager } = this.dataSource;
    const officeIds = office === undefined ? undefined : await this.offices.requireBelow(manager, office);
    return (await listInspectors(manager, this.within(reach), { ...filter, officeIds })).map(toView);
  }

  /** @throws NotFoundError where there is no such inspector in reach */
  async get(reach: Reach, certificateNumber: string): Promise<InspectorView> {
    const { manager } = this.dataSource;
    const number = normaliseCertificateNumber(certificateNumber);
    return toView(known(await findInspector(manager, this.within(reach), number), certificateNumber));
  }

  /** Enters an inspector of an office in reach, with the first period of the certificate. */
  enter(reach: Reach, { office, name, ...inspector }: NewInspector): Promise<InspectorView> {
    const certificateNumber = normaliseCertificateNumber(inspector.certificateNumber);
    const at = { path: '/certificateNumber', value: inspector.certificateNumber };
    if (!isCertificateNumber(certificateNumber)) {
      throw new UnprocessableError(problemIn(INSPECTORS_MESSAGES, 'certificate_number_invalid', at));
    }
    const period = periodOf(inspector);
    return inTransaction(this.dataSource, async (manager) => {
      const { id: officeId } = await this.offices.requireKnown(manager, reach, office);
      const now = new Date(this.clock.now());
      const id = await insertInspector(manager, { certificateNumber, name, officeId }, now);
      if (id === undefined) {
        throw new ConflictError(problemIn(INSPECTORS_MESSAGES, 'inspector_exists', at));
      }
      await appendCertificateEntry(manager, id, 1, period, now);
      const after = await this.stored(manager, certificateNumber);
      await this.append(manager, 'inspector.entered', certificateNumber, undefined, after);
      return after;
    });
  }

  /** Enters a further period of validity. */
  renew(reach: Reach, certificateNumber: string, days: CertificateDays): Promise<InspectorView> {
    const period = periodOf(days);
    return this.addEntry(reach, certificateNumber, 'inspector.renewed', (inspector) => {
      const before = validityOf(inspector.entries);
      const after = validityOf([...inspector.entries, period]);
      if (JSON.stringify(before) !== JSON.stringify(after)) return period;
      const params = { certificate: inspector.certificateNumber, validity: showPeriods(before) };
      const at = { path: '/validFrom', value: days.validFrom, params };
      throw new ConflictError(problemIn(INSPECTORS_MESSAGES, 'certificate_valid_already', at));
    });
  }

  /** Ends the validity from a day on. What was inspected before stays as it is, whatever the day. */
  revoke(
    reach: Reach,
    certificateNumber: string,
    { revokedFrom, reason }: { readonly revokedFrom: CivilDate; readonly reason: string },
  ): Promise<InspectorView> {
    const today = this.clock.today(this.settings.jurisdictionTimeZone);
    const at = { path: '/revokedFrom', value: revokedFrom };
    if (revokedFrom > today) {
      const problem = problemIn(INSPECTORS_MESSAGES, 'revoked_in_future', { ...at, params: { today } });
      throw new UnprocessableError(problem);
    }
    return this.addEntry(reach, certificateNumber, 'inspector.revoked', (inspector) => {
      if (isValidSince(validityOf(inspector.entries), revokedFrom)) return { type: 'revocation', revokedFrom, reason };
      const params = { certificate: inspector.certificateNumber };
      throw new ConflictError(problemIn(INSPECTORS_MESSAGES, 'certificate_not_valid_since', { ...at, params }));
    });
  }

  private addEntry(
    reach: Reach,
    certificateNumber: string,
    action: string,
    make: (inspector: StoredInspector) => CertificateEntry,
  ): Promise<InspectorView> {
    const number = normaliseCertificateNumber(certificateNumber);
    return inTransaction(this.dataSource, async (manager) => {
      const inspector = known(await lockInspector(manager, this.within(reach), number), certificateNumber);
      const entry = make(inspector);
      const now = new Date(this.clock.now());
      await appendCertificateEntry(manager, inspector.id, inspector.entries.length + 1, entry, now);
      const after = await this.stored(manager, number);
      await this.append(manager, action, number, toView(inspector), after);
      return after;
    });
  }

  /** What is in the register after a change within reach. */
  private async stored(manager: EntityManager, certificateNumber: string): Promise<InspectorView> {
    return toView(known(await findInspector(manager, () => 'TRUE', certificateNumber), certificateNumber));
  }

  private append(
    manager: EntityManager,
    action: string,
    entityId: string,
    before: InspectorView | undefined,
    after: InspectorView,
  ): Promise<void> {
    return this.audit.append(manager, { action, entity: 'inspector', entityId, before, after });
  }

  private within(reach: Reach): InspectorCondition {
    return (parameters) => this.reach.ofOffices(reach, 'i.office_id', parameters);
  }
}

function toView({ id: _, ...inspector }: StoredInspector): InspectorView {
  return { ...inspector, validity: validityOf(inspector.entries) };
}

function known(inspector: StoredInspector | undefined, asked: string): StoredInspector {
  if (inspector !== undefined) return inspector;
  const at = { path: '/path/certificateNumber', value: asked };
  throw new NotFoundError(problemIn(INSPECTORS_MESSAGES, 'inspector_unknown', at));
}

function periodOf({ validFrom, validTo }: CertificateDays): CertificateEntry {
  if (validTo === undefined || validFrom < validTo) return { type: 'period', validFrom, validTo: validTo ?? null };
  const at = { path: '/validTo', value: validTo, params: { from: validFrom } };
  throw new UnprocessableError(problemIn(INSPECTORS_MESSAGES, 'certificate_days_reversed', at));
}
