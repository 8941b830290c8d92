import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { SubjectsModule } from '../subjects/subjects.module';
import { InspectorEntry } from './inspector-entry.entity';
import { Inspector } from './inspector.entity';
import { InspectorsController } from './inspectors.controller';
import { InspectorsReadModel } from './inspectors.read-model';
import { InspectorsService } from './inspectors.service';

/** The register of inspectors and their certificates. */
@Module({
  imports: [TypeOrmModule.forFeature([Inspector, InspectorEntry]), AuditModule, SubjectsModule],
  controllers: [InspectorsController],
  providers: [InspectorsReadModel, InspectorsService],
  exports: [InspectorsReadModel],
})
export class InspectorsModule {}
