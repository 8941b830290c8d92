import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { HealthModule } from '../health/health.module';
import { RuleSetPeriod } from './rule-set-period.entity';
import { RuleSetVersion } from './rule-set-version.entity';
import { RuleSetIdentityRow } from './rule-set.entity';
import { RuleSetsController } from './rule-sets.controller';
import { RuleSetsInstaller } from './rule-sets.installer';
import { RuleSetsReadModel } from './rule-sets.read-model';
import { RuleSetsService } from './rule-sets.service';

/** Rule sets and their published versions; installs those of RULES_DIR when the application starts. */
@Module({
  imports: [TypeOrmModule.forFeature([RuleSetIdentityRow, RuleSetVersion, RuleSetPeriod]), AuditModule, HealthModule],
  controllers: [RuleSetsController],
  providers: [RuleSetsService, RuleSetsReadModel, RuleSetsInstaller],
  exports: [RuleSetsReadModel, RuleSetsInstaller],
})
export class RuleSetsModule {}
