const { hashSync } = require("bcryptjs");
const { Sequelize } = require("sequelize");

const sequelize = new Sequelize("sqlite::memory:");

const User = sequelize.define(
  "User",
  {},
  {
    hooks: {
      beforeSave(user) {
        user.password = hashSync(user.password, 10);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: beforeSave hook → beforeSave → bcryptjs.hashSync
      },
    },
  },
);

User.beforeBulkCreate((users) => {
  for (const user of users) user.password = hashSync(user.password, 10);
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: beforeBulkCreate hook → bcryptjs.hashSync
});

User.addHook("afterFind", () => hashSync("found", 10));
//                              ^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: afterFind hook → bcryptjs.hashSync
