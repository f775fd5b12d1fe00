import { Body, Controller, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import { ParseNumberPipe } from "../common/parse-number.pipe.js";
import type { Patient } from "./patients.js";
import { PatientsService } from "./patients.service.js";

@Controller("patients")
export class PatientsController {
  constructor(private readonly patients: PatientsService) {}

  @Get()
  async findAll(): Promise<Patient[]> {
    return await this.patients.findAll();
  }

  @Get("clinic")
  describe(): object {
    return this.patients.describe();
  }

  @Get(":id")
  findOne(@Param("id", ParseNumberPipe) id: string): Patient {
    return this.patients.findOne(id);
  }

  @Post()
  create(@Body() { secret }: { secret: string }): { protected: boolean } {
    return { protected: this.patients.protect(secret).length === 32 };
  }

  @Put(":id")
  @HttpCode(200)
  async update(@Body() { secret }: { secret: string }): Promise<{ protected: boolean }> {
    const hash = await this.patients.protectLater(secret);
    return { protected: hash.length === 32 };
  }
}
