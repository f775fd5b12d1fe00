import type { ConnectionOptions } from "bullmq";

/** An URL, or the path of a socket. */
const address = process.env.REDIS_URL ?? "redis://localhost:6379";

export const connection: ConnectionOptions = address.startsWith("/") ? { path: address } : { url: address };
