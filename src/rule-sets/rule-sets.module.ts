import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { HealthModule } from '../health/health.module';
import { ComparisonController } from './comparison/comparison.controller';
import { ComparedContentsReader } from './comparison/compared-contents.reader';
import { Comparisons } from './comparison/comparisons';
import { ComparisonsService } from './comparison/comparisons.service';
import { DraftContents } from './drafts/draft-contents';
import { DraftsController } from './drafts/drafts.controller';
import { DraftsService } from './drafts/drafts.service';
import { ProofsService } from './drafts/proofs.service';
import { ReviewsService } from './drafts/reviews.service';
import { RuleSetDraft } from './drafts/rule-set-draft.entity';
import { RuleSetProof } from './drafts/rule-set-proof.entity';
import { RuleSetReview } from './drafts/rule-set-review.entity';
import { ExportController } from './export.controller';
import { EndingService } from './publishing/ending.service';
import { ImpactReport } from './publishing/impact-report.entity';
import { ImpactReportsReadModel } from './publishing/impact-reports.read-model';
import { PublishingController } from './publishing/publishing.controller';
import { PublishingService } from './publishing/publishing.service';
import { RuleSetLifeEvent } from './publishing/rule-set-life-event.entity';
import { RuleSetPeriod } from './rule-set-period.entity';
import { RuleSetVersion } from './rule-set-version.entity';
import { RuleSetIdentityRow } from './rule-set.entity';
import { RuleSetsController } from './rule-sets.controller';
import { RuleSetsInstaller } from './rule-sets.installer';
import { RuleSetsReadModel } from './rule-sets.read-model';
import { RuleSetsService } from './rule-sets.service';

const VERSIONS = [RuleSetIdentityRow, RuleSetVersion, RuleSetPeriod, RuleSetLifeEvent];
const DRAFTS = [RuleSetDraft, RuleSetReview, RuleSetProof, ImpactReport];

/** Rule sets: drafts, their review and publishing, and the versions; installs those of RULES_DIR when the service starts. */
@Module({
  imports: [TypeOrmModule.forFeature([...VERSIONS, ...DRAFTS]), AuditModule, HealthModule],
  controllers: [RuleSetsController, DraftsController, PublishingController, ExportController, ComparisonController],
  providers: [
    RuleSetsService,
    RuleSetsReadModel,
    RuleSetsInstaller,
    DraftsService,
    DraftContents,
    ProofsService,
    ReviewsService,
    PublishingService,
    EndingService,
    Comparisons,
    ComparisonsService,
    ComparedContentsReader,
    ImpactReportsReadModel,
  ],
  exports: [RuleSetsReadModel, RuleSetsInstaller, DraftsService, ComparedContentsReader, ImpactReportsReadModel],
})
export class RuleSetsModule {}
