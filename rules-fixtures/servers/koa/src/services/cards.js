import { pbkdf2, pbkdf2Sync, scryptSync as derive } from "node:crypto";

const rounds = 900_000;

export function hashCard(card) {
  return derive(card, "museum", 32, { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 28 }).toString("hex");
}

export function sealTicket(ticket) {
  return pbkdf2Sync(ticket, "museum", rounds, 16, "sha256").toString("hex");
}

export function sealTicketLater(ticket) {
  return new Promise((resolve, reject) => {
    pbkdf2(ticket, "museum", rounds, 16, "sha256", (error, key) => {
      if (error) reject(error);
      else resolve(key.toString("hex"));
    });
  });
}
