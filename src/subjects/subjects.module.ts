import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { RuleSetsModule } from '../rule-sets/rule-sets.module';
import { Office } from './office.entity';
import { OfficesController } from './offices.controller';
import { OfficesService } from './offices.service';
import { ReachFilter } from './reach-filter';
import { SubjectEntry } from './subject-entry.entity';
import { Subject } from './subject.entity';
import { SubjectViewsService } from './subject-views.service';
import { SubjectsController } from './subjects.controller';
import { SubjectsReadModel } from './subjects.read-model';
import { SubjectsService } from './subjects.service';

/** The register: offices, enterprises and what is known of them by date. */
@Module({
  imports: [TypeOrmModule.forFeature([Office, Subject, SubjectEntry]), AuditModule, RuleSetsModule],
  controllers: [OfficesController, SubjectsController],
  providers: [ReachFilter, OfficesService, SubjectsService, SubjectViewsService, SubjectsReadModel],
  exports: [ReachFilter, OfficesService, SubjectsService, SubjectViewsService, SubjectsReadModel],
})
export class SubjectsModule {}
