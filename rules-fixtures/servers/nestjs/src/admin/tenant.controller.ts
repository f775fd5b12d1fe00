import { Controller, Get } from "@nestjs/common";
import { Tenant } from "./tenant.js";

@Controller("tenant")
export class TenantController {
  constructor(private readonly tenant: Tenant) {}

  @Get()
  show(): unknown {
    return this.tenant.settings;
  }
}
