import { type publicPages as source } from '../zh-CN/public'

export const publicPages = {
  home: {
    title: 'Safer together: nine alliances of the chemical industry',
    lead: 'Shanghai’s hazardous-chemical enterprises form nine alliances by industry: they learn from one another, study common problems, and hold at least one safety training a year.',
    signIn: 'Sign in',
    notice: 'Read the notice',
    practices: 'Practices',
    alliances: 'The nine industry safety alliances',
    week: 'This week',
    weekNone: 'Nothing is scheduled this week',
    weekMore: '{count} more',
    city: 'Members in 18 jurisdictions',
    cityNote: 'Counted by supervising jurisdiction; an enterprise in several alliances counts once',
  },
  alliance: {
    members: '{count, plural, one {# member} other {# members}}',
    memberWord: 'Members',
    next: 'Next activity',
    nextNone: 'None scheduled',
    lead: 'Lead company',
    leadNone: 'Not decided yet',
    insurer: 'Liability insurer',
    insurerNone: 'Not appointed yet',
    aliases: 'Also known as',
    year: 'Activities of {year}',
    yearNone: 'No activity has been announced for this year yet',
    byJurisdiction: 'Where the members are',
    held: 'Held',
    coming: 'To come',
    signInForMore: 'Members sign in to see agenda and place, and to register',
  },
  list: {
    title: 'The nine industry safety alliances',
    lead: 'Set up by part 3 (1) of the notice, under the names and in the order of its text.',
    table: 'Members by jurisdiction',
    jurisdiction: 'Jurisdiction',
    total: 'All',
    totalNote:
      '“All” counts enterprises; one that is in several alliances counts once, so it may be less than the sum of the columns.',
  },
  refusals: {},
} satisfies typeof source
