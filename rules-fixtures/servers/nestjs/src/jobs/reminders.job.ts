import { readFile } from "node:fs/promises";
import { Injectable } from "@nestjs/common";
import { Interval } from "@nestjs/schedule";

@Injectable()
export class RemindersJob {
  @Interval(Number(process.env.REMIND_EVERY ?? 3_600_000))
  async remind(): Promise<void> {
    await readFile(new URL("../../data/clinic.json", import.meta.url));
    console.log("patients reminded");
  }
}
