import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { Settings } from '../config/settings';
import { HistoriesModule } from '../inspections/histories.module';
import { RuleSetsModule } from '../rule-sets/rule-sets.module';
import { StandingsModule } from '../standings/standings.module';
import { SubjectsModule } from '../subjects/subjects.module';
import { CertificatesController } from './certificates.controller';
import { CertificatesService } from './certificates.service';
import { EvidenceReadModel } from './evidence.read-model';
import { Issuer } from './issuer';
import { SigningKey } from './signing-key';
import { SigningKeyRow } from './signing-key.entity';
import { SigningKeysController } from './signing-keys.controller';
import { SigningKeysService } from './signing-keys.service';

/** Certificates of scored inspections and standings, and the keys that sign them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([SigningKeyRow]),
    AuditModule,
    HistoriesModule,
    RuleSetsModule,
    StandingsModule,
    SubjectsModule,
  ],
  controllers: [CertificatesController, SigningKeysController],
  providers: [
    CertificatesService,
    EvidenceReadModel,
    Issuer,
    { provide: SigningKey, inject: [Settings], useFactory: (settings: Settings) => SigningKey.of(settings) },
    SigningKeysService,
  ],
})
export class CertificatesModule {}
