import { readFileSync } from "node:fs";
import { Injectable, Module, type OnModuleInit } from "@nestjs/common";

@Injectable()
export class Templates implements OnModuleInit {
  readonly #names: string;
  #layout = "";

  constructor() {
    this.#names = readFileSync("templates/index.json", "utf8");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  onModuleInit(): void {
    this.#layout = readFileSync("templates/layout.html", "utf8");
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  describe(): string {
    return this.#names + this.#layout;
  }
}

@Module({
  providers: [Templates, { provide: "LICENSE", useFactory: () => readFileSync("LICENSE", "utf8") }],
//                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
})
export class AppModule {}
