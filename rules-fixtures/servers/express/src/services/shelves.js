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

module.exports = { waysToFill, knownWaysToFill };
