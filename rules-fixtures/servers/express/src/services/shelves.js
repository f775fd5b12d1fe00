const { setImmediate } = require("node:timers/promises");

/** How many ways there are to fill a shelf with thin and thick books. */
function waysToFill(width) {
  return width < 2 ? 1 : waysToFill(width - 1) + waysToFill(width - 2);
}

const known = new Map();

function knownWaysToFill(width) {
  if (width < 2) return 1;
  const ways = known.get(width) ?? knownWaysToFill(width - 1) + knownWaysToFill(width - 2);
  known.set(width, ways);
  return ways;
}

/** The number on the shelf's plate. */
function plateOf(shelf) {
  let plate = shelf;
  for (let round = 0; round < 20_000_000; round++) plate = (plate * 31 + round) | 0;
  return plate;
}

const BOOKS = 600_000;

/** Waits for each book, and nobody else gets a turn. */
async function countEagerly() {
  let count = 0;
  for (let book = 0; book < BOOKS; book++) count += await Promise.resolve(1);
  return count;
}

/** Waits after some books, and everybody gets a turn. */
async function countPatiently() {
  let count = 0;
  for (let book = 0; book < BOOKS; book++) {
    count += 1;
    if (count % 1_000 === 0) await setImmediate();
  }
  return count;
}

module.exports = { countEagerly, countPatiently, knownWaysToFill, plateOf, waysToFill };
