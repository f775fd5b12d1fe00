import { readFileSync } from "node:fs";
import { DataTypes, Model, Sequelize } from "sequelize";

const sequelize = new Sequelize("sqlite::memory:");

class User extends Model {}

User.init(
  {
    avatar: {
      type: DataTypes.STRING,
      get: () => readFileSync("avatar.png", "base64"),
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: field avatar → get → fs.readFileSync
    },
  },
  {
    sequelize,
    hooks: {
      afterFind() {
        readFileSync("found.json");
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: afterFind hook → afterFind → fs.readFileSync
      },
    },
  },
);
