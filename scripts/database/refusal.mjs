/**
 * Why a script stops, in one sentence for a person. The commands print it without a stack and end with 1; every other
 * error is a fault of the program and keeps its stack.
 */
export class Refused extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence)
    this.name = 'Refused'
  }
}
