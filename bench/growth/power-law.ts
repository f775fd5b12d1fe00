/** How a measured quantity grows: the exponent of the power law that fits it best. */

export interface Sample {
  readonly size: number;
  readonly value: number;
}

/**
 * The exponent k of `value = c · size^k`: the slope of the least-squares line through the logarithms. 1 is linear.
 *
 * @throws when there are not two samples of different sizes
 */
export function exponentOf(samples: readonly Sample[]): number {
  const points = samples.map(({ size, value }) => ({ x: Math.log(size), y: Math.log(value) }));
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (!(spread > 0)) throw new Error("growth needs samples of different sizes");
  return points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
