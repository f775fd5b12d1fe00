/** The warehouse takes a moment. */
exports.waitForStock = function waitForStock() {
  sleep(150);
  return 12;
};

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
