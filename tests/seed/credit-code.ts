/** GB 32100—2015 written out once more, so that the seed and stdnum are not their own judges. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export function creditCodeProblem(code: string): string | null {
  if (code.length !== 18) return 'length'
  const values = [...code].map((character) => alphabet.indexOf(character))
  if (values.includes(-1)) return 'characters'
  const sum = weights.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0)
  return (31 - (sum % 31)) % 31 === values[17] ? null : 'check digit'
}
