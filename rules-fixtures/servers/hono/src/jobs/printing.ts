import { execSync } from "node:child_process";

class Printing {
  readonly #command: string;

  constructor(command: string) {
    this.#command = command;
  }

  readonly run = (): void => {
    execSync(this.#command);
    console.log("menus printed");
  };
}

export function startPrinting(every: number): void {
  setInterval(new Printing("sleep 0.15").run, every).unref();
}
