import { readFileSync } from "node:fs";
import { Module } from "@nestjs/common";
import { DATA, FilePatients } from "./file-patients.js";
import { PatientsController } from "./patients.controller.js";
import { Patients } from "./patients.js";
import { PatientsService } from "./patients.service.js";

const data = new URL("../../data/", import.meta.url);

@Module({
  controllers: [PatientsController],
  providers: [
    PatientsService,
    { provide: Patients, useClass: FilePatients },
    { provide: DATA, useValue: data },
    { provide: "CLINIC", useFactory: (): unknown => JSON.parse(readFileSync(new URL("clinic.json", data), "utf8")) },
  ],
})
export class PatientsModule {}
