const { readFileSync } = require("fs");
const { Meteor } = require("meteor/meteor");
const { ServiceBroker } = require("moleculer");

const broker = new ServiceBroker();

broker.createService({
  name: "users",
  actions: {
    get: (context) => readFileSync(`users/${context.params.id}`),
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: action get → get → fs.readFileSync
    list: {
      handler() {
        return readFileSync("users.json");
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: action list.handler → handler → fs.readFileSync
      },
    },
  },
  events: {
    "user.created": () => readFileSync("welcome.html"),
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "user.created" listener → user.created → fs.readFileSync
  },
  created() {
    readFileSync("banner.txt");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  },
});

Meteor.methods({
  "users.get"(id) {
    return readFileSync(`users/${id}`);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: method users.get → users.get → fs.readFileSync
  },
});

Meteor.startup(() => {
  readFileSync("banner.txt");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
