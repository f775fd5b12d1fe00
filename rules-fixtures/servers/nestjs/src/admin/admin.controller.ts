import { Controller, Get, UseGuards, UseInterceptors } from "@nestjs/common";
import { ChecksumInterceptor } from "../common/checksum.interceptor.js";
import { KeyGuard } from "./key.guard.js";

@Controller("admin")
export class AdminController {
  @Get("status")
  @UseGuards(KeyGuard)
  status(): object {
    return { status: "fine" };
  }

  @Get("settings")
  @UseInterceptors(ChecksumInterceptor)
  async settings(): Promise<object> {
    return { wards: 3 };
  }
}
