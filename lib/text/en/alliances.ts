import { type alliances as source } from '../zh-CN/alliances'

export const alliances = {
  yearState: { PLANNED: 'Planned', RUNNING: 'Running', CLOSED: 'Closed' },
  membershipKind: { LEAD: 'Lead company', MEMBER: 'Member' },
  refusals: {
    ALLIANCE_YEAR_TOO_FAR: 'Years can be set up to {latest} for now. Choose an earlier year',
    ALLIANCE_YEAR_CLOSED: 'This year is closed; its targets and note can no longer be changed',
    ALLIANCE_YEAR_CHANGED:
      '{changedBy} changed the same thing while you were editing. Compare both versions before saving; what you typed is still here',
    ALLIANCE_YEAR_NOT_PLANNED: 'This year has been started already',
    ALLIANCE_YEAR_NOT_RUNNING: 'This year is not running; only a running year can be closed',
    TRAINING_MINIMUM_NOT_HELD:
      'At least {minimum} safety trainings are due in {year} and fewer were held, so the year cannot be closed yet (notice 3.3)',
    ALREADY_A_MEMBER:
      '{name} has been in this alliance since {since}. To let it join again, choose a day after it left',
    ENTERPRISE_CLOSED: '{name} is closed on that day',
    LEAD_MUST_BE_ENDED_FIRST: 'This enterprise is the lead company. Appoint another or end its lead first',
    MEMBERSHIP_ENDED: 'Somebody else has ended this membership. Refresh and check',
    MEMBERSHIP_NOT_ENDED: 'This enterprise is still a member; there is nothing to take back',
    TRANSFER_NEEDS_ANOTHER_ALLIANCE: 'Choose another alliance to move to',
    LEAD_MUST_BE_A_MEMBER: '{name} is not a member of this alliance now. Admit it first, then appoint it',
    LEAD_ALREADY_APPOINTED: '{name} has led since {since}; the new lead must start on a later day',
    NOT_THE_LEAD: '{name} does not lead now. Refresh and check',
    INSURER_ALREADY_APPOINTED:
      '{name} has served this alliance since {since}, which overlaps these dates. End that first or choose other dates',
    INSURER_APPOINTMENT_ENDED: 'This term ends on that day or earlier. To extend it, appoint the insurer anew',
    NOT_OF_THIS_INSURER: 'This person does not hold a post at the insurer on the first day. Choose another',
    ENDS_BEFORE_START: 'That day is before the first day, {start}. Enter a later one',
    MEMBERSHIPS_DO_NOT_OVERLAP: 'This enterprise is already in the alliance during that time. Check the joining date',
    MEMBERSHIPS_HAVE_ONE_LEAD:
      'An alliance has one lead company at a time, and somebody has just appointed one. Refresh and check',
    INSURER_APPOINTMENTS_DO_NOT_OVERLAP:
      'The alliance already has an insurer during that time. Refresh and check the dates',
  },
} satisfies typeof source
