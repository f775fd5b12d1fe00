/** A rewrite that cannot be done, or would change what the code means. */
export class Refused extends Error {
  /** @param reason a sentence for a person */
  constructor(reason: string) {
    super(reason);
    this.name = "Refused";
  }
}
