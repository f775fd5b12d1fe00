"use server";

import { stamp } from "../../lib/marks";

const messages = new Map<string, string>();

export async function send(form: FormData): Promise<void> {
  const message = String(form.get("message"));
  messages.set(stamp(message), message);
}
