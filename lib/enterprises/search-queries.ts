import type { Actor } from '@/lib/access/actor'
import type { Prisma } from '@/lib/core/prisma/client'
import { hasDossiers, visibleDossiers } from './policy'
import { searchedWords, type SearchedWord } from './search-rules'

const having = (tokens: string[]): Prisma.EnterpriseWhereInput => ({ searchTokens: { hasEvery: tokens } })

const byTokens = ({ written, spoken }: SearchedWord): Prisma.EnterpriseWhereInput => ({
  OR: [having(written), ...spoken.map(having)],
})

/** Written letters and digits might be those of a code; then the name itself must hold them. Pinyin is of names alone. */
function byName({ text, written, spoken }: SearchedWord): Prisma.EnterpriseWhereInput {
  const mayBeCode = /[A-Z0-9]/i.test(text)
  const contains = { contains: text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`), mode: 'insensitive' as const }
  const inName = [{ name: contains }, { shortName: contains }, { establishment: contains }]
  return {
    OR: [mayBeCode ? { AND: [having(written), { OR: inName }] } : having(written), ...spoken.map(having)],
  }
}

/**
 * Enterprises that a search names: by name, pinyin, initials, and by credit code only those whose dossier the actor reads,
 * so that nobody spells out another's code by trying. To be combined with what is visible. Null when nothing is asked.
 */
export function searchedEnterprises(actor: Actor, query: string): Prisma.EnterpriseWhereInput | null {
  const words = searchedWords(query)
  if (words.length === 0) return null
  const tokens = words.map(byTokens)
  if (hasDossiers(actor)) return { AND: tokens }
  return { OR: [{ AND: [visibleDossiers(actor), ...tokens] }, { AND: words.map(byName) }] }
}
