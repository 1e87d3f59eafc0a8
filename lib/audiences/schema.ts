import { z } from 'zod'
import { BusinessKind, MandateKind } from '@/lib/core/prisma/enums'

const choice = {
  /** Alliances that it is open to beside the host. */
  allianceIds: z.array(z.uuid()).max(9),
  jurisdictionIds: z.array(z.uuid()).max(40),
  businessKinds: z.array(z.enum(BusinessKind)),
  mandateKinds: z.array(z.enum(MandateKind)),
  isUntrainedOnly: z.boolean(),
}

/** `version` is the activity's that was read: who saves second sees what the first one wrote. */
export const chooseAudienceInput = z.strictObject({ id: z.uuid(), version: z.int(), ...choice })

const firm = z.strictObject({ activityId: z.uuid(), enterpriseId: z.uuid() })

export const leaveOutInput = firm
export const readmitInput = firm

/** What a form holds while it is filled in. */
export const thoughtInput = z.strictObject(choice)

export type ChooseAudienceInput = z.output<typeof chooseAudienceInput>
export type Thought = z.output<typeof thoughtInput>
