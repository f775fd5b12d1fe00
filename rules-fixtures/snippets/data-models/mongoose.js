const { readFileSync } = require("fs");
const bcrypt = require("bcryptjs");
const mongoose = require("mongoose");

const schema = new mongoose.Schema(
  {
    name: { type: String, validate: (name) => !readFileSync("banned.txt", "utf8").includes(name) },
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: field name → validate → fs.readFileSync
    avatar: { type: String, default: () => readFileSync("avatar.txt", "utf8") },
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: field avatar → default → fs.readFileSync
    password: String,
  },
  { toJSON: { transform: () => readFileSync("shape.json") } },
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: transform of a document → transform → fs.readFileSync
);

schema.pre("save", function () {
  this.password = bcrypt.hashSync(this.password, 10);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: pre save hook → bcryptjs.hashSync
});

schema.virtual("terms").get(function () {
  return readFileSync("terms.txt", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: virtual property → fs.readFileSync
});

module.exports = mongoose.model("User", schema);
