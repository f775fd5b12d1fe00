import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Inject, Injectable } from "@nestjs/common";
import { type Patient, Patients } from "./patients.js";

export const DATA = Symbol("DATA");

@Injectable()
export class FilePatients extends Patients {
  constructor(@Inject(DATA) private readonly directory: URL) {
    super();
  }

  override async all(): Promise<Patient[]> {
    return JSON.parse(await readFile(new URL("patients.json", this.directory), "utf8")) as Patient[];
  }

  override one(id: string): Patient {
    return JSON.parse(readFileSync(new URL(`patient-${id}.json`, this.directory), "utf8")) as Patient;
  }
}
