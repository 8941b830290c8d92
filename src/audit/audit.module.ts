import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditChain } from './audit-chain.entity';
import { AuditEvent } from './audit-event.entity';
import { AuditLink } from './audit-link.entity';
import { AuditOriginInterceptor } from './audit-origin.interceptor';
import { AuditService } from './audit.service';

@Module({
  imports: [TypeOrmModule.forFeature([AuditChain, AuditEvent, AuditLink])],
  providers: [AuditService, { provide: APP_INTERCEPTOR, useClass: AuditOriginInterceptor }],
  exports: [AuditService],
})
export class AuditModule {}
