import { readFileSync } from "node:fs";
import { randomBytes, scrypt, scryptSync } from "node:crypto";
import { promisify } from "node:util";
import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { type Patient, Patients } from "./patients.js";

const scryptLater = promisify<string, string, number, object, Buffer>(scrypt);
const options = { N: 2 ** 16, r: 8, maxmem: 2 ** 27 };

@Injectable()
export class PatientsService implements OnModuleInit {
  private diagnoses: readonly string[] = [];

  constructor(
    private readonly patients: Patients,
    @Inject("CLINIC") private readonly clinic: { readonly name: string },
  ) {}

  onModuleInit(): void {
    this.diagnoses = JSON.parse(
      readFileSync(new URL("../../data/diagnoses.json", import.meta.url), "utf8"),
    ) as string[];
  }

  describe(): object {
    return { name: this.clinic.name, diagnoses: this.diagnoses.length };
  }

  async findAll(): Promise<Patient[]> {
    return await this.patients.all();
  }

  findOne(id: string): Patient {
    return this.patients.one(id);
  }

  protect(secret: string): string {
    return scryptSync(secret, this.salt(), 16, options).toString("hex");
  }

  async protectLater(secret: string): Promise<string> {
    return (await scryptLater(secret, this.salt(), 16, options)).toString("hex");
  }

  private salt(): string {
    return randomBytes(8).toString("hex");
  }
}
