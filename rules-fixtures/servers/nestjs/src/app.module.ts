import { type MiddlewareConsumer, Module, type NestModule } from "@nestjs/common";
import { ScheduleModule } from "@nestjs/schedule";
import { AdminModule } from "./admin/admin.module.js";
import { AuditMiddleware } from "./common/audit.middleware.js";
import { DocumentsModule } from "./documents/documents.module.js";
import { CleaningJob } from "./jobs/cleaning.job.js";
import { RemindersJob } from "./jobs/reminders.job.js";
import { PatientsModule } from "./patients/patients.module.js";
import { QueueGateway } from "./queue/queue.gateway.js";
import { ReportsController } from "./reports/reports.controller.js";
import { ReportsService } from "./reports/reports.service.js";

@Module({
  imports: [ScheduleModule.forRoot(), PatientsModule, DocumentsModule, AdminModule],
  controllers: [ReportsController],
  providers: [ReportsService, QueueGateway, CleaningJob, RemindersJob],
})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(AuditMiddleware).forRoutes("documents");
  }
}
