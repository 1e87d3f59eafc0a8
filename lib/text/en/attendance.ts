import { type attendance as source } from '../zh-CN/attendance'

export const attendance = {
  method: { CODE_SCANNED: 'Code scanned', CODE_TYPED: 'Code typed', DOOR_DESK: 'Door desk', CORRECTION: 'Correction' },
  refusals: {},
} satisfies typeof source
