import { Module } from "@nestjs/common";
import { AdminController } from "./admin.controller.js";
import { TenantController } from "./tenant.controller.js";
import { Tenant } from "./tenant.js";

@Module({ controllers: [AdminController, TenantController], providers: [Tenant] })
export class AdminModule {}
