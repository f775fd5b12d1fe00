import { copyFileSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { inProject } from "../paths.js";

export interface Notice {
  readonly id: number;
  readonly text: string;
}

const file = inProject("data", "notices.json");

/** The board lives in memory; the file is for the next start. */
const board = JSON.parse(readFileSync(file, "utf8")) as Notice[];

export function allNotices(): readonly Notice[] {
  return board;
}

export async function addNotice(text: string): Promise<Notice> {
  const notice = { id: board.length + 1, text };
  board.push(notice);
  await writeFile(file, JSON.stringify(board, undefined, 2));
  return notice;
}

export function backUp(): void {
  // eslint-disable-next-line loopguard/no-sync-io -- an administrator asks for it, at most once a day
  copyFileSync(file, `${file}.backup`);
}
