import type { Actor } from '@/lib/access/actor'

/** In whose eyes the activations are shown. */
export function viewOf({ hat }: Actor): 'city' | 'jurisdiction' | 'insurer' {
  if (hat.kind === 'JURISDICTION') return 'jurisdiction'
  return hat.kind === 'INSURER' ? 'insurer' : 'city'
}
