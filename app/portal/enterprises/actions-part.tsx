import { DossierActions } from '@/components/registry/dossier-actions'
import type { Actor } from '@/lib/access/actor'
import type { Enterprise } from '@/lib/core/prisma/client'
import { canCorrectEnterprise } from '@/lib/enterprises/policy'
import { canMoveEnterprise, canProposeCorrection } from '@/lib/registry/policy'

/** What there is to do with an entry, for whoever may do it. */
export const actionsPart = (actor: Actor, enterprise: Pick<Enterprise, 'id' | 'supervisingJurisdictionId'>) => (
  <DossierActions
    enterpriseId={enterprise.id}
    mayCorrect={canCorrectEnterprise(actor, enterprise)}
    mayPropose={canProposeCorrection(actor, enterprise)}
    mayMove={canMoveEnterprise(actor, enterprise)}
  />
)
