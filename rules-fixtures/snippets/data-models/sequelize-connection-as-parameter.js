const { readFileSync } = require("node:fs");

module.exports = (sequelize, DataTypes) => {
  const User = sequelize.define(
    "User",
    { name: DataTypes.STRING },
    {
      hooks: {
        beforeCreate: () => readFileSync("defaults.json"),
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: beforeCreate hook → beforeCreate → fs.readFileSync
      },
    },
  );
  User.beforeSave(() => {
    readFileSync("rules.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: beforeSave hook → fs.readFileSync
  });
  return User;
};
