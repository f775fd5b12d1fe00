import { pbkdf2, pbkdf2Sync } from "node:crypto";
import { promisify } from "node:util";
import type { Job } from "bullmq";

const ROUNDS = 700_000;

export async function sealInvoice({ data }: Job<{ number: string }>): Promise<{ sealed: boolean }> {
  return { sealed: seal(data.number).length === 16 };
}

export async function sealInvoiceLater({ data }: Job<{ number: string }>): Promise<{ sealed: boolean }> {
  const key = await promisify(pbkdf2)(data.number, "mailroom", ROUNDS, 16, "sha256");
  return { sealed: key.length === 16 };
}

function seal(number: string): Buffer {
  return pbkdf2Sync(number, "mailroom", ROUNDS, 16, "sha256");
}
