import { type activities as source } from '../zh-CN/activities'

export const activities = {
  kind: {
    EXCHANGE_MEETING: 'Exchange meeting',
    SITE_VISIT: 'Site visit',
    DISCUSSION: 'Discussion',
    EXPERIENCE_SHARING: 'Experience sharing',
    TRAINING: 'Training',
    MUTUAL_INSPECTION: 'Mutual inspection',
    EXCHANGE_VISIT: 'Exchange visit',
    EXPERT_GUIDANCE: 'Expert guidance',
  },
  mode: { ON_SITE: 'On site', ONLINE: 'Online', MIXED: 'On site and online' },
  state: { DRAFT: 'Draft', PUBLISHED: 'Published', HELD: 'Held', CLOSED: 'Closed', CANCELLED: 'Cancelled' },
  fileKind: { MATERIAL: 'Material', MINUTES: 'Minutes' },
  refusals: {
    ACTIVITY_NOT_EDITABLE: 'The activity was held, closed or cancelled and can no longer be edited',
    ACTIVITY_KIND_FIXED: 'The kind of a published activity cannot change',
    ACTIVITY_MOVES_BY_POSTPONING:
      'The activity is published: use “Change time or place”, so that everybody registered is told',
    CAPACITY_BELOW_TAKEN: '{taken} places are taken; there cannot be fewer',
    ACTIVITY_WITHOUT_PLACE: 'Enter the place of an activity on site',
    ACTIVITY_WITHOUT_ADDRESS: 'Enter the address of an activity online',
    ACTIVITY_ALREADY_OVER: 'The end has passed; please change the time first',
    ACTIVITY_NOT_A_DRAFT: 'The activity is not a draft any more; please reload',
    ACTIVITY_NOT_PUBLISHED: 'The activity is not published yet, or was held or cancelled',
    ACTIVITY_BEGUN: 'The activity has begun; time and place cannot change any more',
    ACTIVITY_NOT_BEGUN: 'The activity has not begun; it can be marked as held once it has',
    ACTIVITY_NOT_HELD: 'An activity can be closed once it is marked as held',
    ACTIVITY_ALREADY_HELD: 'The activity was held and cannot be cancelled',
    ACTIVITY_HAS_CHECK_INS: 'People have checked in, so the activity cannot be cancelled',
    FILE_TYPE_NOT_ALLOWED: 'This type of file is not accepted. PDF, Word, Excel, PowerPoint, PNG, JPG, TXT and CSV are',
    FILE_EMPTY: 'The file is empty; please choose another one',
    FILE_TOO_LARGE: 'The file is larger than {limitMegabytes} MB; please make it smaller or split it',
    FILE_NAME_MISMATCH: 'The file is not what its extension says; please save it again in its own format',
    FILES_TOO_MANY: 'An activity keeps at most {max} files; please remove some first',
  },
} satisfies typeof source
