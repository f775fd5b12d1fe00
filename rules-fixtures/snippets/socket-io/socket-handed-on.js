// @filename: chat.js
const fs = require("fs");

// Nothing here says what a socket is: `on` with an event's name is believed, and no more than that.
module.exports.chatHandler = (socket, server) => {
  socket.on("history", async (room, callback) => {
    callback(fs.readFileSync(`${server.directory}/${room}.json`));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: "history" listener → fs.readFileSync
  });
};
// @filename: app.js
const { Server } = require("socket.io");
const { chatHandler } = require("./chat");

const io = new Server(3000);

io.on("connection", async (socket) => {
  chatHandler(socket, { directory: "rooms" });
});
