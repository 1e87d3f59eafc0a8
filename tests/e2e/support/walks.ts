/**
 * An address; or pages of something that only the city knows: the first link of a list that looks like this, with what
 * follows it in the addresses of its pages.
 */
export type Stop = string | { list: string; link: RegExp; parts: string[] }

const practice = /^\/portal\/practices\/[0-9a-f-]{36}$/

/** An account (nobody, if empty) and what it is taken through. What only a story brings about is looked at there. */
export const walks: Record<string, { account: string; stops: Stop[] }> = {
  'the public pages': {
    account: '',
    stops: [
      '/',
      '/alliances',
      '/alliances/coatings',
      '/announcements',
      { list: '/announcements', link: /^\/announcements\/[0-9a-f-]{36}$/, parts: [''] },
      '/practices',
      { list: '/practices', link: /^\/practices\/[0-9a-f-]{36}$/, parts: [''] },
      '/notice',
      '/help',
      '/accessibility',
      '/privacy',
      '/sign-in',
      '/reset',
      '/reset/spent',
      '/contact/spent',
      '/activate/spent',
      '/claim',
      '/nowhere',
      '/c/now',
      '/c/222222?t=forged',
    ],
  },
  'the pages of the bureau': {
    account: 'municipal@demo.test',
    stops: [
      '/portal',
      '/portal/alliances',
      '/portal/alliances/copy',
      '/portal/alliances/years/2026',
      '/portal/alliances/years/2026/start',
      '/portal/alliances/coatings/lead/compare',
      '/portal/alliances/coatings',
      '/portal/alliances/coatings/members',
      '/portal/alliances/coatings/insurer',
      '/portal/alliances/coatings/lead',
      '/portal/alliances/coatings/history',
      '/portal/alliances/coatings/activities',
      '/portal/alliances/coatings/topics',
      '/portal/alliances/coatings/problems',
      '/portal/problems?state=OVERDUE',
      '/portal/activities',
      '/portal/activities/new',
    ],
  },
  'the registry, the reports and the administration': {
    account: 'municipal@demo.test',
    stops: [
      '/portal/enterprises',
      '/portal/enterprises?asOf=2026-01-31',
      '/portal/enterprises/imports',
      '/portal/enterprises/bulk?scope=filter&jurisdiction=310116',
      '/portal/enterprises/proposals',
      '/portal/enterprises/licences?within=D90',
      '/portal/enterprises/duplicates',
      '/portal/insurers',
      '/portal/insurers/new',
      '/portal/reports',
      '/portal/reports?view=enterprise',
      '/portal/reports/list?measure=byMandate',
      '/portal/users',
      '/portal/users/new',
      '/portal/account',
      '/portal/tasks',
      '/portal/activations',
      '/portal/audit',
      '/portal/audit/access',
    ],
  },
  'the settings and one’s own account': {
    account: 'municipal@demo.test',
    stops: [
      '/portal/settings',
      '/portal/settings/holidays',
      '/portal/settings/holidays?year=2027',
      '/portal/settings/footer',
      '/portal/settings/retention',
      '/portal/settings/mail',
      '/portal/settings/codes',
      '/portal/account/contacts',
      '/portal/account/notices',
      '/portal/account/codes',
      '/portal/account/codes/recovery',
      '/portal/account/data',
    ],
  },
  'an enterprise, a person, and what the search finds': {
    account: 'municipal@demo.test',
    stops: [
      {
        list: '/portal/enterprises',
        link: /^\/portal\/enterprises\/[0-9a-f-]{36}$/,
        parts: ['', '/correct', '/standing'],
      },
      { list: '/portal/users', link: /^\/portal\/users\/[0-9a-f-]{36}$/, parts: [''] },
      { list: '/portal/insurers', link: /^\/portal\/insurers\/[0-9a-f-]{36}$/, parts: [''] },
      '/portal/search?q=涂料',
      '/portal/nowhere',
    ],
  },
  'the forms of an alliance': {
    account: 'municipal@demo.test',
    stops: [
      '/portal/alliances/coatings/year',
      '/portal/alliances/coatings/members/admit',
      { list: '/portal/alliances/coatings/members', link: /\/members\/[0-9a-f-]{36}$/, parts: [''] },
      '/portal/alliances/coatings/insurer/appoint',
      { list: '/portal/alliances/coatings/insurer', link: /\/insurer\/[0-9a-f-]{36}$/, parts: [''] },
      '/portal/alliances/coatings/lead/end',
      { list: '/portal/alliances/coatings/lead', link: /\/lead\/appoint\?enterprise=/, parts: [''] },
    ],
  },
  'an activity to come': {
    account: 'insurer@demo.test',
    stops: [
      '/portal',
      '/portal/alliances/petrochemical',
      '/portal/alliances/petrochemical/robot',
      {
        list: '/portal/activities?alliance=coatings&state=PUBLISHED',
        link: /^\/portal\/activities\/[0-9a-f-]{36}$/,
        parts: [
          '',
          '/edit',
          '/postpone',
          '/cancel',
          '/door',
          '/door?q=涂料',
          '/projector',
          '/check-in',
          '/check-in/sheet',
          '/invitations',
        ],
      },
    ],
  },
  'an activity that was held': {
    account: 'officer@demo.test',
    stops: [
      {
        list: '/portal/activities?alliance=coatings&state=HELD&period=all',
        link: /^\/portal\/activities\/[0-9a-f-]{36}$/,
        parts: ['', '/minutes', '/check-in', '/check-in/add', '/check-in/add?q=涂料'],
      },
    ],
  },
  'the announcements': {
    account: 'insurer@demo.test',
    stops: [
      '/portal/covers',
      { list: '/portal/covers', link: /^\/portal\/covers\/[0-9a-f-]{36}$/, parts: [''] },
      '/portal/announcements',
      '/portal/announcements/new',
      {
        list: '/portal/announcements?show=own',
        link: /^\/portal\/announcements\/[0-9a-f-]{36}$/,
        parts: ['', '/edit', '/withdraw', '/readers'],
      },
    ],
  },
  'the practices of a member': {
    account: 'member@demo.test',
    stops: [
      '/portal/practices',
      '/portal/practices/new',
      '/portal/practices/own',
      '/portal/alliances/coatings/practices',
      { list: '/portal/practices', link: practice, parts: [''] },
      // The draft is the latest of its own.
      { list: '/portal/practices/own', link: practice, parts: ['', '/edit', '/consent', '/withdraw', '/readers'] },
    ],
  },
  'practices that wait, and who sees one': {
    account: 'municipal@demo.test',
    stops: [
      '/portal/practices',
      '/portal/practices/reviews',
      { list: '/portal/practices/reviews', link: practice, parts: ['', '/withdraw'] },
    ],
  },
  'a review of a practice': {
    account: 'insurer@demo.test',
    stops: ['/portal/practices/reviews', { list: '/portal/practices/reviews', link: practice, parts: ['', '/review'] }],
  },
  'a topic': {
    account: 'insurer@demo.test',
    stops: [
      '/portal/alliances/coatings/topics/new',
      {
        list: '/portal/alliances/coatings/topics',
        link: /\/topics\/[0-9a-f-]{36}$/,
        parts: ['', '/progress', '/revise'],
      },
    ],
  },
  'the year’s plan': {
    account: 'insurer@demo.test',
    stops: [
      '/portal/alliances/coatings/plan?year=2026',
      '/portal/alliances/coatings/plan/series?year=2027&kind=TRAINING&title=培训&mode=ONLINE&startTime=09:00&endTime=11:00&firstMonth=1&every=3&count=4&on=DAY&day=1',
      '/portal/alliances/coatings/plan/copy?year=2027',
      '/portal/alliances/coatings/plan/poll',
      { list: '/portal/alliances/coatings/plan', link: /^\/portal\/polls\/[0-9a-f-]{36}$/, parts: [''] },
    ],
  },
  'a common problem': {
    account: 'insurer@demo.test',
    stops: [
      '/portal/alliances/coatings/problems/new',
      { list: '/portal/alliances/coatings/problems', link: /\/problems\/[0-9a-f-]{36}$/, parts: ['', '/revise'] },
      { list: '/portal/problems', link: /\/problems\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/, parts: [''] },
    ],
  },
  'the pages of a member': {
    account: 'member@demo.test',
    stops: [
      '/portal',
      { list: '/portal', link: /^\/portal\/polls\/[0-9a-f-]{36}$/, parts: [''] },
      { list: '/portal/activities', link: /^\/portal\/activities\/[0-9a-f-]{36}$/, parts: [''] },
      '/portal/reports',
      '/portal/services',
      '/portal/notifications',
      '/portal/search?q=交流会',
      '/portal/hats',
    ],
  },
  'the pages of a district': { account: 'jinshan@demo.test', stops: ['/portal', '/portal/reports?view=enterprise'] },
}
