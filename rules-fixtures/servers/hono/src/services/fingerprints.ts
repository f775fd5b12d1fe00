import { scrypt, scryptSync, type ScryptOptions } from "node:crypto";

const options: ScryptOptions = { N: 2 ** 16, r: 8, maxmem: 2 ** 27 };

export function fingerprint(text: string): string {
  return scryptSync(text, "recipes", 8, options).toString("hex");
}

export async function fingerprintLater(text: string): Promise<string> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    scrypt(text, "recipes", 8, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
  return bytes.toString("hex");
}
