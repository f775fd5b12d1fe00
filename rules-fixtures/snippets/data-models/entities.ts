import { readFileSync } from "node:fs";
import { hashSync } from "bcryptjs";
import {
  BeforeInsert,
  Entity,
  EntitySubscriberInterface,
  MigrationInterface,
  ValueTransformer,
} from "typeorm";

@Entity()
export class User {
  password = "";

  @BeforeInsert()
  hash() {
    this.password = hashSync(this.password, 10);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: BeforeInsert hook → hash → bcryptjs.hashSync
  }
}

export class UserSubscriber implements EntitySubscriberInterface<User> {
  afterInsert() {
    readFileSync("welcome.html");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: subscriber UserSubscriber → afterInsert → fs.readFileSync
  }
}

export class Sealed implements ValueTransformer {
  to(value: string) {
    return hashSync(value, 10);
//         ^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: column transformer Sealed → to → bcryptjs.hashSync
  }
  from(value: string) {
    return value;
  }
}

export class AddUsers1700000000000 implements MigrationInterface {
  async up() {
    readFileSync("users.sql");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }
  async down() {}
}
