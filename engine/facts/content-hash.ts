/** A key for a text: equal texts have equal keys, and different ones practically never. */

/**
 * 53 bits of hash and the length (UTF-16 code units) of a text: cyrb53 by bryc, public domain. Not
 * cryptographic: it tells versions of source files apart, and nobody gains from making two collide.
 */
export function contentHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return `${(4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)}-${text.length.toString(36)}`;
}
